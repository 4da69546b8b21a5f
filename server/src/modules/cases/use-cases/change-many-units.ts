import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { type UnitWish, wishedSerials } from '../rules/change-units.ts'
import { changeUnitsTogether, type UnitsRefused } from '../rules/change-units-together.ts'
import { unitsByRow } from '../storage/cases.ts'
import { type CaseView, viewOfCase } from '../view.ts'
import { type CaseNotFound, loadCase, reservedAmong, rowAfter, type VersionConflict } from './case-chain.ts'

type ChangeManyRefusal = CaseNotFound | VersionConflict | UnitsRefused

/** A table of changes, such as serial numbers pasted into it: all of them by one fact, or none. */
export async function changeManyUnits(
  house: House<CaseFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor' | 'actor'>,
  {
    caseId,
    wishes,
    ifMatch,
    language,
  }: {
    caseId: string
    wishes: readonly UnitWish[]
    ifMatch: number | undefined
    language: Language
  },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, CaseView, ChangeManyRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      const touched = wishes.map((wish) => wish.row)
      const units = await rows(house.db, unitsByRow, [caseId, touched])
      const reserved = await reservedAmong(house.db, wishedSerials(units, wishes), row.order_id, touched)
      const changes = changeUnitsTogether(units, wishes, programme, reserved)
      if (isRefused(changes))
        return {
          ...changes,
          problems: changes.problems.map((one) => ({ ...one, pointer: `/changes${one.pointer}` })),
        }
      const reader = { ...caller, language }
      if (changes.length === 0) return { streams: [], reply: viewOfCase(row, programme, now, reader) }
      const after = rowAfter(row, changes, { version: row.version + 1 })
      return {
        streams: [{ stream: loaded.stream, facts: [{ type: 'units-changed', ...loaded.ofOrder, changes }] }],
        reply: viewOfCase(after, programme, now, reader),
      }
    },
    // Somebody took one of the serial numbers a moment ago: deciding again finds whose cell it is.
    again: ['unit_serial_key'],
  })
}
