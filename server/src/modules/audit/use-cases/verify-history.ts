/**
 * Replays the history and compares it with the tables. Three questions, the first "no" is named:
 * is every chain unbroken, do the facts give exactly the rows that are there, does every row come from a fact?
 */
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import { type Tables, tableOf } from '../../../platform/database/tables.ts'
import { chainHash, GENESIS } from '../../../platform/history/chain.ts'
import { foldPatches, type Patch, type RowWrite } from '../../../platform/history/patch.ts'
import type { AnyFact, Author, Consequences, Pipeline, Recorded } from '../../../platform/run-command.ts'
import { countRows, factsAfter, foreignEntry, presentRows, type StoredFact } from '../storage/replay.ts'
import { allSeals, rootAt } from '../storage/seals.ts'

export interface Difference {
  readonly where: string
  readonly what:
    | 'chain-broken'
    | 'sequence-gap'
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

async function verifySnapshot<Fact extends AnyFact>(
  db: PoolClient,
  pipeline: Pick<Pipeline<Fact>, 'tables' | 'project' | 'react'>,
): Promise<Verification> {
  const { tables } = pipeline
  let facts = 0
  let rowCount = 0
  let streams = 0
  const explained = new Map<string, number>()
  let after: [string, number] = ['', 0]
  let batch = new Map<string, StoredFact[]>()

  const compare = async (): Promise<Difference | null> => {
    const writes = new Map<string, RowWrite>()
    for (const list of batch.values()) {
      const heads = new Map<string, { seq: number; hash: Buffer }>()
      const patches: Patch[] = []
      for (const fact of list) {
        const head = heads.get(fact.stream) ?? { seq: 0, hash: GENESIS }
        if (fact.seq !== head.seq + 1)
          return {
            where: `${fact.stream} #${fact.seq}`,
            what: 'sequence-gap',
            expected: head.seq + 1,
            found: fact.seq,
          }
        const hash = chainHash(head.hash, fact)
        if (!hash.equals(fact.hash))
          return {
            where: `${fact.stream} #${fact.seq}`,
            what: 'chain-broken',
            expected: hash.toString('hex'),
            found: fact.hash.toString('hex'),
          }
        heads.set(fact.stream, { seq: fact.seq, hash })
        patches.push(...replayed(pipeline, fact))
      }
      streams += heads.size
      foldPatches(patches, (table) => tableOf(tables, table).primaryKey, writes)
      for (const [stream, { seq, hash }] of heads) headRow(writes, tables, stream, seq, hash)
    }
    batch = new Map()
    rowCount += writes.size
    for (const { table } of writes.values()) explained.set(table, (explained.get(table) ?? 0) + 1)
    return compareRows(db, tables, writes)
  }

  for (;;) {
    const page = await rows(db, factsAfter, [...after, PAGE])
    facts += page.length
    for (const fact of page) {
      // Only whole roots are compared: a case without its order would not explain its units.
      if (!batch.has(fact.root) && batch.size >= ROOTS) {
        const difference = await compare()
        if (difference) return { facts, streams, rows: rowCount, difference }
      }
      const list = batch.get(fact.root) ?? []
      batch.set(fact.root, list)
      list.push(fact)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = [last.root, last.position]
  }
  const difference =
    (await compare()) ??
    (await unexplained(db, explained)) ??
    (await unbalanced(db)) ??
    (await brokenSeal(db))
  return { facts, streams, rows: rowCount, difference }
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

/** One query per table: what the facts say is sent along, and PostgreSQL answers what it has under those keys. */
async function compareRows(
  db: PoolClient,
  tables: Tables,
  writes: Map<string, RowWrite>,
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
    const idOf = (row: Readonly<Record<string, unknown>>) =>
      JSON.stringify(primaryKey.map((column) => String(row[column])))
    for (const row of present) found.set(idOf(row), row)
    for (const write of list) {
      const where = `${name} ${primaryKey.map((column) => write.key[column]).join(' ')}`
      const row = found.get(idOf(write.key))
      if (!write.isNew) throw new Error(`history changes ${where} before it creates it`)
      if (row === undefined) return { where, what: 'row-missing', expected: write.set, found: null }
      for (const [column, expected] of Object.entries(write.set)) {
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

async function unexplained(
  db: PoolClient,
  explained: ReadonlyMap<string, number>,
): Promise<Difference | null> {
  for (const table of factTables) {
    const found = await countRows(db, table)
    const expected = explained.get(table) ?? 0
    if (found !== expected) return { where: table, what: 'row-unexplained', expected, found }
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
  for (const seal of await rows(db, allSeals, [])) {
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
