import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import type { CaseFact, Move } from '../facts.ts'
import { mayHappen } from '../rules/lifecycle.ts'
import { unitsByRow } from '../storage/cases.ts'
import { type CaseView, viewOfCase } from '../view.ts'
import { type CaseNotFound, closing, loadCase, rowAfter, type VersionConflict } from './case-chain.ts'

type WaiveRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'unit-not-in-case', { row: number }>
  | Refusal<'unit-not-waivable', { row: number; state: string }>

/**
 * Finance lets devices go without return or certificate, all of them or none; their credit stays granted and is booked
 * as waived.
 */
export async function waiveUnits(
  house: House<CaseFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor' | 'actor'>,
  request: {
    caseId: string
    rows: readonly number[]
    reason: string
    ifMatch: number | undefined
    language: Language
  },
  requestKey?: RequestKey,
) {
  const { caseId, reason, language } = request
  return runCommand<CaseFact, CaseView, WaiveRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, request.ifMatch)
      if (isRefused(loaded)) return loaded
      const units = await rows(house.db, unitsByRow, [caseId, request.rows])
      const missing = request.rows.find((wanted) => !units.some(({ row }) => row === wanted))
      if (missing !== undefined) return { refused: 'unit-not-in-case', row: missing }
      const settled = units.find(({ state }) => !mayHappen('waive', state))
      if (settled !== undefined)
        return { refused: 'unit-not-waivable', row: settled.row, state: settled.state }
      const moves = units.map(
        ({ row, state, route, credit_minor }): Move => ({
          row,
          from: state,
          to: 'waived',
          route,
          creditMinor: credit_minor,
        }),
      )
      const closed = closing(loaded, moves)
      const after = rowAfter(loaded.row, moves, {
        version: loaded.row.version + 1 + closed.length,
        ...(closed.length > 0 && { closed_at: now, extension_asked: null }),
      })
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'unit-waived', ...loaded.ofOrder, moves, reason }, ...closed],
          },
        ],
        reply: viewOfCase(after, loaded.programme, now, { ...caller, language }),
      }
    },
  })
}
