import { interpret, type Surroundings } from '../rules/cell-values.ts'
import { address, isBlank } from '../rules/cells.ts'
import { type LineKey, lineFields } from '../rules/fields.ts'
import type { Finding } from '../rules/findings.ts'
import { lineFindings } from '../rules/line-findings.ts'
import type { FormLine } from '../rules/reading.ts'
import type { LinesLayout } from './layout.ts'
import type { Row } from './workbook.ts'

export interface ReadLines {
  readonly lines: readonly FormLine[]
  readonly findings: readonly Finding[]
  /** The row of the line that was one too many. */
  readonly beyond: number | null
  readonly whole: boolean
}

/** Columns without which a line cannot be understood; the others may be deleted by whoever does not need them. */
const neededColumns: readonly LineKey[] = ['quantity', 'route', 'serial']

export function readLines(layout: LinesLayout, around: Surroundings, maxLines: number): ReadLines {
  const { sheet, columns, labelRow } = layout
  const findings: Finding[] = columnFindings(layout)
  const lines: FormLine[] = []
  const hidden: number[] = []
  let beyond: number | null = null
  const scanned = sheet.read((row) => {
    if (row.number <= labelRow || isBlankLine(row, columns)) return true
    if (lines.length === maxLines) {
      beyond = row.number
      return false
    }
    if (row.hidden) hidden.push(row.number)
    lines.push(readLine(row, layout, around, findings))
    return true
  })
  if (hidden[0] !== undefined)
    findings.push({
      code: 'hidden-rows',
      severity: 'warning',
      sheet: sheet.name,
      cell: address(0, hidden[0]),
      expected: { kind: 'shown-rows' },
      values: { count: hidden.length },
    })
  findings.push(...lineFindings(lines, columns, sheet.name))
  return { lines, findings: inRowOrder(findings), beyond, whole: scanned !== 'malformed' }
}

/** A row number alone is no line: whoever clears a line leaves it standing. */
const isBlankLine = (row: Row, columns: LinesLayout['columns']): boolean => {
  for (const [key, column] of columns) if (key !== 'row' && !isBlank(row.cells.get(column))) return false
  return true
}

function readLine(
  row: Row,
  { sheet, columns }: LinesLayout,
  around: Surroundings,
  findings: Finding[],
): FormLine {
  const values: Record<string, unknown> = {}
  for (const field of lineFields) {
    const column = columns.get(field.key)
    const cell = column === undefined ? undefined : row.cells.get(column)
    const { value, notes } = interpret(field, cell, around)
    values[field.key] = value
    const at = {
      sheet: sheet.name,
      cell: address(column ?? 0, row.number),
      field: `line.${field.key}`,
    }
    for (const note of notes) findings.push({ ...note, ...at })
    if (column === undefined || !isBlank(cell)) continue
    if (field.required === 'always')
      findings.push({ code: 'required', severity: 'error', ...at, expected: { kind: 'filled' } })
    else if (field.key === 'quantity') {
      values[field.key] = 1
      // A serial says that it is one device; without one somebody may have meant more.
      if (isBlank(row.cells.get(columns.get('serial') ?? -1)))
        findings.push({ code: 'quantity-assumed', severity: 'warning', ...at })
    }
  }
  // The one place where the loop over the description meets the type made from it.
  return { ...values, sheetRow: row.number } as unknown as FormLine
}

function columnFindings({ sheet, columns, repeated, unknown, labelRow }: LinesLayout): Finding[] {
  const at = (column: number) => ({ sheet: sheet.name, cell: address(column, labelRow) })
  return [
    ...neededColumns
      .filter((key) => !columns.has(key))
      .map(
        (key): Finding => ({
          code: 'missing-column',
          severity: 'error',
          sheet: sheet.name,
          field: `line.${key}`,
          expected: { kind: 'column' },
        }),
      ),
    ...repeated.map(
      ({ key, column }): Finding => ({
        code: 'duplicate-column',
        severity: 'error',
        ...at(column),
        field: `line.${key}`,
        expected: { kind: 'column-once' },
      }),
    ),
    ...unknown.map(
      ({ text, column }): Finding => ({
        code: 'unknown-column',
        severity: 'warning',
        ...at(column),
        found: text,
      }),
    ),
  ]
}

/** As a person goes through the sheet: from top to bottom, what concerns the whole sheet first. */
const inRowOrder = (findings: readonly Finding[]): Finding[] => {
  const rowOf = (finding: Finding): number => Number(/\d+$/.exec(finding.cell ?? '')?.[0] ?? 0)
  return findings
    .map((finding) => ({ finding, row: rowOf(finding) }))
    .sort((one, other) => one.row - other.row)
    .map(({ finding }) => finding)
}
