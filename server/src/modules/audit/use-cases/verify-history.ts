/**
 * Replays the history and compares it with the tables. The questions, and the first "no" is named: is every chain
 * unbroken, do the facts give exactly the rows that are there, does every row come from a fact, is what stands beside
 * a fact what was there when it was written, do the books balance, do the seals still hold?
 */
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import { type Tables, tableOf } from '../../../platform/database/tables.ts'
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
import { programmeDigest } from '../../programmes/index.ts'
import {
  allKeys,
  countRows,
  definitions,
  factsAfter,
  foreignEntry,
  presentRows,
  readingsOf,
  type StoredFact,
  untouchedColumns,
} from '../storage/replay.ts'
import { allSeals, rootAt } from '../storage/seals.ts'

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
export interface Verification {
  readonly facts: number
  readonly streams: number
  readonly rows: number
  readonly difference: Difference | null
}

const PAGE = 5_000
/** Roots compared at a time: one query per table for all of them. */
const ROOTS = 500

/** Reads one snapshot from beginning to end, so that it can run beside a working server. */
export async function verifyHistory<Fact extends AnyFact>(
  pipeline: Pick<Pipeline<Fact>, 'db' | 'tables' | 'project' | 'react'>,
): Promise<Verification> {
  const client = await pipeline.db.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifySnapshot(client, pipeline)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

type Replaying<Fact extends AnyFact> = Pick<Pipeline<Fact>, 'tables' | 'project' | 'react'>
/** The facts of some roots, each root whole: a case without its order would not explain its units. */
type Batch = ReadonlyMap<string, readonly StoredFact[]>

async function verifySnapshot<Fact extends AnyFact>(
  db: PoolClient,
  pipeline: Replaying<Fact>,
): Promise<Verification> {
  const { tables } = pipeline
  const counts = { facts: 0, streams: 0, rows: 0 }
  const explained = new Map<string, number>()
  const untouched = new Map<string, ReadonlyMap<string, unknown>>()
  for (const table of factTables) untouched.set(table, await untouchedColumns(db, table))
  for await (const batch of batchesOf(db)) {
    for (const list of batch.values()) counts.facts += list.length
    const replay = replayBatch(pipeline, batch)
    if ('what' in replay) return { ...counts, difference: replay }
    counts.streams += replay.streams
    counts.rows += replay.writes.size
    for (const { table } of replay.writes.values()) explained.set(table, (explained.get(table) ?? 0) + 1)
    const difference = await compareRows(db, tables, replay.writes, untouched)
    if (difference !== null) return { ...counts, difference }
  }
  const difference =
    (await unexplained(db, pipeline, explained)) ??
    (await changedEvidence(db)) ??
    (await unbalanced(db)) ??
    (await brokenSeal(db))
  return { ...counts, difference }
}

async function* batchesOf(db: PoolClient): AsyncGenerator<Batch> {
  let batch = new Map<string, StoredFact[]>()
  let after: [string, number] = ['', 0]
  for (;;) {
    const page = await rows(db, factsAfter, [...after, PAGE])
    for (const fact of page) {
      if (!batch.has(fact.root) && batch.size >= ROOTS) {
        yield batch
        batch = new Map()
      }
      const list = batch.get(fact.root) ?? []
      batch.set(fact.root, list)
      list.push(fact)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = [last.root, last.position]
  }
  yield batch
}

/** The rows that these facts give, or the first fact that is not the one that was written. */
function replayBatch<Fact extends AnyFact>(
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
const idOf = (primaryKey: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(primaryKey.map((column) => String(row[column])))

/** One query per table: what the facts say is sent along, and PostgreSQL answers what it has under those keys. */
async function compareRows(
  db: PoolClient,
  tables: Tables,
  writes: ReadonlyMap<string, RowWrite>,
  untouched: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): Promise<Difference | null> {
  const byTable = new Map<string, RowWrite[]>()
  for (const write of writes.values()) byTable.set(write.table, [...(byTable.get(write.table) ?? []), write])
  for (const [name, list] of byTable) {
    const { columns, primaryKey } = tableOf(tables, name)
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
      for (const [column, expected] of new Map([
        ...(untouched.get(name) ?? []),
        ...Object.entries(write.set),
      ])) {
        const type = columns.get(column) ?? ''
        if (!same(type, expected, row[column]))
          return { where: `${where} ${column}`, what: 'column-differs', expected, found: row[column] }
      }
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

/** Tables in which every row must come from a fact. */
const factTables = [
  'orders',
  'order_line',
  'commitment',
  'unit',
  'cases',
  'extension',
  'form_version',
  'certificate',
  'shipment',
  'receipt',
  'scan',
  'unmatched_goods',
  'ledger_entry',
  'organisation',
  'person',
  'mandate',
  'api_key',
  'programme',
  'programme_version',
]

async function unexplained<Fact extends AnyFact>(
  db: PoolClient,
  pipeline: Replaying<Fact>,
  explained: ReadonlyMap<string, number>,
): Promise<Difference | null> {
  for (const table of factTables) {
    const expected = explained.get(table) ?? 0
    const found = await countRows(db, table)
    if (found === expected) continue
    // Only now, when one is known to be there, is the history read again to name it.
    const { primaryKey } = tableOf(pipeline.tables, table)
    const ours = new Set<string>()
    for await (const batch of batchesOf(db)) {
      const replay = replayBatch(pipeline, batch)
      if ('what' in replay) return replay
      for (const write of replay.writes.values())
        if (write.table === table) ours.add(idOf(primaryKey, write.key))
    }
    const strange = (await allKeys(db, table, primaryKey)).find((key) => !ours.has(idOf(primaryKey, key)))
    const name = primaryKey.map((column) => String(strange?.[column])).join(' ')
    return { where: `${table} ${name}`, what: 'row-unexplained', expected, found }
  }
  return null
}

/** What is too long to stand in a fact stands beside it, and its digest in the fact: the readings of forms, the rules. */
async function changedEvidence(db: PoolClient): Promise<Difference | null> {
  for await (const { case_id, version, reading, reading_digest } of readingsOf(db)) {
    const digest = requestDigest(reading)
    if (!digest.equals(reading_digest))
      return {
        where: `form_version ${case_id} ${version} reading`,
        what: 'column-differs',
        expected: reading_digest.toString('hex'),
        found: digest.toString('hex'),
      }
  }
  for (const { programme_id, version, definition, digest } of await rows(db, definitions, [])) {
    const found = programmeDigest(definition)
    if (found !== digest)
      return {
        where: `programme_version ${programme_id} ${version} definition`,
        what: 'column-differs',
        expected: digest,
        found,
      }
  }
  return null
}

/** Balanced by construction; asked all the same, since it is what finance relies on. */
async function unbalanced(db: PoolClient): Promise<Difference | null> {
  const wrong = await firstRow(db, foreignEntry, [])
  return wrong === undefined
    ? null
    : {
        where: `order ${wrong.order_id}`,
        what: 'ledger-unbalanced',
        expected: wrong.order_currency,
        found: wrong.currency,
      }
}

/** A seal holds a root over all chain heads at its position; whoever rewrote a chain since gives another root. */
async function brokenSeal(db: PoolClient): Promise<Difference | null> {
  let number = 0
  for (const seal of await rows(db, allSeals, [])) {
    number += 1
    if (seal.number !== number)
      return { where: `seal ${number}`, what: 'seal-broken', expected: number, found: seal.number }
    const { root } = await rootAt(db, seal.position)
    if (!root.equals(seal.root))
      return {
        where: `seal ${seal.number}`,
        what: 'seal-broken',
        expected: seal.root.toString('hex'),
        found: root.toString('hex'),
      }
  }
  return null
}
