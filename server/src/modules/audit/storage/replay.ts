import type { PoolClient } from 'pg'
import { sql } from '../../../platform/database/pool.ts'
import type { Columns } from '../../../platform/history/patch.ts'

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

export async function countRows(db: PoolClient, table: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`select count(*)::int as count from ${quoted(table)}`)
  return rows[0]?.count ?? 0
}

/** An entry in another currency than its order's, or that moves nothing. */
export const foreignEntry = sql<{ order_id: string; currency: string; order_currency: string }>(
  'foreign-entry',
  `select e.order_id, e.currency, o.currency as order_currency from ledger_entry e join orders o on o.id = e.order_id
    where e.currency <> o.currency or e.from_account = e.to_account limit 1`,
)
