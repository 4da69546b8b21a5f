import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import type { CaseFact, Move } from '../facts.ts'
import { mayHappen } from '../rules/lifecycle.ts'
import { unitsByRow } from '../storage/cases.ts'
import { type UnitView, viewOfUnit } from '../view.ts'
import { type CaseNotFound, closing, loadCase, type VersionConflict } from './case-chain.ts'

type WaiveRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'unit-not-in-case', { row: number }>
  | Refusal<'unit-not-waivable', { row: number; state: string }>

/** Finance lets a device go without return or certificate; the credit stays granted and is booked as waived. */
export async function waiveUnit(
  house: House<CaseFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'may'>,
  {
    caseId,
    row,
    reason,
    ifMatch,
  }: { caseId: string; row: number; reason: string; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, UnitView, WaiveRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const [unit] = await rows(house.db, unitsByRow, [caseId, [row]])
      if (unit === undefined) return { refused: 'unit-not-in-case', row }
      if (!mayHappen('waive', unit.state)) return { refused: 'unit-not-waivable', row, state: unit.state }
      const moves: Move[] = [
        { row, from: unit.state, to: 'waived', route: unit.route, creditMinor: unit.credit_minor },
      ]
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'unit-waived', ...loaded.ofOrder, moves, reason }, ...closing(loaded, moves)],
          },
        ],
        reply: viewOfUnit({ ...unit, state: 'waived', changed_at: now }, caller),
      }
    },
  })
}
