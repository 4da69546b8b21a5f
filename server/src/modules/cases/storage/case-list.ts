/**
 * The list of cases with its filters. Each page is cut out of an index in the order of the list before anything is
 * joined: of everybody's cases, of each customer's (a partner reaches many), or of each reason to wait. Asked for as
 * one `= any(…)`, PostgreSQL would read all cases of all of them and sort, or walk everybody's to find theirs.
 */
import { beginsWith, composedRows, type Place } from '../../../platform/database/composed-query.ts'
import type { Database } from '../../../platform/database/pool.ts'
import { caseNumberStart } from '../rules/number-start.ts'
import type { Because } from '../rules/waiting-on.ts'
import { type CaseRow, caseColumns, caseParties } from './cases.ts'

export type CaseSort = 'newest' | 'due' | 'exposure'

export interface CaseFilter {
  /** Null: everybody's. */
  readonly customers: readonly string[] | null
  readonly status?: 'open' | 'closed' | undefined
  readonly because?: readonly Because[] | undefined
  /** Due before this instant. */
  readonly overdueAt?: string | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly partner?: string | undefined
  readonly programme?: string | undefined
  readonly route?: 'return' | 'destroy' | undefined
  readonly order?: string | undefined
  /** Beginning of a case number, an order number or a customer's name. */
  readonly search?: string | undefined
}

interface PageOfCases {
  readonly sort: CaseSort
  /** Sort key and id of the last row before this page. */
  readonly after: readonly (string | number)[]
  readonly limit: number
}

const sorts = {
  newest: { key: 'opened_at', type: 'timestamptz', direction: 'desc', comes: '<' },
  due: { key: 'due_at', type: 'timestamptz', direction: 'asc', comes: '>' },
  exposure: { key: 'at_risk_minor', type: 'bigint', direction: 'desc', comes: '<' },
} as const satisfies Readonly<Record<CaseSort, object>>

/** What a beginning is looked for among: who types two letters wants to go on typing, not to read a hundred thousand. */
const MOST_CANDIDATES = 2_000
const MOST_CUSTOMERS = 100

export async function casesPage(db: Database, filter: CaseFilter, page: PageOfCases): Promise<CaseRow[]> {
  const onlyOpen = isOnlyOpen(filter, page.sort)
  if (onlyOpen && filter.status === 'closed') return []
  return composedRows<CaseRow>(db, (place) => {
    const { key, direction } = sorts[page.sort]
    const order = (of: string) => `order by ${of}.${key} ${direction}, ${of}.id ${direction}`
    return `select ${caseColumns} from (${pageOf(filter, page, onlyOpen, place, order)}) k ${caseParties} ${order('k')}`
  })
}

/** Due dates and reasons to wait are matters of open cases; only for these they are in an index. */
const isOnlyOpen = (filter: CaseFilter, sort: CaseSort): boolean =>
  filter.status === 'open' ||
  sort !== 'newest' ||
  [filter.overdueAt, filter.dueFrom, filter.dueTo].some((limit) => limit !== undefined) ||
  (filter.because !== undefined && !filter.because.includes('closed'))

function pageOf(
  filter: CaseFilter,
  { sort, after, limit }: PageOfCases,
  onlyOpen: boolean,
  place: Place,
  order: (of: string) => string,
): string {
  const { key, type, comes } = sorts[sort]
  const most = `limit ${place(limit, 'int')}`
  const [afterKey, afterId] = after
  const conditions = conditionsOf(filter, onlyOpen, place)
  if (afterKey !== undefined)
    conditions.push(`(k.${key}, k.id) ${comes} (${place(afterKey, type)}, ${place(afterId, 'text')})`)
  const cut = (further: readonly string[], from = 'cases k') => {
    const all = [...further, ...conditions]
    return `select k.* from ${from} ${all.length > 0 ? `where ${all.join(' and ')}` : ''} ${order('k')} ${most}`
  }
  const each = (list: string, further: readonly string[]) =>
    `select k.* from ${list} cross join lateral (${cut(further)}) k ${order('k')} ${most}`

  const { customers, because, partner, search } = filter
  const chosen = [customers, filter.order, partner, search].some((one) => one !== undefined && one !== null)
  if (because !== undefined && !chosen && sort !== 'newest')
    return each(`unnest(${place(because, 'text[]')}) b(because)`, ['k.waiting_because = b.because'])
  if (because !== undefined) conditions.push(`k.waiting_because = any(${place(because, 'text[]')})`)
  if (filter.order !== undefined) {
    const scope = customers === null ? [] : [`k.customer_id = any(${place(customers, 'uuid[]')})`]
    return cut([`k.order_id = ${place(filter.order, 'uuid')}`, ...scope])
  }
  if (search !== undefined)
    // One by one: for the 5,000 of a hundred customers PostgreSQL would read all cases there are (`offset 0` forbids it).
    return cut(
      [],
      `(${candidates(search, customers, place, cut)}) w
         cross join lateral (select * from cases where id = w.id offset 0) k`,
    )
  return customers === null
    ? cut([])
    : each(`unnest(${place(customers, 'uuid[]')}) c(id)`, ['k.customer_id = c.id'])
}

function conditionsOf(filter: CaseFilter, onlyOpen: boolean, place: Place): string[] {
  const { status, overdueAt, dueFrom, dueTo, partner, programme, route } = filter
  const conditions: string[] = []
  if (onlyOpen) conditions.push('k.closed_at is null')
  if (status === 'closed') conditions.push('k.closed_at is not null')
  if (overdueAt !== undefined) conditions.push(`k.due_at <= ${place(overdueAt, 'timestamptz')}`)
  // The day is the customer's, the index is by instant: where a day ends differs by 26 hours around the earth.
  if (dueFrom !== undefined) {
    const from = place(dueFrom, 'date')
    conditions.push(
      `k.due_on >= ${from} and k.due_at >= ${from}::timestamp at time zone 'UTC' + interval '10 hours'`,
    )
  }
  if (dueTo !== undefined) {
    const to = place(dueTo, 'date')
    conditions.push(
      `k.due_on <= ${to} and k.due_at <= ${to}::timestamp at time zone 'UTC' + interval '36 hours'`,
    )
  }
  if (partner !== undefined) conditions.push(`k.partner_id = ${place(partner, 'uuid')}`)
  if (programme !== undefined) conditions.push(`k.programme_id = ${place(programme, 'text')}`)
  if (route !== undefined) conditions.push(route === 'return' ? 'k.to_ship > 0' : 'k.to_destroy > 0')
  return conditions
}

/** Cases whose number, order number or customer's name begins like this; of a customer with many only this page's. */
function candidates(
  search: string,
  customers: readonly string[] | null,
  place: Place,
  cut: (further: readonly string[]) => string,
): string {
  const scope = customers === null ? null : place(customers, 'uuid[]')
  const most = `limit ${MOST_CANDIDATES}`
  const orders = (condition: string) =>
    `select o.id from orders o where ${beginsWith('upper(o.number)', search.toUpperCase(), place)} ${condition} ${most}`
  const ownOrders =
    scope === null
      ? orders('')
      : `select o.id from unnest(${scope}) c(id) cross join lateral (${orders('and o.customer_id = c.id')}) o ${most}`
  const pattern = `${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const parts = [
    `select k.id from (${ownOrders}) o join cases k on k.order_id = o.id`,
    `select k.id from (
       select id from organisation
        where lower(name || ' ' || account) like ${place(pattern, 'text')} and kind = 'customer'
          ${scope === null ? '' : `and id = any(${scope})`} limit ${MOST_CUSTOMERS}
     ) c cross join lateral (${cut(['k.customer_id = c.id'])}) k`,
  ]
  const start = caseNumberStart(search)
  // Whose they are is asked of the few that fit: the other way round all cases of a large customer would be read.
  if (start !== null)
    parts.push(
      `select k.id from (
         select id, customer_id from cases where ${beginsWith('id', start, place)} ${most}
       ) k ${scope === null ? '' : `where k.customer_id = any(${scope})`}`,
    )
  return parts.map((part) => `(${part})`).join(' union ')
}
