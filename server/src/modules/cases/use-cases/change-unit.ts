import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { changeUnits, type UnitProblem, type UnitWish, wishedSerials } from '../rules/change-units.ts'
import { unitsByRow } from '../storage/cases.ts'
import { type UnitView, viewOfUnit } from '../view.ts'
import { type CaseNotFound, loadCase, reservedAmong, type VersionConflict } from './case-chain.ts'

type ChangeRefusal = CaseNotFound | VersionConflict | UnitProblem | Refusal<'serial-reserved'>

/** One unit by hand: its serial number, a mark that it has none, its way. */
export async function changeUnit(
  house: House<CaseFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor'>,
  { caseId, ifMatch, wish }: { caseId: string; ifMatch: number | undefined; wish: UnitWish },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, UnitView, ChangeRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const units = await rows(house.db, unitsByRow, [caseId, [wish.row]])
      const reserved = await reservedAmong(house.db, wishedSerials(units, [wish]), loaded.row.order_id, [
        wish.row,
      ])
      const { changes, problems } = changeUnits(units, [wish], loaded.programme, reserved)
      const problem = problems[0]
      if (problem !== undefined) return problem
      const [unit] = units
      if (unit === undefined) return { row: wish.row, refused: 'unit-not-in-case' }
      const [change] = changes
      const after =
        change === undefined
          ? unit
          : {
              ...unit,
              state: change.to,
              route: change.route,
              changed_at: now,
              serial: change.serial === undefined ? unit.serial : change.serial,
              serial_mark: change.serialMark === undefined ? unit.serial_mark : change.serialMark,
            }
      return {
        streams:
          change === undefined
            ? []
            : [{ stream: loaded.stream, facts: [{ type: 'units-changed', ...loaded.ofOrder, changes }] }],
        reply: viewOfUnit(after, caller),
      }
    },
    onConflict: { unit_serial_key: () => ({ refused: 'serial-reserved' }) },
  })
}
