import { strToU8, zipSync } from 'fflate'
import type { Row, Workbook } from '../reader/workbook.ts'
import { address, type Cell } from '../rules/cells.ts'
import { escaped } from './xml-edit.ts'

/**
 * Any workbook's cells as .xlsx, each in its place: for files of kinds that can carry no notes (CSV, pasted text), and
 * OpenDocument, whose styles would have to be edited a second way for the same colours. Digits of numbers are written as
 * they were read. Rejected: hucre, which writes doubles.
 */
export function asXlsx({ sheets }: Workbook): Uint8Array {
  const formats = new Map<string, number>()
  const parts: Record<string, string> = {}
  const names = sheetNames(sheets.map(({ name }) => name))
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(sheet.read, formats)
  })
  parts['xl/styles.xml'] = stylesPart([...formats.keys()])
  parts['xl/workbook.xml'] = `${head}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><sheets>${sheets
    .map(
      ({ hidden }, index) =>
        `<sheet name="${escaped(names[index] ?? '')}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'],
  ])
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']])
  parts['[Content_Types].xml'] =
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides(sheets.length)}</Types>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime: new Date(1980, 0, 1, 12),
  })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${documentRelations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const overrides = (sheets: number): string => {
  const type = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  return (
    type('workbook', 'sheet.main') +
    type('styles', 'styles') +
    Array.from({ length: sheets }, (_, index) => type(`worksheets/sheet${index + 1}`, 'worksheet')).join('')
  )
}

/** Excel's own rules for names: 31 characters, none of these signs, each once. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet'
    let free = plain
    for (let again = 2; taken.has(free.toLowerCase()); again += 1) free = `${plain.slice(0, 27)} ${again}`
    taken.add(free.toLowerCase())
    return free
  })
}

/** Style 0 is General; the others follow in the order in which their formats were met. */
const stylesPart = (formats: readonly string[]): string => {
  const custom = formats.map(
    (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`,
  )
  const cells = [
    '<xf/>',
    ...formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`),
  ]
  return `${head}<styleSheet xmlns="${main}">${custom.length === 0 ? '' : `<numFmts count="${custom.length}">${custom.join('')}</numFmts>`}<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`
}

const [narrowest, widest] = [10, 50]

function sheetPart(read: (row: (row: Row) => boolean) => unknown, formats: Map<string, number>): string {
  const rows: string[] = []
  const widths: number[] = []
  const styleOf = (format: string): number => {
    if (format === 'General') return 0
    const style = formats.get(format) ?? formats.size + 1
    formats.set(format, style)
    return style
  }
  read(({ number, hidden, cells }) => {
    const inOrder = [...cells].sort(([one], [other]) => one - other)
    for (const [column, { text }] of inOrder)
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, text.length + 2))
    rows.push(
      `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${inOrder
        .map(([column, cell]) => cellPart(address(column, number), cell, styleOf))
        .join('')}</row>`,
    )
    return true
  })
  const columns = Array.from(
    widths,
    (width: number | undefined, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? narrowest}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}">${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

function cellPart(
  reference: string,
  { kind, text, format, formula }: Cell,
  styleOf: (format: string) => number,
): string {
  if (formula === 'uncached') return `<c r="${reference}"><f>NA()</f></c>`
  if (kind === 'number') return `<c r="${reference}" s="${styleOf(format)}"><v>${escaped(text)}</v></c>`
  if (kind === 'boolean') return `<c r="${reference}" t="b"><v>${text}</v></c>`
  if (kind === 'error') return `<c r="${reference}" t="e"><v>${escaped(text)}</v></c>`
  // Formatted as text: neither are leading zeros dropped nor is `=1+1` computed when somebody edits it.
  const safe = escaped(text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_'))
  return `<c r="${reference}" s="${styleOf('@')}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
}
