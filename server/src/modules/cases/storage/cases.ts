import { sql } from '../../../platform/database/pool.ts'
import type { DueRule, ExtensionTier } from '../../programmes/index.ts'
import type { Route, SerialMark } from '../facts.ts'
import type { UnitState } from '../rules/lifecycle.ts'

export interface CaseRow {
  id: string
  order_id: string
  order_number: string
  order_placed_on: string
  order_cancelled_at: string | null
  purchase_order: string | null
  customer_id: string
  customer_name: string
  customer_account: string
  customer_country: string
  partner_id: string | null
  order_partner_id: string | null
  programme_id: string
  programme_version: string
  currency: string
  language: string
  time_zone: string
  opened_at: string
  due_at: string
  due_on: string
  due_rule: DueRule
  closed_at: string | null
  instructions_sent_at: string | null
  instructions_site: string | null
  forms: number
  form_waiting: number | null
  form_waiting_problems: number
  certificates: number
  certificates_in_review: number
  shipments: number
  extensions: number
  extension_asked: number | null
  vendor_since: string | null
  owed: number
  identified: number
  in_transit: number
  received: number
  failed_inspection: number
  destruction_declared: number
  accepted: number
  certified: number
  waived: number
  cancelled: number
  charged_back: number
  to_ship: number
  to_destroy: number
  version: number
  head: Buffer
}

const columns = `k.*, o.number as order_number, o.placed_on as order_placed_on, o.cancelled_at as order_cancelled_at,
  o.partner_id as order_partner_id,
  o.purchase_order, o.currency, c.name as customer_name, c.account as customer_account, c.country as customer_country`
const from = 'from cases k join orders o on o.id = k.order_id join organisation c on c.id = k.customer_id'
const visible = '($1::uuid[] is null or k.customer_id = any($1))'

export const caseById = sql<CaseRow>('case-by-id', `select ${columns} ${from} where k.id = $2 and ${visible}`)

/** Newest first; with `status` open or closed. */
export const casesPage = sql<CaseRow>(
  'cases-page',
  `select ${columns} ${from} where ${visible}
      and ($2::boolean is null or (k.closed_at is null) = $2)
      and ($3::timestamptz is null or (k.opened_at, k.id) < ($3, $4))
    order by k.opened_at desc, k.id desc limit $5`,
)
/** Open cases, the most urgent first. */
export const casesByDuePage = sql<CaseRow>(
  'cases-by-due-page',
  `select ${columns} ${from} where ${visible} and k.closed_at is null
      and ($2::timestamptz is null or (k.due_at, k.id) > ($2, $3))
    order by k.due_at, k.id limit $4`,
)

export interface UnitRow {
  order_id: string
  row: number
  customer_id: string
  case_id: string | null
  line: number
  sku: string
  sku_family: string
  state: UnitState
  route: Route
  serial: string | null
  serial_mark: SerialMark | null
  credit_minor: number
  currency: string
  details: Record<string, unknown>
  shipment: number | null
  certificate: number | null
  changed_at: string
}
export const unitsPage = sql<UnitRow>(
  'units-page',
  'select * from unit where case_id = $1 and row > $2 order by row limit $3',
)
export const unitsOfCase = sql<UnitRow>('units-of-case', 'select * from unit where case_id = $1 order by row')
export const unitsByRow = sql<UnitRow>(
  'units-by-row',
  'select * from unit where case_id = $1 and row = any($2) order by row',
)
export const freeUnits = sql<UnitRow>(
  'free-units',
  `select * from unit where order_id = $1 and case_id is null and state <> 'cancelled' and ($2::int[] is null or row = any($2)) order by row`,
)
/** Serial numbers that another unit holds already; which one is nobody's business but the desk's. */
export const reservedSerials = sql<{ serial: string; sku_family: string; case_id: string; row: number }>(
  'reserved-serials',
  `select u.serial, u.sku_family, u.case_id, u.row from unit u
     join unnest($1::text[], $2::text[]) as w(serial, family) on u.serial = w.serial and u.sku_family = w.family
    where u.state <> 'cancelled' and (u.order_id, u.row) <> all (select $3::uuid, unnest($4::int[]))`,
)

export interface ExtensionRow {
  case_id: string
  number: number
  asked_by: string
  asked_at: string
  until: string
  reason: string
  tier: ExtensionTier
  decided_at: string | null
  granted: boolean | null
  note: string | null
}
export const extensionByNumber = sql<ExtensionRow>(
  'extension-by-number',
  'select * from extension where case_id = $1 and number = $2',
)
/** Of all cases of an order: what a programme allows is allowed once, however the devices are spread over cases. */
export const grantedExtensions = sql<{ granted: number }>(
  'granted-extensions',
  `select count(*)::int as granted from extension e join cases k on k.id = e.case_id
    where k.order_id = $1 and e.granted`,
)
export interface FactRow {
  seq: number
  type: string
  at: string
  actor: { person: string | null; organisation: string | null; via: string }
  body: Record<string, unknown>
  hash: Buffer
}
export const factsOfStream = sql<FactRow>(
  'facts-of-stream',
  'select seq, type, at, actor, body, hash from fact where stream = $1 and seq > $2 order by seq limit $3',
)
