import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import { movePatches } from '../../cases/index.ts'
import type { CreditFact } from '../facts.ts'
import { amountOf } from '../rules/charge-back.ts'
import { type PostingFact, postingsOf } from '../rules/postings.ts'

/** Ledger entries are keyed by the fact that caused them: posted twice is impossible, and a replay finds the same ones. */
export function projectPostings({ fact, stream, seq, at }: Recorded<PostingFact>): Patch[] {
  return postingsOf(fact).map((posting, index) =>
    insert('ledger_entry', {
      stream,
      seq,
      line: index + 1,
      order_id: posting.orderId,
      row: posting.row,
      customer_id: posting.customerId,
      from_account: posting.from,
      to_account: posting.to,
      amount_minor: posting.amountMinor,
      currency: posting.currency,
      reversal: posting.reversal,
      at,
    }),
  )
}

export function projectCredits({ fact, at, by }: Recorded<CreditFact>): Patch[] {
  const { caseId, number } = fact
  switch (fact.type) {
    case 'charge-back-proposed':
      return [
        insert('charge_back', {
          case_id: caseId,
          number,
          customer_id: fact.customerId,
          currency: fact.currency,
          amount_minor: fact.amountMinor,
          rows: fact.rows,
          reason: fact.reason,
          proposed_by: by.person,
          proposed_at: at,
        }),
        update(
          'cases',
          { id: caseId },
          {
            charge_backs: number,
            charge_back_waiting: number,
            proposed_units: fact.rows.length,
            proposed_minor: fact.amountMinor,
          },
        ),
      ]
    case 'charge-back-decided':
      return [
        update(
          'charge_back',
          { case_id: caseId, number },
          {
            decided_by: by.person,
            decided_at: at,
            approved: fact.approved,
            note: fact.note,
            charged: fact.moves.map(({ row }) => row),
            charged_minor: amountOf(fact.moves),
          },
        ),
        update('cases', { id: caseId }, { charge_back_waiting: null, proposed_units: 0, proposed_minor: 0 }),
        ...movePatches(fact, fact.moves, at),
      ]
  }
}
