import { sql } from '../../../platform/database/pool.ts'
import type { Language } from '../../../values/language.ts'
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
  partner_name: string | null
  order_partner_id: string | null
  programme_id: string
  programme_version: string
  currency: string
  language: Language
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
  messages: number
  attachments: number
  thread_waiting_since: string | null
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
  /** Credit of the units in minor units: all that count, those that are secured, those still owed. */
  granted_minor: number
  secured_minor: number
  at_risk_minor: number
  charge_backs: number
  /** The number of the proposal that waits for a second person. */
  charge_back_waiting: number | null
  version: number
  head: Buffer
}

export const caseColumns = `k.*, o.number as order_number, o.placed_on as order_placed_on, o.cancelled_at as order_cancelled_at,
  o.partner_id as order_partner_id,
  o.purchase_order, o.currency, c.name as customer_name, c.account as customer_account,
  c.country as customer_country, p.name as partner_name`
/** The order and the organisations of `k`, a row of cases. */
export const caseParties = `join orders o on o.id = k.order_id join organisation c on c.id = k.customer_id
  left join organisation p on p.id = k.partner_id`
const visible = '($1::uuid[] is null or k.customer_id = any($1))'

export const caseById = sql<CaseRow>(
  'case-by-id',
  `select ${caseColumns} from cases k ${caseParties} where k.id = $2 and ${visible}`,
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
