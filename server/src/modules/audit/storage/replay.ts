import type { PoolClient } from 'pg'
import { rows as rowsOf, sql } from '../../../platform/database/pool.ts'
import type { Table } from '../../../platform/database/tables.ts'
import type { Columns } from '../../../platform/history/patch.ts'
import type { Programme } from '../../programmes/index.ts'

export interface StoredFact {
  root: string
  position: number
  stream: string
  seq: number
  type: string
  at: string
  /** json columns as the text that was hashed. */
  actor: string
  body: string
  hash: Buffer
}
export const factsAfter = sql<StoredFact>(
  'verify-facts',
  `select root, position, stream, seq, type, at, actor::text as actor, body::text as body, hash from fact
    where (root, position) > ($1, $2) order by root, position limit $3`,
)

const quoted = (name: string): string => `"${name}"`

/** The rows of a table under these keys. Table and columns come from PostgreSQL's own catalogue, the keys go as a parameter. */
export async function presentRows(
  db: PoolClient,
  table: string,
  primaryKey: readonly (readonly [name: string, type: string])[],
  keys: readonly Columns[],
): Promise<Record<string, unknown>[]> {
  const typed = primaryKey.map(([name, type]) => `${quoted(name)} ${type}`).join(', ')
  const match = primaryKey.map(([name]) => `t.${quoted(name)} = p.${quoted(name)}`).join(' and ')
  const { rows } = await db.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${quoted(table)} t join json_to_recordset($1::json) as p(${typed}) on ${match}`,
    [JSON.stringify(keys)],
  )
  return rows.map(({ row }) => row)
}

export const factsOfRoot = sql<StoredFact>(
  'verify-facts-of-root',
  `select root, position, stream, seq, type, at, actor::text as actor, body::text as body, hash from fact
    where root = $1 order by position`,
)

export async function countRows(db: PoolClient, table: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`select count(*)::int as count from ${quoted(table)}`)
  return rows[0]?.count ?? 0
}

export async function allKeys(
  db: PoolClient,
  table: string,
  primaryKey: readonly string[],
): Promise<Record<string, unknown>[]> {
  const columns = primaryKey.map(quoted).join(', ')
  const { rows } = await db.query<Record<string, unknown>>(
    `select ${columns} from ${quoted(table)} order by ${columns}`,
  )
  return rows
}

/** Keys of the rows of a table that belong to one order with its cases; null where none of its rows does. */
export async function keysOfOrder(
  db: PoolClient,
  table: string,
  { columns, primaryKey }: Table,
  orderId: string,
): Promise<Record<string, unknown>[] | null> {
  const belongs =
    table === 'orders'
      ? 'id = $1'
      : primaryKey[0] === 'case_id'
        ? 'case_id in (select id from cases where order_id = $1)'
        : columns.has('order_id')
          ? 'order_id = $1'
          : null
  if (belongs === null) return null
  const { rows } = await db.query<Record<string, unknown>>(
    `select ${primaryKey.map(quoted).join(', ')} from ${quoted(table)} where ${belongs}`,
    [orderId],
  )
  return rows
}

/**
 * What stands in each column that nothing was written to: its default, or nothing. A column that has neither and must
 * have a value is filled from outside the history (names, secrets, readings) and is not among them.
 */
export async function untouchedColumns(db: PoolClient, table: string): Promise<ReadonlyMap<string, unknown>> {
  const { rows: columns } = await db.query<{ name: string; value: string | null }>(
    `select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as value
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (d.adbin is not null or not a.attnotnull)`,
    [quoted(table)],
  )
  const { rows } = await db.query<Record<string, unknown>>(
    `select ${columns.map(({ value }, index) => `to_jsonb(${value ?? 'null::text'}) as "${index}"`).join(', ')}`,
  )
  return new Map(columns.map(({ name }, index) => [name, rows[0]?.[index]]))
}

export interface StoredReading {
  case_id: string
  version: number
  /** The json column as the text whose digest is in the fact. */
  reading: string
  reading_digest: Buffer
}
const readingsAfter = sql<StoredReading>(
  'verify-readings',
  `select case_id, version, reading::text as reading, reading_digest from form_version
    where (case_id, version) > ($1, $2) order by case_id, version limit 50`,
)
const readingsOfOrder = sql<StoredReading>(
  'verify-readings-of-order',
  `select f.case_id, f.version, f.reading::text as reading, f.reading_digest
     from cases k join form_version f on f.case_id = k.id
    where k.order_id = $3 and (f.case_id, f.version) > ($1, $2) order by f.case_id, f.version limit 50`,
)
/** Of everybody, or of the cases of one order. */
export async function* readingsOf(db: PoolClient, orderId?: string): AsyncGenerator<StoredReading> {
  let last: StoredReading | undefined
  do {
    const after = [last?.case_id ?? '', last?.version ?? 0]
    const page: StoredReading[] =
      orderId === undefined
        ? await rowsOf(db, readingsAfter, after)
        : await rowsOf(db, readingsOfOrder, [...after, orderId])
    yield* page
    last = page.at(-1)
  } while (last !== undefined)
}

export const definitions = sql<{
  programme_id: string
  version: string
  definition: Programme
  digest: string
}>(
  'verify-definitions',
  'select programme_id, version, definition, digest from programme_version order by programme_id, version',
)

/** An entry in another currency than its order's, or that moves nothing. */
export interface ForeignEntry {
  order_id: string
  currency: string
  order_currency: string
}
const foreign = `
  select e.order_id, e.currency, o.currency as order_currency from ledger_entry e join orders o on o.id = e.order_id
   where (e.currency <> o.currency or e.from_account = e.to_account)`
export const foreignEntry = sql<ForeignEntry>('foreign-entry', `${foreign} limit 1`)
export const foreignEntryOfOrder = sql<ForeignEntry>(
  'foreign-entry-of-order',
  `${foreign} and e.order_id = $1 limit 1`,
)
