import { sql } from '../../../platform/database/pool.ts'
import type { Candidate, ScanOutcome } from '../rules/match.ts'

export interface ReceiptRow {
  id: string
  site: string
  reference: string | null
  opened_at: string
  opened_by_name: string | null
  closed_at: string | null
  scans: number
  held: number
  version: number
  head: Buffer
}
const columns = 'r.*, p.name as opened_by_name'
const from = 'from receipt r left join person p on p.id = r.opened_by'
const visible = '($1::uuid[] is null or r.organisation_id = any($1))'

/** $1: the contractors whose receipts are visible, null for all. */
export const receiptById = sql<ReceiptRow>(
  'receipt-by-id',
  `select ${columns} ${from} where r.id = $2 and ${visible}`,
)
/** The open ones first, each group from the newest on. */
export const receiptsPage = sql<ReceiptRow>(
  'receipts-page',
  `select ${columns} ${from} where ${visible}
      and ($2::boolean is null or (r.closed_at is null) = $2)
      and ($3::boolean is null or ((r.closed_at is null), r.opened_at, r.id) < ($3, $4::timestamptz, $5::uuid))
    order by (r.closed_at is null) desc, r.opened_at desc, r.id desc limit $6`,
)

/** Sites of the programmes as they are now; two programmes that ship to one dock are one row. */
export const sitesPage = sql<{
  id: string
  address: string[]
  country: string
  programmes: string[]
  key: string
}>(
  'receiving-sites-page',
  `with site as (
     select s->>'id' as id, (s->'address')::jsonb as address, s->>'country' as country, p.id as programme
       from programme p
       join programme_version v on v.programme_id = p.id and v.version = p.current
      cross join json_array_elements(v.definition->'sites') s)
   select id, address, country, array_agg(distinct programme order by programme) as programmes,
          md5(address::text || country) as key
     from site
    where ($1::text is null or (id, md5(address::text || country)) > ($1, $2))
    group by id, address, country order by id, key limit $3`,
)

export const candidatesBySerial = sql<Candidate>(
  'candidates-by-serial',
  `select u.*, k.closed_at is not null as closed, k.version as case_version, k.head as case_head from unit u left join cases k on k.id = u.case_id
    where u.serial = $1 and u.state <> 'cancelled'`,
)

export interface ScanRow {
  receipt_id: string
  number: number
  scanned: string | null
  sku: string | null
  outcome: ScanOutcome
  case_id: string | null
  row: number | null
  note: string | null
  expected_sku: string | null
  package: string | null
  photos: number
  at: string
  held: boolean
  shelf_number: string | null
}
const scanColumns = `s.*, g.number is not null as held, g.shelf_number from scan s
     left join unmatched_goods g on g.receipt_id = s.receipt_id and g.number = s.number`
export const scansPage = sql<ScanRow>(
  'scans-page',
  `select ${scanColumns} where s.receipt_id = $1 and s.number > $2 order by s.number limit $3`,
)
export const scanByNumber = sql<ScanRow>(
  'scan-by-number',
  `select ${scanColumns} where s.receipt_id = $1 and s.number = $2`,
)
export const photoOfScan = sql<{ file: Buffer }>(
  'photo-of-scan',
  'select file from scan_photo where receipt_id = $1 and number = $2 and photo = $3',
)
