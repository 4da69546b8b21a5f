/**
 * Replays the history and compares it with the tables. The questions, and the first "no" is named: is every chain
 * unbroken, do the facts give exactly the rows that are there, does every row come from a fact, is what stands beside
 * a fact what was there when it was written, do the books balance, do the seals still hold?
 */
import type { PoolClient } from 'pg'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import { tableOf } from '../../../platform/database/tables.ts'
import type { AnyFact, Pipeline } from '../../../platform/run-command.ts'
import { programmeDigest } from '../../programmes/index.ts'
import {
  allKeys,
  countRows,
  definitions,
  factsAfter,
  foreignEntry,
  readingsOf,
  type StoredFact,
  untouchedColumns,
} from '../storage/replay.ts'
import { allSeals, rootAt } from '../storage/seals.ts'
import {
  type Batch,
  changedReading,
  compareRows,
  type Difference,
  idOf,
  type Replaying,
  replayBatch,
  unbalanced,
} from './replay.ts'

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
    unbalanced(await firstRow(db, foreignEntry, [])) ??
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

/** Tables in which every row must come from a fact. */
export const factTables = [
  'orders',
  'order_line',
  'commitment',
  'unit',
  'cases',
  'extension',
  'attachment',
  'message',
  'form_version',
  'certificate',
  'shipment',
  'receipt',
  'scan',
  'scan_photo',
  'unmatched_goods',
  'charge_back',
  'ledger_entry',
  'organisation',
  'person',
  'invitation',
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
  for await (const reading of readingsOf(db)) {
    const difference = changedReading(reading)
    if (difference !== null) return difference
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
