import type { Schema } from '../../../api/client.ts'
import type { Change, Wish } from './changes.ts'
import type { CellProblem } from './use-changes.ts'

type Unit = Schema['Unit']

/** What a row of the table is handed, and each cell of it in turn. */
export interface RowProps {
  unit: Unit
  change: Change | undefined
  problems: readonly CellProblem[] | undefined
  twin: number | undefined
  selected: boolean
  selectable: boolean
  onSelect: (unit: Unit, withShift: boolean) => void
  onChange: (said: readonly { unit: Unit; wish: Wish }[]) => void
  onPaste: (unit: Unit, text: string) => Promise<void>
  caseId: string
}
