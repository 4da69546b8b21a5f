import { type Cell, isBlank } from '../rules/cells.ts'
import type { HeaderKey, LineKey } from '../rules/fields.ts'
import { identityMark, keyMark, problemsMark } from '../rules/marks.ts'
import type { FormTemplate } from '../rules/reading.ts'
import { headerKeys, lineKeys, nearHeaderKey, nearKey, plainLabel } from './vocabulary.ts'
import type { Row, Sheet, Workbook } from './workbook.ts'

/**
 * Where things are in this file. Sheets, columns and rows are found by the marks the writer hides and, where a program
 * or a person removed those, by their printed labels in either language: names and places may all have changed.
 */
export interface Layout {
  readonly identity: FormTemplate | null
  readonly header: { readonly sheet: Sheet; readonly rows: readonly HeaderRow[] } | null
  readonly lines: LinesLayout | null
}
export interface HeaderRow {
  readonly key: HeaderKey
  readonly valueColumn: number
  readonly row: number
  readonly value: Cell | undefined
}
export interface LinesLayout {
  readonly sheet: Sheet
  readonly columns: ReadonlyMap<LineKey, number>
  readonly repeated: readonly { readonly key: LineKey; readonly column: number }[]
  readonly unknown: readonly { readonly text: string; readonly column: number }[]
  /** Columns whose heading was written anew by somebody and still says the same. */
  readonly renamed: readonly { readonly key: LineKey; readonly text: string; readonly column: number }[]
  /** The column with assembly part numbers, which our form does not have. */
  readonly partNumber?: number
  /** The list is somebody's own: it owes us no column, and may hold far more than this case. */
  readonly own?: { readonly route: 'return' | 'destroy' | null; readonly leaveOut: ReadonlySet<number> }
  /** It carries our marks or most of our columns: nobody's own list looks like that by chance. */
  readonly isOurs: boolean
  /** Lines begin in the row after this one. */
  readonly labelRow: number
}

/** Labels stand within so many rows of the top; the header has 33 fields and room for a letterhead above. */
const topRows = 120

export function findLayout(workbook: Workbook): Layout | 'malformed' {
  let identity: Layout['identity'] = null
  let header: Layout['header'] = null
  let lines: Layout['lines'] = null
  for (const sheet of workbook.sheets) {
    const top: Row[] = []
    const scanned = sheet.read((row) => {
      top.push(row)
      // Hidden lists are long, and which form this is stands in the first row or nowhere on the sheet.
      return top.length < (isMarked(top, problemsMark) || (sheet.hidden && !isMarked(top)) ? 1 : topRows)
    })
    if (scanned === 'malformed') return scanned
    identity ??= readIdentity(top)
    // Lists for the drop-downs are hidden and full of words of the form: nothing hidden is the form itself.
    if (sheet.hidden || isMarked(top, problemsMark)) continue
    const linesHere: Layout['lines'] = lines === null ? findLines(sheet, top) : null
    if (linesHere !== null) lines = linesHere
    else if (header === null) header = findHeader(sheet, top)
  }
  return { identity, header, lines }
}

const textOf = (cell: Cell | undefined): string => (cell?.kind === 'text' ? plainLabel(cell.text) : '')

export const isMarked = ([first]: readonly Row[], mark = identityMark): boolean =>
  textOf(first?.cells.get(0)) === mark

function readIdentity(top: readonly Row[]): FormTemplate | null {
  if (!isMarked(top)) return null
  const [, ...rest] = top
  const values = new Map(
    rest.map((row) => [textOf(row.cells.get(0)), (row.cells.get(1)?.text ?? '').trim().slice(0, 60)]),
  )
  return {
    id: values.get('template') ?? '',
    version: values.get('version') ?? '',
    language: values.get('language') ?? '',
    caseNumber: values.get('case') || null,
  }
}

function findHeader(sheet: Sheet, top: readonly Row[]): Layout['header'] {
  const rows = new Map<HeaderKey, HeaderRow>()
  const rest: Row[] = []
  const find = (row: Row, keyOf: (text: string) => HeaderKey | undefined): boolean => {
    for (const column of [...row.cells.keys()].sort((one, other) => one - other)) {
      const text = textOf(row.cells.get(column))
      const key = keyOf(text)
      if (key === undefined) continue
      if (!rows.has(key)) {
        const valueColumn = valueColumnOf(row.cells, column, text)
        rows.set(key, { key, valueColumn, row: row.number, value: row.cells.get(valueColumn) })
      }
      return true
    }
    return false
  }
  for (const row of top) if (!find(row, (text) => headerKeys.get(text))) rest.push(row)
  if (rows.size < 5) return null
  // Only on a sheet that is the header without doubt: a label that somebody corrected or shortened.
  for (const row of rest)
    find(row, (text) => {
      const key = nearHeaderKey(text)
      return key === null || rows.has(key) ? undefined : key
    })
  return { sheet, rows: [...rows.values()] }
}

/**
 * The value stands right of the label, which stands right of its mark. Where the cell is empty, columns were put in
 * between or the label's cells merged: then it is the next one with something in it, up to the help text at the very end.
 */
function valueColumnOf(cells: Row['cells'], column: number, text: string): number {
  const isMark = text.startsWith('tmip.')
  let label = column
  if (isMark)
    for (let at = column + 1; at <= column + 4; at += 1)
      if (headerKeys.has(textOf(cells.get(at)))) {
        label = at
        break
      }
  const usual = label === column && isMark ? column + 2 : label + 1
  if (!isBlank(cells.get(usual))) return usual
  const filled = [...cells.keys()]
    .filter((at) => at > usual && !isBlank(cells.get(at)))
    .sort((one, other) => one - other)
  // One more text in the row is the help beside an empty cell; two are the value, moved, and the help.
  return filled.length >= 2 && filled[0] !== undefined && filled[0] <= usual + 3 ? filled[0] : usual
}

function findLines(sheet: Sheet, top: readonly Row[]): LinesLayout | null {
  const labelled = top.filter((row) => {
    const keys = [...row.cells.values()].map((cell) => lineKeys.get(textOf(cell)))
    return keys.includes('sku') && new Set(keys.filter((key) => key !== undefined)).size >= 4
  })
  const labels = labelled.at(-1)
  if (labels === undefined) return null
  const columns = new Map<LineKey, number>()
  let partNumber: number | undefined
  const repeated: { key: LineKey; column: number }[] = []
  const unknown: { text: string; column: number }[] = []
  const all = new Set(labelled.flatMap((row) => [...row.cells.keys()]))
  for (const column of [...all].sort((one, other) => one - other)) {
    const texts = labelled.map((row) => textOf(row.cells.get(column)))
    if (texts.includes(partNumberMark)) {
      partNumber ??= column
      continue
    }
    const key = lineKeys.get(texts.find((text) => lineKeys.has(text)) ?? '')
    if (key === undefined) unknown.push({ text: labels.cells.get(column)?.text ?? '', column })
    else if (columns.has(key)) repeated.push({ key, column })
    else columns.set(key, column)
  }
  const renamed: { key: LineKey; text: string; column: number }[] = []
  const strange = unknown.filter(({ text, column }, index) => {
    // A form has 21 columns; comparing thousands of headings with every name would take seconds.
    const key = index < 100 ? nearKey(text) : null
    if (key === null || columns.has(key)) return true
    columns.set(key, column)
    renamed.push({ key, text, column })
    return false
  })
  const isMarked = labelled.some((row) => [...row.cells.values()].some((cell) => isKeyMark(textOf(cell))))
  return {
    sheet,
    columns,
    repeated,
    unknown: strange,
    renamed,
    labelRow: labels.number,
    isOurs: isMarked || columns.size >= 12,
    // Only a list that we wrote from an inventory marks this column.
    ...(partNumber !== undefined && { partNumber, own: { route: null, leaveOut: new Set<number>() } }),
  }
}

const partNumberMark = plainLabel(keyMark('line', 'partNumber'))
const isKeyMark = (text: string): boolean =>
  text.startsWith('tmip.line.') && (lineKeys.has(text) || text === partNumberMark)
