/** Replaying facts and holding what they give against the tables: the same for all of the history and for one root. */
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { type Table, type Tables, tableOf } from '../../../platform/database/tables.ts'
import { chainHash, GENESIS } from '../../../platform/history/chain.ts'
import { foldPatches, type Patch, type RowWrite } from '../../../platform/history/patch.ts'
import {
  type AnyFact,
  type Author,
  type Consequences,
  type Pipeline,
  type Recorded,
  requestDigest,
} from '../../../platform/run-command.ts'
import { type ForeignEntry, presentRows, type StoredFact, type StoredReading } from '../storage/replay.ts'

export interface Difference {
  readonly where: string
  readonly what:
    | 'chain-broken'
    | 'sequence-gap'
    | 'history-impossible'
    | 'row-missing'
    | 'row-unexplained'
    | 'column-differs'
    | 'ledger-unbalanced'
    | 'seal-broken'
  readonly expected: unknown
  readonly found: unknown
}

export type Replaying<Fact extends AnyFact> = Pick<Pipeline<Fact>, 'tables' | 'project' | 'react'>
/** The facts of some roots, each root whole: a case without its order would not explain its units. */
export type Batch = ReadonlyMap<string, readonly StoredFact[]>

/** The rows that these facts give, or the first fact that is not the one that was written. */
export function replayBatch<Fact extends AnyFact>(
  pipeline: Replaying<Fact>,
  batch: Batch,
): { readonly writes: Map<string, RowWrite>; readonly streams: number } | Difference {
  const { tables } = pipeline
  const writes = new Map<string, RowWrite>()
  let streams = 0
  for (const [root, list] of batch) {
    const heads = new Map<string, { seq: number; hash: Buffer }>()
    for (const fact of list) {
      const head = heads.get(fact.stream) ?? { seq: 0, hash: GENESIS }
      const where = `${fact.stream} #${fact.seq}`
      if (fact.seq !== head.seq + 1)
        return { where, what: 'sequence-gap', expected: head.seq + 1, found: fact.seq }
      const hash = chainHash(head.hash, fact)
      if (!hash.equals(fact.hash))
        return {
          where,
          what: 'chain-broken',
          expected: hash.toString('hex'),
          found: fact.hash.toString('hex'),
        }
      heads.set(fact.stream, { seq: fact.seq, hash })
    }
    try {
      const patches = list.flatMap((fact) => replayed(pipeline, fact))
      foldPatches(patches, (table) => tableOf(tables, table).primaryKey, writes)
      for (const [stream, { seq, hash }] of heads) headRow(writes, tables, stream, seq, hash)
    } catch (error) {
      // Whoever forges facts with right hashes can forge some that no program of ours would have written.
      return { where: root, what: 'history-impossible', expected: null, found: String(error) }
    }
    streams += heads.size
  }
  return { writes, streams }
}

function replayed<Fact extends AnyFact>(
  { project, react }: Pick<Pipeline<Fact>, 'project' | 'react'>,
  stored: StoredFact,
): Patch[] {
  const recorded: Recorded<Fact> = {
    fact: { type: stored.type, ...JSON.parse(stored.body) } as Fact,
    stream: stored.stream,
    seq: stored.seq,
    at: stored.at,
    by: JSON.parse(stored.actor) as Author,
  }
  const { patches }: Consequences = react(recorded)
  return [...project(recorded), ...patches]
}

/** The row that carries a chain's version and head is the one the stream is named after. */
const headTables: Readonly<Record<string, string>> = {
  order: 'orders',
  case: 'cases',
  organisation: 'organisation',
  programme: 'programme',
  receipt: 'receipt',
}

function headRow(
  writes: Map<string, RowWrite>,
  tables: Tables,
  stream: string,
  seq: number,
  hash: Buffer,
): void {
  const [kind = '', ...id] = stream.split(':')
  const table = headTables[kind]
  if (table === undefined) throw new Error(`no table carries the head of ${stream}`)
  foldPatches(
    [{ table, key: { id: id.join(':') }, set: { version: seq, head: `\\x${hash.toString('hex')}` } }],
    (name) => tableOf(tables, name).primaryKey,
    writes,
  )
}

/** A row's key as text, whether it comes from a fact or from the table. */
export const idOf = (primaryKey: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(primaryKey.map((column) => String(row[column])))

/** A server goes on answering others between two of these: comparing 20,000 rows takes a second of its only thread. */
const COMPARED_AT_A_TIME = 1_000

/** Table by table: what the facts say is sent along, and PostgreSQL answers what it has under those keys. */
export async function compareRows(
  db: PoolClient,
  tables: Tables,
  writes: ReadonlyMap<string, RowWrite>,
  untouched: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): Promise<Difference | null> {
  const byTable = new Map<string, RowWrite[]>()
  for (const write of writes.values()) {
    const list = byTable.get(write.table) ?? []
    byTable.set(write.table, list)
    list.push(write)
  }
  for (const [name, list] of byTable) {
    for (let from = 0; from < list.length; from += COMPARED_AT_A_TIME) {
      const some = list.slice(from, from + COMPARED_AT_A_TIME)
      const difference = await compareWith(db, name, tableOf(tables, name), some, untouched.get(name))
      if (difference !== null) return difference
    }
  }
  return null
}

async function compareWith(
  db: PoolClient,
  name: string,
  { columns, primaryKey }: Table,
  list: readonly RowWrite[],
  untouched: ReadonlyMap<string, unknown> = new Map(),
): Promise<Difference | null> {
  const found = new Map<string, Record<string, unknown>>()
  const present = await presentRows(
    db,
    name,
    primaryKey.map((column) => [column, columns.get(column) ?? 'text']),
    list.map(({ key }) => key),
  )
  for (const row of present) found.set(idOf(primaryKey, row), row)
  for (const write of list) {
    const where = `${name} ${primaryKey.map((column) => write.key[column]).join(' ')}`
    const row = found.get(idOf(primaryKey, write.key))
    if (!write.isNew)
      return { where, what: 'history-impossible', expected: null, found: 'changed before it was there' }
    if (row === undefined) return { where, what: 'row-missing', expected: write.set, found: null }
    // What no fact has touched must be as the table gives it: a counter that was never moved can be forged too.
    for (const [column, expected] of new Map([...untouched, ...Object.entries(write.set)])) {
      const type = columns.get(column) ?? ''
      if (!same(type, expected, row[column]))
        return { where: `${where} ${column}`, what: 'column-differs', expected, found: row[column] }
    }
  }
  return null
}

function same(type: string, expected: unknown, found: unknown): boolean {
  if (expected === null || found === null) return expected === found
  if (type.startsWith('timestamp')) return Date.parse(expected as string) === Date.parse(found as string)
  if (type === 'numeric' || type === 'bigint') return Number(expected) === Number(found)
  if (type.startsWith('character(')) return expected === (found as string).trimEnd()
  // Through JSON once, as it went into the table: undefined members are gone, arrays are arrays.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(expected)), found)
}

/** What was read in a form is too long to stand in a fact: it stands beside it, and its digest in the fact. */
export function changedReading({
  case_id,
  version,
  reading,
  reading_digest,
}: StoredReading): Difference | null {
  const digest = requestDigest(reading)
  return digest.equals(reading_digest)
    ? null
    : {
        where: `form_version ${case_id} ${version} reading`,
        what: 'column-differs',
        expected: reading_digest.toString('hex'),
        found: digest.toString('hex'),
      }
}

/** Balanced by construction; asked all the same, since it is what finance relies on. */
export const unbalanced = (wrong: ForeignEntry | undefined): Difference | null =>
  wrong === undefined
    ? null
    : {
        where: `order ${wrong.order_id}`,
        what: 'ledger-unbalanced',
        expected: wrong.order_currency,
        found: wrong.currency,
      }
