/** The list of orders with its filters; each customer's page is cut out of the index for itself, see cases. */
import { beginsWith, composedRows, type Place } from '../../../platform/database/composed-query.ts'
import type { Database } from '../../../platform/database/pool.ts'
import { type OrderRow, orderColumns, orderParties } from './orders.ts'

export interface OrderFilter {
  /** Null: everybody's. */
  readonly customers: readonly string[] | null
  readonly withoutCase?: boolean | undefined
  readonly programme?: string | undefined
  /** Beginning of the order number or of the customer's own purchase order number. */
  readonly search?: string | undefined
}

/** What a beginning is looked for among: who types two letters wants to go on typing. */
const MOST_CANDIDATES = 2_000

/** Newest first; `after` is when the last order before this page was registered, and its id. */
export const ordersPage = (
  db: Database,
  filter: OrderFilter,
  { after, limit }: { readonly after: readonly (string | number)[]; readonly limit: number },
): Promise<OrderRow[]> =>
  composedRows<OrderRow>(db, (place) => {
    const order = (of: string) => `order by ${of}.registered_at desc, ${of}.id desc`
    const page = pageOf(filter, after, place, `${order('o')} limit ${place(limit, 'int')}`)
    return `select ${orderColumns} from (${page}) o ${orderParties} ${order('o')}`
  })

function pageOf(
  { customers, withoutCase, programme, search }: OrderFilter,
  [afterAt, afterId]: readonly (string | number)[],
  place: Place,
  cutAt: string,
): string {
  // A cancelled order has no free units.
  const conditions = withoutCase === true ? ['o.free_units > 0'] : []
  if (programme !== undefined) conditions.push(`o.programme_id = ${place(programme, 'text')}`)
  if (afterAt !== undefined)
    conditions.push(`(o.registered_at, o.id) < (${place(afterAt, 'timestamptz')}, ${place(afterId, 'uuid')})`)
  const cut = (further: string[], from = 'orders o') => {
    const all = [...further, ...conditions]
    return `select o.* from ${from} ${all.length > 0 ? `where ${all.join(' and ')}` : ''} ${cutAt}`
  }
  if (search !== undefined)
    // One by one: of the 4,000 that may be found PostgreSQL would read all orders there are (`offset 0` forbids it).
    return cut(
      [],
      `(${candidates(search, customers, place)}) w
         cross join lateral (select * from orders where id = w.id offset 0) o`,
    )
  return customers === null
    ? cut([])
    : `select o.* from unnest(${place(customers, 'uuid[]')}) c(id)
         cross join lateral (${cut(['o.customer_id = c.id'])}) o ${cutAt}`
}

function candidates(search: string, customers: readonly string[] | null, place: Place): string {
  const scope = customers === null ? null : place(customers, 'uuid[]')
  const beginning = (column: string) => {
    const some = (condition: string) =>
      `select o.id from orders o
        where ${beginsWith(`upper(o.${column})`, search.toUpperCase(), place)} ${condition} limit ${MOST_CANDIDATES}`
    return scope === null
      ? `(${some('')})`
      : `(select o.id from unnest(${scope}) c(id) cross join lateral (${some('and o.customer_id = c.id')}) o)`
  }
  return `${beginning('number')} union ${beginning('purchase_order')}`
}
