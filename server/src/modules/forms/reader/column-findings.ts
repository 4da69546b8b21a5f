import { address } from '../rules/cells.ts'
import type { LineKey } from '../rules/fields.ts'
import type { Finding } from '../rules/findings.ts'
import type { LinesLayout } from './layout.ts'

/** Columns without which a line cannot be understood; the others may be deleted by whoever does not need them. */
const neededColumns: readonly LineKey[] = ['quantity', 'route', 'serial']

/** What is to be said of the columns of our form; a list of somebody's own has those that it has. */
export function columnFindings({
  sheet,
  columns,
  repeated,
  unknown,
  renamed,
  labelRow,
  own,
}: LinesLayout): Finding[] {
  if (own !== undefined) return []
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
    ...renamed.map(
      ({ key, text, column }): Finding => ({
        code: 'column-renamed',
        severity: 'warning',
        ...at(column),
        field: `line.${key}`,
        found: text,
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
