import { isRefused } from '../../../values/refusal.ts'
import { type Cell, serialDateOfDay } from '../rules/cells.ts'
import { mostCells, sheetOfRows } from './rows-sheet.ts'
import type { Row, Sheet, Workbook, WorkbookRefusal } from './workbook.ts'
import { attribute, scanXml } from './xml-scan.ts'
import type { Archive } from './zip-guard.ts'

/**
 * An OpenDocument spreadsheet as the same sheets of raw cells that an Excel workbook gives (ODF 1.3 part 3, clause 9).
 * All sheets stand in one part, so it is read once into memory. A few bytes can say `repeated a million times`: rows and
 * cells are counted as often as they say, blank ones only move the place.
 */
export function openOds(archive: Archive): Workbook | WorkbookRefusal {
  const content = archive.part(contentPath)
  if (content === undefined) return { refused: 'damaged', part: contentPath }
  const styles = archive.part('styles.xml')
  return readOds(styles === undefined ? [content] : [styles, content])
}

const contentPath = 'content.xml'
const longestText = 32_767
const [maxRow, maxColumn, mostSheets] = [1_048_576, 16_384, 200]

/** @param parts styles first, the content last; a flat document is both */
export function readOds(parts: readonly Uint8Array[]): Workbook | WorkbookRefusal {
  const formats = readFormats(parts)
  const content = parts.at(-1)
  if (isRefused(formats)) return formats
  if (content === undefined) return { refused: 'damaged', part: contentPath }
  const sheets: Sheet[] = []
  let held = 0
  const scanned = scanTables(content, formats, (table) => {
    held += table.cells
    if (held > mostCells || sheets.length === mostSheets) return false
    if (table.isWhole) sheets.push(sheetOfRows(table.name, table.rows, table.hidden))
    return true
  })
  if (scanned === 'stopped') return { refused: 'inflates-too-large', part: contentPath }
  return scanned === 'whole' && sheets.length > 0
    ? { path: contentPath, sheets }
    : { refused: 'damaged', part: contentPath }
}

interface Formats {
  /** Number format by the name of a cell style. */
  readonly ofStyle: ReadonlyMap<string, string>
  readonly hiddenTables: ReadonlySet<string>
}

/** Data styles as the number formats of Excel, as far as they matter here: text, days, and padding with zeros. */
function readFormats(parts: readonly Uint8Array[]): Formats | WorkbookRefusal {
  const ofData = new Map<string, string>()
  const ofStyle = new Map<string, string>()
  const hiddenTables = new Set<string>()
  let data: { name: string; format: string } | null = null
  let tableStyle: string | null = null
  let inLiteral = false
  for (const part of parts) {
    const scanned = scanXml(part, {
      open: (name, attributes) => {
        if (name === 'date-style') data = { name: attribute(attributes, 'name') ?? '', format: 'yyyy-mm-dd' }
        else if (name === 'text-style') data = { name: attribute(attributes, 'name') ?? '', format: '@' }
        else if (name === 'number-style') data = { name: attribute(attributes, 'name') ?? '', format: '' }
        else if (name === 'number' && data?.format === '') {
          const digits = Number(attribute(attributes, 'min-integer-digits') ?? '1')
          const decimals = Number(attribute(attributes, 'decimal-places') ?? '0')
          data.format = digits > 1 && digits <= 40 && decimals === 0 ? '0'.repeat(digits) : 'General'
        } else if (name === 'embedded-text' && data !== null) data.format = 'General'
        else if (name === 'style') {
          const style = attribute(attributes, 'name') ?? ''
          const family = attribute(attributes, 'family')
          tableStyle = family === 'table' ? style : null
          const format = ofData.get(attribute(attributes, 'data-style-name') ?? '')
          const parent = ofStyle.get(attribute(attributes, 'parent-style-name') ?? '')
          if (family === 'table-cell') ofStyle.set(style, format ?? parent ?? 'General')
        } else if (name === 'table-properties' && tableStyle !== null) {
          if (attribute(attributes, 'display') === 'false') hiddenTables.add(tableStyle)
        } else if (name === 'body') return false
        inLiteral = name === 'text'
      },
      text: (text) => {
        if (inLiteral && data !== null && /^[-/ ]{1,5}$/.test(text) && /^0{2,}/.test(data.format))
          data.format += text
      },
      close: (name) => {
        inLiteral = false
        if (data === null || !/^(date|text|number)-style$/.test(name)) return
        ofData.set(data.name, data.format || 'General')
        data = null
      },
    })
    if (scanned === 'malformed') return { refused: 'damaged', part: contentPath }
  }
  return { ofStyle, hiddenTables }
}

interface Table {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly Row[]
  /** Cells since the last report, repeated ones counted each time. */
  readonly cells: number
  readonly isWhole: boolean
}

/** Reports after every row, so that what repeats itself without end is stopped before it is held. */
function scanTables(content: Uint8Array, formats: Formats, report: (table: Table) => boolean) {
  let name = ''
  let hidden = false
  let rows: Row[] = []
  let columnStyles: { until: number; style: string }[] = []
  let columns = 0
  let row = { number: 0, repeated: 1, hidden: false, style: '', cells: new Map<number, Cell>(), column: 0 }
  let cell: { attributes: string; repeated: number; paragraphs: string[] } | null = null
  /** Inside of notes, shapes, tracked changes: what stands there is no cell's text. */
  let aside = 0
  let nesting = 0
  let inParagraph = 0
  const write = (text: string) => {
    const last = cell?.paragraphs.length
    if (cell === null || last === undefined || last === 0 || aside > 0 || inParagraph === 0) return
    const before = cell.paragraphs[last - 1] ?? ''
    if (before.length < longestText) cell.paragraphs[last - 1] = before + text
  }
  return scanXml(content, {
    open: (tag, attributes) => {
      if (asides.has(tag)) aside += 1
      if (aside > 0) return
      if (tag === 'table') {
        nesting += 1
        if (nesting > 1) return
        name = attribute(attributes, 'name') ?? ''
        hidden = formats.hiddenTables.has(attribute(attributes, 'style-name') ?? '')
        rows = []
        columnStyles = []
        columns = 0
        row = { ...row, number: 0 }
      } else if (nesting !== 1) return
      else if (tag === 'table-column') {
        columns += repetition(attributes, 'number-columns-repeated')
        const style = attribute(attributes, 'default-cell-style-name')
        if (style !== null && columnStyles.length < maxColumn) columnStyles.push({ until: columns, style })
      } else if (tag === 'table-row')
        row = {
          number: row.number + 1,
          repeated: repetition(attributes, 'number-rows-repeated'),
          hidden: (attribute(attributes, 'visibility') ?? 'visible') !== 'visible',
          style: attribute(attributes, 'default-cell-style-name') ?? '',
          cells: new Map(),
          column: 0,
        }
      else if (tag === 'table-cell' || tag === 'covered-table-cell')
        cell = {
          attributes,
          repeated: repetition(attributes, 'number-columns-repeated'),
          paragraphs: [],
        }
      else if (tag === 'p') {
        inParagraph += 1
        if (inParagraph === 1 && (cell?.paragraphs.length ?? 0) < 1_000) cell?.paragraphs.push('')
      } else if (tag === 's') write(' '.repeat(Math.min(200, Number(attribute(attributes, 'c') ?? '1') || 1)))
      else if (tag === 'tab') write('\t')
      else if (tag === 'line-break') write('\n')
    },
    text: write,
    close: (tag) => {
      if (asides.has(tag)) aside -= 1
      if (aside > 0 || asides.has(tag)) return
      if (tag === 'table') {
        nesting -= 1
        return nesting > 0 || report({ name, hidden, rows, cells: 0, isWhole: true })
      }
      if (nesting !== 1) return
      if (tag === 'p') inParagraph -= 1
      else if ((tag === 'table-cell' || tag === 'covered-table-cell') && cell !== null) {
        const style =
          attribute(cell.attributes, 'style-name') ??
          (row.style || columnStyles.find(({ until }) => row.column < until)?.style)
        const read = cellOf(cell.attributes, cell.paragraphs.join('\n'), formats.ofStyle.get(style ?? ''))
        const until = Math.min(maxColumn, row.column + cell.repeated)
        if (read !== null) for (let at = row.column; at < until; at += 1) row.cells.set(at, read)
        row.column = until
        cell = null
      } else if (tag === 'table-row') {
        const { number, repeated, cells } = row
        const last = Math.min(maxRow, number + repeated - 1)
        row = { ...row, number: last }
        if (cells.size === 0) return true
        if (!report({ name, hidden, rows, cells: cells.size * (last - number + 1), isWhole: false }))
          return false
        for (let at = number; at <= last; at += 1) rows.push({ number: at, hidden: row.hidden, cells })
      }
    },
  })
}

const asides = new Set(['annotation', 'shapes', 'tracked-changes', 'forms', 'named-expressions'])

const repetition = (attributes: string, name: string): number => {
  const repeated = Number(attribute(attributes, name) ?? '1')
  return Number.isInteger(repeated) && repeated > 0 ? Math.min(repeated, maxRow) : 1
}

/** What a value of the type says stands in an attribute; the paragraphs are how the program showed it. */
function cellOf(attributes: string, shown: string, format = 'General'): Cell | null {
  const type = attribute(attributes, 'value-type') ?? ''
  const hasFormula = attribute(attributes, 'formula') !== null
  const formula = hasFormula ? (type === '' && shown === '' ? 'uncached' : 'cached') : 'none'
  const made = (kind: Cell['kind'], text: string, as = 'General'): Cell => ({
    kind,
    text,
    format: as,
    formula,
  })
  if (hasFormula && /^(#[A-Z/0!?]+|Err:\d{3})/.test(shown)) return made('error', shown)
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = attribute(attributes, 'value') ?? ''
      return value !== '' && Number.isFinite(Number(value))
        ? made('number', value, format)
        : made('error', value)
    }
    case 'date': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(attribute(attributes, 'date-value') ?? '')?.[0]
      const serial = day === undefined ? Number.NaN : serialDateOfDay(day)
      return Number.isNaN(serial) ? made('text', shown) : made('number', String(serial), 'yyyy-mm-dd')
    }
    case 'boolean':
      return made('boolean', attribute(attributes, 'boolean-value') === 'true' ? '1' : '0')
    default: {
      const text = shown === '' ? (attribute(attributes, 'string-value') ?? '') : shown
      return text === '' && formula !== 'uncached' ? null : made('text', text)
    }
  }
}
