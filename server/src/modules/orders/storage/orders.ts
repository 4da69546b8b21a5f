import { sql } from '../../../platform/database/pool.ts'
import type { Consumption } from '../../programmes/index.ts'

export interface OrderRow {
  id: string
  number: string
  programme_id: string
  programme_version: string
  customer_id: string
  customer_name: string
  customer_time_zone: string
  customer_account: string
  customer_country: string
  partner_id: string | null
  partner_name: string | null
  purchase_order: string | null
  placed_on: string
  last_shipped_on: string | null
  currency: string
  new_family: string | null
  consumption: Consumption | null
  units: number
  credit_minor: number
  /** Units that no case has yet, and their credit. */
  free_units: number
  free_minor: number
  due_on: string | null
  registered_at: string
  cancelled_at: string | null
  version: number
  head: Buffer
}

export const orderColumns = `o.*, c.name as customer_name, c.time_zone as customer_time_zone,
  c.account as customer_account, c.country as customer_country, p.name as partner_name`
/** The organisations of `o`, a row of orders. */
export const orderParties =
  'join organisation c on c.id = o.customer_id left join organisation p on p.id = o.partner_id'
const order = `select ${orderColumns} from orders o ${orderParties}`
const visible = '($1::uuid[] is null or o.customer_id = any($1))'

export const orderById = sql<OrderRow>('order-by-id', `${order} where o.id = $2 and ${visible}`)
export const orderByNumber = sql<OrderRow>('order-by-number', `${order} where o.number = $2 and ${visible}`)
export const takenNumbers = sql<{ number: string }>(
  'taken-order-numbers',
  'select number from orders where number = any($1)',
)
export const commitmentsOf = sql<{
  line: number
  sku: string
  quantity: number
  first_row: number
  credit_minor: number
}>(
  'commitments-of',
  'select line, sku, quantity, first_row, credit_minor from commitment where order_id = $1 order by line',
)
export const linesOf = sql<{ line: number; sku: string; quantity: number }>(
  'order-lines-of',
  'select line, sku, quantity from order_line where order_id = $1 order by line',
)
export const unitsOfOrder = sql<{ row: number; state: string; case_id: string | null; credit_minor: number }>(
  'units-of-order',
  'select row, state, case_id, credit_minor from unit where order_id = $1 order by row',
)
