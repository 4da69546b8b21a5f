/**
 * A query that is put together from the filters somebody chose. What is not asked for is not in its text: a condition
 * `($2 is null or …)` stands in the way of an index as soon as PostgreSQL keeps one plan for all values.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Database, rows } from './pool.ts'

/** Takes a value and gives its place in the text, with its type: `$3::uuid[]`. */
export type Place = (value: unknown, type: string) => string

/** Texts by what was asked for are few, and each keeps its name, so they stay prepared. */
const names = new Map<string, string>()

export async function composedRows<Row extends pg.QueryResultRow>(
  db: Database | pg.PoolClient,
  compose: (place: Place) => string,
): Promise<Row[]> {
  const values: unknown[] = []
  const text = compose((value, type) => `$${values.push(value)}::${type}`)
  let name = names.get(text)
  if (name === undefined) {
    name = `read-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return rows<Row>(db, { name, text }, values)
}

/** All texts that begin with `start`, as a range of an index in the order of bytes (`collate "C"`). */
export const beginsWith = (column: string, start: string, place: Place): string =>
  `${column} collate "C" >= ${place(start, 'text')} and ${column} collate "C" < ${place(`${start}\u{10ffff}`, 'text')}`
