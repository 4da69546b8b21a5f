import { sql } from '../../../platform/database/pool.ts'
import type { Account } from '../rules/postings.ts'

export interface EntryRow {
  stream: string
  seq: number
  line: number
  row: number
  from_account: Account
  to_account: Account
  amount_minor: number
  currency: string
  reversal: boolean
  at: string
}
export const entriesPage = sql<EntryRow>(
  'ledger-entries-page',
  `select stream, seq, line, row, from_account, to_account, amount_minor, currency, reversal, at from ledger_entry
    where order_id = $1 and ($2::timestamptz is null or (at, stream, seq, line) > ($2, $3, $4::int, $5::int))
    order by at, stream, seq, line limit $6`,
)
export const balancesOf = sql<{ account: Account; currency: string; balance_minor: number }>(
  'ledger-balances',
  `select account, currency, sum(amount)::bigint as balance_minor from (
     select from_account as account, currency, -amount_minor as amount from ledger_entry where order_id = $1
     union all
     select to_account, currency, amount_minor from ledger_entry where order_id = $1
   ) legs group by account, currency order by account, currency`,
)
