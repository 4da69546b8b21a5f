import { sql } from '../../../platform/database/pool.ts'
import type { UnitRow } from '../../cases/index.ts'
import type { ScanOutcome } from '../rules/match.ts'

export interface UnmatchedRow {
  receipt_id: string
  number: number
  serial: string | null
  sku: string | null
  reason: ScanOutcome
  label_case: string | null
  shelf_number: string | null
  held_at: string
  held_until: string
  case_id: string | null
  row: number | null
  resolved_at: string | null
  site: string
  note: string | null
  photos: number
}
const columns = `g.*, r.site, s.note, s.photos from unmatched_goods g
     join receipt r on r.id = g.receipt_id
     join scan s on s.receipt_id = g.receipt_id and s.number = g.number`
const after = '($1::timestamptz is null or (g.held_at, g.receipt_id, g.number) > ($1, $2::uuid, $3::int))'
const inOrder = 'order by g.held_at, g.receipt_id, g.number'

export const openGoodsPage = sql<UnmatchedRow>(
  'unmatched-open-page',
  `select ${columns} where g.resolved_at is null and ${after} ${inOrder} limit $4`,
)
export const resolvedGoodsPage = sql<UnmatchedRow>(
  'unmatched-resolved-page',
  `select ${columns} where g.resolved_at is not null and ${after} ${inOrder} limit $4`,
)
/** Serials that begin so: compared by code point, which is what the index is sorted by. */
export const goodsBySerialPage = sql<UnmatchedRow>(
  'unmatched-by-serial-page',
  `select ${columns} where g.serial ~>=~ $5 and g.serial ~<~ ($5 || chr(1114111)) and (g.resolved_at is null) = $6
      and ${after} ${inOrder} limit $4`,
)
export const unmatchedGoods = sql<UnmatchedRow>(
  'unmatched-goods',
  `select ${columns} where g.receipt_id = $1 and g.number = $2`,
)

/** A unit that held goods may be, with what the desk needs to recognise it. */
export interface SuggestedRow extends UnitRow {
  customer_name: string
  order_number: string
}
const unit = `select u.*, c.name as customer_name, o.number as order_number from unit u
     join organisation c on c.id = u.customer_id join orders o on o.id = u.order_id`
/** What can still arrive: rules/suggest.ts asks the lifecycle again. */
const awaited = `u.case_id is not null and u.state <> 'cancelled' and u.state not in ('received', 'accepted', 'certified')`

export const unitsWithSerials = sql<SuggestedRow>(
  'suggest-by-serial',
  `${unit} where u.serial = any($1) and ${awaited} limit 20`,
)
/** Of the case whose label was on the box: those of the SKU first, of which no serial is known before the others. */
export const unitsOfLabelCase = sql<SuggestedRow>(
  'suggest-by-label',
  `${unit} where u.case_id = $1 and ${awaited}
    order by (u.sku is distinct from $2), (u.serial is not null), u.row limit 20`,
)
/** Devices of a SKU whose serial nobody gave; those under way first, then what was touched last. */
export const unnamedUnits = sql<SuggestedRow>(
  'suggest-by-sku',
  `(${unit} where u.sku = $1 and u.serial is null and u.case_id is not null and u.state = 'in-transit'
     order by u.changed_at desc limit 10)
   union all
   (${unit} where u.sku = $1 and u.serial is null and u.case_id is not null and u.state = 'owed'
     order by u.changed_at desc limit 10)`,
)
