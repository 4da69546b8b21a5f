import type { Cell } from '../rules/cells.ts'
import type { HeaderKey, LineKey } from '../rules/fields.ts'
import { identityMark, problemsMark } from '../rules/marks.ts'
import type { FormTemplate } from '../rules/reading.ts'
import { headerKeys, lineKeys, plainLabel } from './vocabulary.ts'
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
  for (const { number, cells } of top)
    for (const column of [...cells.keys()].sort((one, other) => one - other)) {
      const text = textOf(cells.get(column))
      const key = headerKeys.get(text)
      if (key === undefined) continue
      // The mark stands left of the label, the value right of it.
      const valueColumn = column + (text.startsWith('tmip.') ? 2 : 1)
      if (!rows.has(key)) rows.set(key, { key, valueColumn, row: number, value: cells.get(valueColumn) })
      break
    }
  return rows.size >= 5 ? { sheet, rows: [...rows.values()] } : null
}

function findLines(sheet: Sheet, top: readonly Row[]): LinesLayout | null {
  const labelled = top.filter((row) => {
    const keys = [...row.cells.values()].map((cell) => lineKeys.get(textOf(cell)))
    return keys.includes('sku') && new Set(keys.filter((key) => key !== undefined)).size >= 4
  })
  const labels = labelled.at(-1)
  if (labels === undefined) return null
  const columns = new Map<LineKey, number>()
  const repeated: { key: LineKey; column: number }[] = []
  const unknown: { text: string; column: number }[] = []
  const all = new Set(labelled.flatMap((row) => [...row.cells.keys()]))
  for (const column of [...all].sort((one, other) => one - other)) {
    const texts = labelled.map((row) => textOf(row.cells.get(column)))
    const key = lineKeys.get(texts.find((text) => lineKeys.has(text)) ?? '')
    if (key === undefined) unknown.push({ text: labels.cells.get(column)?.text ?? '', column })
    else if (columns.has(key)) repeated.push({ key, column })
    else columns.set(key, column)
  }
  return { sheet, columns, repeated, unknown, labelRow: labels.number }
}
