import type { ColumnMapping } from '../../rules/column-mapping.ts'
import type { LineKey } from '../../rules/fields.ts'
import type { LinesLayout } from '../layout.ts'
import { columnOf, type Workbook } from '../workbook.ts'

/** The lines of somebody's own list, as a person said they are to be read; null when its sheet is not there. */
export function mappedLayout(workbook: Workbook, mapping: ColumnMapping): LinesLayout | null {
  const sheet = workbook.sheets.find(({ name }) => name === mapping.sheet)
  if (sheet === undefined) return null
  const columns = new Map<LineKey, number>()
  let partNumber: number | undefined
  for (const [letters, field] of Object.entries(mapping.columns)) {
    const column = columnOf(letters)
    if (column === null) continue
    if (field === 'partNumber') partNumber ??= column
    else if (!columns.has(field)) columns.set(field, column)
  }
  return {
    sheet,
    columns,
    repeated: [],
    unknown: [],
    renamed: [],
    isOurs: false,
    labelRow: mapping.headingRow,
    ...(partNumber !== undefined && { partNumber }),
    own: { route: mapping.route, leaveOut: new Set(mapping.leaveOut) },
  }
}
