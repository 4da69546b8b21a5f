import { sql } from '../../../platform/database/pool.ts'
import type { Candidate, ScanOutcome } from '../rules/match.ts'

export interface ReceiptRow {
  id: string
  site: string
  reference: string | null
  opened_at: string
  scans: number
  held: number
  version: number
  head: Buffer
}
export const receiptById = sql<ReceiptRow>(
  'receipt-by-id',
  'select id, site, reference, opened_at, scans, held, version, head from receipt where id = $1',
)

export const candidatesBySerial = sql<Candidate>(
  'candidates-by-serial',
  `select u.*, k.closed_at is not null as closed, k.version as case_version, k.head as case_head from unit u left join cases k on k.id = u.case_id
    where u.serial = $1 and u.state <> 'cancelled'`,
)

export interface ScanRow {
  receipt_id: string
  number: number
  scanned: string
  sku: string | null
  outcome: ScanOutcome
  case_id: string | null
  row: number | null
  note: string | null
  at: string
  held: boolean
}
export const scansPage = sql<ScanRow>(
  'scans-page',
  `select s.*, g.number is not null as held from scan s
     left join unmatched_goods g on g.receipt_id = s.receipt_id and g.number = s.number
    where s.receipt_id = $1 and s.number > $2 order by s.number limit $3`,
)

export interface UnmatchedRow {
  receipt_id: string
  number: number
  serial: string
  sku: string | null
  reason: ScanOutcome
  label_case: string | null
  held_at: string
  held_until: string
  case_id: string | null
  row: number | null
  resolved_at: string | null
}
export const unmatchedPage = sql<UnmatchedRow>(
  'unmatched-page',
  `select * from unmatched_goods where resolved_at is null
      and ($1::timestamptz is null or (held_at, receipt_id, number) > ($1, $2::uuid, $3::int))
    order by held_at, receipt_id, number limit $4`,
)
export const unmatchedGoods = sql<UnmatchedRow>(
  'unmatched-goods',
  'select * from unmatched_goods where receipt_id = $1 and number = $2',
)
