import { insert, type Patch } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
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
