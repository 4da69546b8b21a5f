import { address } from './cells.ts'
import type { LineKey } from './fields.ts'
import type { Finding } from './findings.ts'
import type { FormLine } from './reading.ts'

/** Where each field's column is; a column that the file lacks is absent. */
export type Columns = ReadonlyMap<LineKey, number>

/** What only shows when all lines lie side by side: double rows and serials, and what one field demands of another. */
export function lineFindings(lines: readonly FormLine[], columns: Columns, sheet: string): Finding[] {
  const findings: Finding[] = []
  const at = (line: FormLine, key: LineKey): Pick<Finding, 'sheet' | 'cell' | 'field'> => ({
    sheet,
    cell: address(columns.get(key) ?? columns.get('sku') ?? 0, line.sheetRow),
    field: `line.${key}`,
  })
  const rows = new Map<number, FormLine>()
  const serials = new Map<string, FormLine>()
  const lookalikes = new Map<string, FormLine>()
  for (const line of lines) {
    if (line.row !== null) {
      const first = rows.get(line.row)
      if (first === undefined) rows.set(line.row, line)
      else
        findings.push({
          code: 'row-duplicate',
          severity: 'error',
          ...at(line, 'row'),
          found: String(line.row),
          expected: { kind: 'row-unique' },
          values: { other: at(first, 'row').cell ?? '' },
        })
    }
    if (line.dataBearing === true && line.sanitisation === null)
      findings.push({ code: 'still-missing', severity: 'warning', ...at(line, 'sanitisation') })
    if (line.supportContract !== null && line.supportEnds === null)
      findings.push({ code: 'still-missing', severity: 'warning', ...at(line, 'supportEnds') })
    if (line.serial === null) continue
    if (line.quantity !== null && line.quantity > 1)
      findings.push({
        code: 'serial-with-quantity',
        severity: 'error',
        ...at(line, 'quantity'),
        found: String(line.quantity),
        expected: { kind: 'quantity-one' },
      })
    // Identity is SKU and serial: two vendors may print the same serial on different parts.
    const identity = `${line.sku ?? ''} ${line.serial}`
    const twin = serials.get(identity)
    if (twin === undefined) serials.set(identity, line)
    const lookalike = identity.replaceAll('O', '0').replaceAll('I', '1')
    const similar = twin ?? lookalikes.get(lookalike)
    if (similar === undefined) lookalikes.set(lookalike, line)
    else
      findings.push({
        code: twin === undefined ? 'serial-lookalike' : 'serial-duplicate',
        severity: twin === undefined ? 'warning' : 'error',
        ...at(line, 'serial'),
        found: line.serial,
        expected: { kind: 'serial-unique' },
        values: { other: at(similar, 'serial').cell ?? '', serial: similar.serial ?? '' },
      })
  }
  return findings
}
