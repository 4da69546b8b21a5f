import { interpret, type Surroundings, skuOfOwnList } from '../rules/cell-values.ts'
import { address, isBlank } from '../rules/cells.ts'
import { type Field, type LineKey, lineFields } from '../rules/fields.ts'
import type { Finding } from '../rules/findings.ts'
import type { Interpreted } from '../rules/interpreted.ts'
import { wantedSkus } from '../rules/lead-to-sku.ts'
import { lineFindings } from '../rules/line-findings.ts'
import type { FormLine } from '../rules/reading.ts'
import { columnFindings } from './column-findings.ts'
import type { LinesLayout } from './layout.ts'
import type { Row } from './workbook.ts'

export interface ReadLines {
  readonly lines: readonly FormLine[]
  readonly findings: readonly Finding[]
  /** The row of the line that was one too many. */
  readonly beyond: number | null
  readonly whole: boolean
}

export function readLines(layout: LinesLayout, around: Surroundings, maxLines: number): ReadLines {
  const { sheet, columns, labelRow, own } = layout
  const findings: Finding[] = columnFindings(layout)
  const lines: FormLine[] = []
  const hidden: number[] = []
  const notOwed: number[] = []
  let beyond: number | null = null
  const scanned = sheet.read((row) => {
    if (row.number <= labelRow || isBlankLine(row, layout) || own?.leaveOut.has(row.number)) return true
    const read = readLine(row, layout, around)
    if (own !== undefined && !isOfCase(read, around)) {
      notOwed.push(row.number)
      return true
    }
    if (lines.length + read.lines.length > maxLines) {
      beyond = row.number
      return false
    }
    if (row.hidden) hidden.push(row.number)
    lines.push(...read.lines)
    findings.push(...read.findings)
    return true
  })
  const counted = (code: 'hidden-rows' | 'lines-not-owed', [first, ...rest]: readonly number[]): Finding[] =>
    first === undefined
      ? []
      : [
          {
            code,
            severity: 'warning',
            sheet: sheet.name,
            cell: address(code === 'hidden-rows' ? 0 : (columns.get('sku') ?? layout.partNumber ?? 0), first),
            ...(code === 'hidden-rows' && { expected: { kind: 'shown-rows' as const } }),
            values: { count: rest.length + 1 },
          },
        ]
  findings.push(...counted('hidden-rows', hidden), ...counted('lines-not-owed', notOwed))
  findings.push(...lineFindings(lines, columns, sheet.name))
  return { lines, findings: inRowOrder(findings), beyond, whole: scanned !== 'malformed' }
}

/** A row number alone is no line: whoever clears a line leaves it standing. */
const isBlankLine = (row: Row, { columns, partNumber }: LinesLayout): boolean => {
  for (const [key, column] of columns) if (key !== 'row' && !isBlank(row.cells.get(column))) return false
  return partNumber === undefined || isBlank(row.cells.get(partNumber))
}

interface ReadLine {
  /** Several when serials share the cell. */
  readonly lines: readonly FormLine[]
  readonly findings: readonly Finding[]
}

/**
 * An inventory lists the whole house; a case owes a few devices of it. A line is of the case when it has a SKU that the
 * case owes, or may be one: several fit, or a slip away.
 */
function isOfCase({ lines, findings }: ReadLine, { parts }: Surroundings): boolean {
  if (parts === null) return true
  const wanted = wantedSkus(parts)
  const sku = lines[0]?.sku ?? null
  if (sku !== null && wanted.has(sku)) return true
  return findings.some(
    ({ code, expected }) =>
      (code === 'sku-ambiguous' || code === 'unknown-sku') &&
      typeof expected === 'object' &&
      expected.kind === 'near-sku' &&
      String(expected.values?.['near'] ?? '')
        .split(', ')
        .some((near) => wanted.has(near)),
  )
}

function readLine(row: Row, layout: LinesLayout, around: Surroundings): ReadLine {
  const { sheet, columns, own } = layout
  const values: Record<string, unknown> = {}
  const findings: Finding[] = []
  let serials: readonly string[] | undefined
  for (const field of lineFields) {
    const column = columns.get(field.key) ?? (field.key === 'sku' ? layout.partNumber : undefined)
    const cell = column === undefined ? undefined : row.cells.get(column)
    const { value, notes, several } = interpreted(field, row, layout, around)
    values[field.key] = value
    if (field.key === 'serial') serials = several
    const at = {
      sheet: sheet.name,
      cell: address(column ?? 0, row.number),
      field: `line.${field.key}`,
    }
    for (const note of notes) findings.push({ ...note, ...at })
    if (several !== undefined && field.key !== 'serial')
      findings.push({
        code: 'serial-several',
        severity: 'error',
        ...at,
        found: cell?.text ?? '',
        expected: { kind: 'serial-one' },
      })
    if (field.key === 'route' && value === null) values[field.key] = own?.route ?? null
    if (column === undefined || !isBlank(cell)) {
      if (field.key === 'quantity' && own !== undefined && column === undefined) values[field.key] = 1
      continue
    }
    // Somebody's own list need not say everything: the case knows the route that was chosen.
    if (
      field.required === 'always' &&
      (own === undefined || (field.key === 'sku' && value === null && notes.length === 0))
    )
      findings.push({ code: 'required', severity: 'error', ...at, expected: { kind: 'filled' } })
    else if (field.key === 'quantity') {
      values[field.key] = serials?.length ?? 1
      // A serial says that it is one device; without one somebody may have meant more.
      if (own === undefined && isBlank(row.cells.get(columns.get('serial') ?? -1)))
        findings.push({ code: 'quantity-assumed', severity: 'warning', ...at })
    }
  }
  // The one place where the loop over the description meets the type made from it.
  const line = { ...values, sheetRow: row.number } as unknown as FormLine
  return serials === undefined ? { lines: [line], findings } : split(line, row, serials, layout, findings)
}

function interpreted(
  field: Field<LineKey>,
  row: Row,
  layout: LinesLayout,
  around: Surroundings,
): Interpreted {
  const cellOf = (key: LineKey) => {
    const column = layout.columns.get(key)
    return column === undefined ? undefined : row.cells.get(column)
  }
  if (field.key !== 'sku' || layout.own === undefined) return interpret(field, cellOf(field.key), around)
  const partNumber = layout.partNumber === undefined ? undefined : row.cells.get(layout.partNumber)
  return skuOfOwnList({ sku: cellOf('sku'), partNumber, isBuiltIn: !isBlank(cellOf('parentSerial')) }, around)
}

/**
 * One line for each of the serials that share a cell. Not where a row number says that the line is one device, and not
 * where the quantity says another number than there are.
 */
function split(
  line: FormLine,
  row: Row,
  serials: readonly string[],
  { sheet, columns }: LinesLayout,
  findings: readonly Finding[],
): ReadLine {
  const cell = row.cells.get(columns.get('serial') ?? -1)
  const at = {
    sheet: sheet.name,
    cell: address(columns.get('serial') ?? 0, row.number),
    field: 'line.serial',
    found: cell?.text ?? '',
  }
  const saysQuantity = !isBlank(row.cells.get(columns.get('quantity') ?? -1))
  const problem = (finding: Omit<Finding, keyof typeof at>): ReadLine => ({
    lines: [line],
    findings: [...findings, { ...finding, ...at }],
  })
  if (serials.length <= 1)
    return { lines: [{ ...line, serial: serials[0] ?? null, quantity: line.quantity ?? 1 }], findings }
  if (line.row !== null)
    return problem({ code: 'serial-several', severity: 'error', expected: { kind: 'serial-one' } })
  if (saysQuantity && line.quantity !== serials.length)
    return problem({
      code: 'serial-count',
      severity: 'error',
      expected: { kind: 'serial-count', values: { count: line.quantity ?? 0 } },
      values: { count: serials.length },
    })
  return {
    lines: serials.map((serial) => ({ ...line, serial, quantity: 1 })),
    findings: [
      ...findings,
      { code: 'serial-split', severity: 'warning', ...at, values: { count: serials.length } },
    ],
  }
}

/** As a person goes through the sheet: from top to bottom, what concerns the whole sheet first. */
const inRowOrder = (findings: readonly Finding[]): Finding[] => {
  const rowOf = (finding: Finding): number => Number(/\d+$/.exec(finding.cell ?? '')?.[0] ?? 0)
  return findings
    .map((finding) => ({ finding, row: rowOf(finding) }))
    .sort((one, other) => one.row - other.row)
    .map(({ finding }) => finding)
}
