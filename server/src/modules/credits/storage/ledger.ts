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
  case_id: string | null
  sku: string
  serial: string | null
}
export const entriesPage = sql<EntryRow>(
  'ledger-entries-page',
  `select e.stream, e.seq, e.line, e.row, e.from_account, e.to_account, e.amount_minor, e.currency, e.reversal, e.at,
      u.case_id, u.sku, u.serial
     from ledger_entry e join unit u on u.order_id = e.order_id and u.row = e.row
    where e.order_id = $1 and ($2::timestamptz is null or (e.at, e.stream, e.seq, e.line) > ($2, $3, $4::int, $5::int))
      and ($7::int is null or e.row = $7)
    order by e.at, e.stream, e.seq, e.line limit $6`,
)
export const balancesOf = sql<{ account: Account; currency: string; balance_minor: number }>(
  'ledger-balances',
  `select account, currency, sum(amount)::bigint as balance_minor from (
     select from_account as account, currency, -amount_minor as amount from ledger_entry where order_id = $1
     union all
     select to_account, currency, amount_minor from ledger_entry where order_id = $1
   ) legs group by account, currency order by account, currency`,
)
