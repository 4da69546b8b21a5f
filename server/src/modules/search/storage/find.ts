/**
 * Looks in every index that may hold what was typed: for exactly it, so that what somebody knows in full is never
 * crowded out, and for anything with it inside.
 *
 * A common piece ("SO-", "JN1") fits millions of rows, of which twenty are shown, and to collect millions takes a second.
 * So the newest orders are read first, one by one, and the index of everything is asked only where they gave fewer
 * than twenty. Who reaches some customers only is answered from their orders alone, if these are not very many.
 * Rejected: gin_fuzzy_search_limit, which drops rows of each three-letter piece at random, so that a longer text, which
 * fits few, finds none of them.
 */
import { beginsWith, composedRows, type Place } from '../../../platform/database/composed-query.ts'
import type { Database } from '../../../platform/database/pool.ts'
import { hasPiece, type Wanted } from '../rules/wanted.ts'

export const matches = [
  'case-number',
  'certificate',
  'order-number',
  'purchase-order',
  'serial',
  'tracking-number',
  'name',
] as const
export type Match = (typeof matches)[number]

export interface FoundRow {
  matched: Match
  /** What was found, in the spelling in which it is compared. */
  compared: string
  case_id: string | null
  order_id: string | null
  organisation_id: string
  organisation_kind: 'customer' | 'partner'
  organisation_name: string
  account: string
  /** The device, the shipment or the certificate of the case. */
  number: number | null
  order_number: string | null
  purchase_order: string | null
  sku: string | null
  serial: string | null
  tracking_number: string | null
}

/** One more than are shown of all together, to know that there are more. */
const MOST = 21
/** How many of the newest orders are read: of everybody's, and of the caller's own customers. */
const NEAR_ALL = 500
const NEAR_OWN = 1_000
/** How many fits are asked whose they are, where the caller reaches only some customers. */
const MOST_ASKED = 20_000

interface Source {
  readonly matched: Match
  readonly wanted: string
  readonly compared: string
  /** What finds exactly it, given the place of the text; by another index than what has it inside. */
  readonly exactly: (place: string) => string
  /** Whether what begins with it can be found too. */
  readonly byBeginning?: true
  readonly caseId: string
  readonly orderId: string
  readonly organisationId: string
  readonly number: string
  readonly from: string
  /** The same rows, reached from the newest orders `n`. */
  readonly near?: string
}

/**
 * The rows of each of the newest orders, one order after the other. `offset 0` keeps the condition out of it: PostgreSQL
 * guesses that any text fits a thousand rows, and for "GEN" would collect 200,000 from the index of everything, to keep
 * those of 500 orders (measured: 150 ms against 5).
 */
const nearest = (name: string, rowsOfOne: string): string =>
  `near n cross join lateral (${rowsOfOne} offset 0) ${name}`

function sourcesOf(wanted: Wanted): Source[] {
  const order = { caseId: 'null', orderId: 'o.id', organisationId: 'o.customer_id', number: 'null::int' }
  const sources: Source[] = [
    {
      ...order,
      matched: 'order-number',
      wanted: wanted.number,
      compared: 'upper(o.number)',
      exactly: (text) => `upper(o.number) collate "C" = ${text}`,
      byBeginning: true,
      from: 'orders o',
      near: nearest('o', 'select * from orders where id = n.id'),
    },
    {
      ...order,
      matched: 'purchase-order',
      wanted: wanted.number,
      compared: 'upper(o.purchase_order)',
      exactly: (text) => `upper(o.purchase_order) collate "C" = ${text}`,
      byBeginning: true,
      from: 'orders o',
      near: nearest('o', 'select * from orders where id = n.id'),
    },
    {
      matched: 'serial',
      wanted: wanted.serial,
      compared: 'u.serial',
      exactly: (text) => `u.serial = ${text} and u.state <> 'cancelled'`,
      caseId: 'u.case_id',
      orderId: 'u.order_id',
      organisationId: 'u.customer_id',
      number: 'u.row',
      from: 'unit u',
      near: nearest('u', 'select * from unit where order_id = n.id'),
    },
    {
      matched: 'tracking-number',
      wanted: wanted.number,
      compared: 's.tracking_number',
      exactly: (text) => `s.tracking_number = ${text}`,
      caseId: 's.case_id',
      orderId: 'null::uuid',
      organisationId: 's.customer_id',
      number: 's.number',
      from: 'shipment s',
      near: nearest(
        's',
        'select s.* from cases k join shipment s on s.case_id = k.id where k.order_id = n.id',
      ),
    },
    {
      matched: 'name',
      wanted: wanted.name,
      compared: `lower(c.name || ' ' || c.account)`,
      // Nobody types all of a name with the account behind it: what begins so is near enough.
      exactly: (text) => `lower(c.name || ' ' || c.account) like ${text} || '%'`,
      caseId: 'null',
      orderId: 'null::uuid',
      organisationId: 'c.id',
      number: 'null::int',
      from: `organisation c`,
    },
  ]
  if (wanted.caseNumber !== null)
    sources.push({
      matched: 'case-number',
      wanted: wanted.caseNumber,
      compared: `replace(substr(k.id, 4), '-', '')`,
      exactly: (text) => `k.id = 'TM-' || left(${text}, 5) || '-' || substr(${text}, 6)`,
      caseId: 'k.id',
      orderId: 'k.order_id',
      organisationId: 'k.customer_id',
      number: 'null::int',
      from: 'cases k',
      near: nearest('k', 'select * from cases where order_id = n.id'),
    })
  return sources
}

/** @param customers whom the caller reaches; null: everybody, and then partners are found too */
export async function find(
  db: Database,
  wanted: Wanted,
  customers: readonly string[] | null,
): Promise<FoundRow[]> {
  const client = await db.connect()
  try {
    // One plan for all values: for "%JN1%" among purchase orders PostgreSQL guesses 40,000 fits where there are none,
    // and walks a million entries of another index to the end (measured: 1.4 s against 10 ms).
    await client.query('begin read only; set local plan_cache_mode = force_generic_plan')
    return await composedRows<FoundRow>(client, (place) => statement(wanted, customers, place))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function statement(wanted: Wanted, customers: readonly string[] | null, place: Place): string {
  const scope = customers === null ? null : place(customers, 'uuid[]')
  const fits = (source: Source, from: string, condition: string) => `
    select '${source.matched}' as matched, ${source.compared} as compared, ${source.caseId} as case_id,
           ${source.orderId} as order_id, ${source.organisationId} as organisation_id, ${source.number} as number
      from ${from} where ${condition} ${source.matched === 'name' ? `and c.kind in ('customer', 'partner')` : ''}`
  // Whose it is, is asked of what was found: else PostgreSQL, which takes every customer for an average one, would read
  // all rows of a very large one.
  const far = (source: Source, condition: string, onlyIf = '') =>
    scope === null
      ? fits(source, source.from, condition)
      : `select * from (${fits(source, source.from, `${condition} ${onlyIf}`)} limit ${MOST_ASKED}) p
          where organisation_id = any(${scope})`
  const parts = sourcesOf(wanted).flatMap((source) => {
    const escaped = source.wanted.replace(/[\\%_]/g, '\\$&')
    const exact = `(${far(source, source.exactly(place(source.matched === 'name' ? escaped : source.wanted, 'text')))} limit ${MOST})`
    const anywhere = hasPiece(source.wanted)
    if (!anywhere && source.byBeginning === undefined) return [exact]
    const part = anywhere
      ? `${source.compared} like ${place(`%${escaped}%`, 'text')}`
      : beginsWith(source.compared, source.wanted, place)
    return source.near === undefined
      ? [exact, `(${far(source, part)} limit ${MOST})`]
      : [
          exact,
          `(select * from ((${fits(source, source.near, part)})
              union all (${far(source, part, `and (select count(*) from near) = ${NEAR_OWN}`)})) p limit ${MOST})`,
        ]
  })
  if (wanted.certificate !== null) {
    const { caseNumber, number } = wanted.certificate
    parts.push(`
      (select 'certificate', '', f.case_id, null::uuid, f.customer_id, f.number from certificate f
        where f.case_id = ${place(`TM-${caseNumber.slice(0, 5)}-${caseNumber.slice(5)}`, 'text')}
          and f.number = ${place(number, 'int')} ${scope === null ? '' : `and f.customer_id = any(${scope})`})`)
  }
  const newest = 'order by registered_at desc, id desc limit'
  const near =
    scope === null
      ? `select id from orders ${newest} ${NEAR_ALL}`
      : `select o.id from unnest(${scope}) s(id) cross join lateral (
           select id, registered_at from orders where customer_id = s.id ${newest} ${NEAR_OWN}
         ) o order by o.registered_at desc limit ${NEAR_OWN}`
  return `with near as materialized (${near})
    select f.matched, f.compared, f.case_id, o.id as order_id, f.organisation_id, f.number, o.number as order_number,
           o.purchase_order, c.kind as organisation_kind, c.name as organisation_name, c.account, u.sku, u.serial,
           s.tracking_number
      from (${parts.join(' union ')}) f
      join organisation c on c.id = f.organisation_id
      left join cases k on k.id = f.case_id
      left join orders o on o.id = coalesce(f.order_id, k.order_id)
      left join unit u on u.order_id = case when f.matched = 'serial' then f.order_id end and u.row = f.number
      left join shipment s on s.case_id = case when f.matched = 'tracking-number' then f.case_id end and s.number = f.number`
}
