import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import {
  type CaseFact,
  type CaseNotFound,
  closing,
  type LoadedCase,
  loadCase,
  type UnitRow,
  unitsByRow,
  unitsOfCase,
  type VersionConflict,
} from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { CreditFact } from '../facts.ts'
import { amountOf, type ChargeBackHindrance, chargeable, chargeBackHindrance } from '../rules/charge-back.ts'
import { chargeBackByNumber, circumstancesOf } from '../storage/charge-backs.ts'
import { type ChargeBackView, viewOfChargeBack } from '../view.ts'

/** Asked for only where the case itself lets it through; `units` are those whose credit would be taken back. */
async function hindrance(
  db: Database,
  { row, programme }: LoadedCase,
  units: readonly UnitRow[],
  now: string,
): Promise<ChargeBackHindrance | null> {
  const serials = units.flatMap(({ serial }) => serial ?? [])
  const found = await firstRow(db, circumstancesOf, [row.id, serials])
  return chargeBackHindrance(row, programme, {
    now,
    extensionDeniedAt: found?.extension_denied_at ?? null,
    goodsHeld: found?.goods_held ?? 0,
  })
}

type ProposeRefusal =
  | CaseNotFound
  | VersionConflict
  | ChargeBackHindrance
  | Refusal<'charge-back-waiting', { number: number }>
  | Refusal<'units-not-chargeable', { rows: readonly number[] }>
  | Refusal<'nothing-chargeable'>

/** Finance proposes to take credit back: of all devices that are still owed, or of the rows that are named. */
export async function proposeChargeBack(
  house: House<CreditFact | CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'may'>,
  request: {
    caseId: string
    ifMatch: number | undefined
    rows: readonly number[] | undefined
    reason: string
  },
  requestKey?: RequestKey,
) {
  return runCommand<CreditFact | CaseFact, ChargeBackView, ProposeRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, request.caseId, request.ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, ofOrder, stream } = loaded
      if (row.charge_back_waiting !== null)
        return { refused: 'charge-back-waiting', number: row.charge_back_waiting }
      const units =
        request.rows === undefined
          ? await rows(house.db, unitsOfCase, [row.id])
          : await rows(house.db, unitsByRow, [row.id, request.rows])
      // Credit that is paid only after receipt was never given.
      const moves = ofOrder.creditPaid === 'at-order' ? chargeable(units) : []
      const wrong = request.rows?.filter((wanted) => !moves.some((move) => move.row === wanted)) ?? []
      if (moves.length === 0) return { refused: 'nothing-chargeable' }
      if (wrong.length > 0) return { refused: 'units-not-chargeable', rows: wrong }
      const stopped = await hindrance(house.db, loaded, units, now)
      if (stopped !== null) return stopped
      const number = row.charge_backs + 1
      const proposed = { number, rows: moves.map((move) => move.row), amountMinor: amountOf(moves) }
      return {
        streams: [
          {
            stream,
            facts: [{ type: 'charge-back-proposed', ...ofOrder, ...proposed, reason: request.reason }],
          },
        ],
        reply: viewOfChargeBack(
          {
            case_id: row.id,
            number,
            order_id: row.order_id,
            order_number: row.order_number,
            customer_id: row.customer_id,
            customer_name: row.customer_name,
            due_on: row.due_on,
            currency: row.currency,
            amount_minor: proposed.amountMinor,
            rows: proposed.rows,
            reason: request.reason,
            proposed_by: caller.actor.personId,
            proposed_by_name: caller.actor.name,
            proposed_at: now,
            decided_by: null,
            decided_by_name: null,
            decided_at: null,
            approved: null,
            note: null,
            charged: null,
            charged_minor: null,
          },
          caller,
        ),
        status: 201,
      }
    },
  })
}

type DecideRefusal =
  | CaseNotFound
  | VersionConflict
  | ChargeBackHindrance
  | Refusal<'charge-back-not-found'>
  | Refusal<'charge-back-decided'>
  | Refusal<'charge-back-same-person'>
  | Refusal<'nothing-chargeable'>

/**
 * A second person of finance decides. What came or was certified since the proposal is left out; whatever stood in the
 * way of a proposal stands in the way of its approval too, and never of turning it down.
 */
export async function decideChargeBack(
  house: House<CreditFact | CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'may'>,
  request: { caseId: string; number: number; ifMatch: number | undefined; approved: boolean; note: string },
  requestKey?: RequestKey,
) {
  const { number, approved, note } = request
  return runCommand<CreditFact | CaseFact, ChargeBackView, DecideRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, request.caseId, request.ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, ofOrder, stream } = loaded
      const proposal = await firstRow(house.db, chargeBackByNumber, [row.id, number])
      if (proposal === undefined) return { refused: 'charge-back-not-found' }
      if (proposal.decided_at !== null) return { refused: 'charge-back-decided' }
      if (proposal.proposed_by === caller.actor.personId) return { refused: 'charge-back-same-person' }
      const units = approved ? await rows(house.db, unitsByRow, [row.id, proposal.rows]) : []
      const moves = chargeable(units)
      if (approved && moves.length === 0) return { refused: 'nothing-chargeable' }
      const stopped = approved ? await hindrance(house.db, loaded, units, now) : null
      if (stopped !== null) return stopped
      return {
        streams: [
          {
            stream,
            facts: [
              { type: 'charge-back-decided', ...ofOrder, number, approved, note, moves },
              ...closing(loaded, moves),
            ],
          },
        ],
        reply: viewOfChargeBack(
          {
            ...proposal,
            decided_by: caller.actor.personId,
            decided_by_name: caller.actor.name,
            decided_at: now,
            approved,
            note,
            charged: moves.map((move) => move.row),
            charged_minor: amountOf(moves),
          },
          caller,
        ),
      }
    },
  })
}
