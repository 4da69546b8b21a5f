import { firstRow, rows } from '../../../platform/database/pool.ts'
import { tableOf } from '../../../platform/database/tables.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { AnyFact, Pipeline } from '../../../platform/run-command.ts'
import {
  factsOfRoot,
  foreignEntryOfOrder,
  keysOfOrder,
  readingsOf,
  untouchedColumns,
} from '../storage/replay.ts'
import { sealsPage } from '../storage/seals.ts'
import { changedReading, compareRows, type Difference, idOf, replayBatch, unbalanced } from './replay.ts'
import { factTables } from './verify-history.ts'

export interface OrderVerification {
  readonly facts: number
  readonly rows: number
  readonly difference: Difference | null
  /** The last hash of the case that was asked about. */
  readonly head: Buffer
  /** The newest seal, if everything that was verified lies under it. */
  readonly seal: { readonly number: number; readonly at: string } | null
}

/**
 * An order with its cases, held against its history: what `verifyHistory` asks, of this root alone, at a cost that
 * grows with its facts. Whether the seals hold is a question about all chains, and only `tmip history verify` asks it.
 */
export async function verifyOrder<Fact extends AnyFact>(
  pipeline: Pick<Pipeline<Fact>, 'db' | 'tables' | 'project' | 'react'>,
  orderId: string,
  caseId: string,
): Promise<OrderVerification> {
  const { tables } = pipeline
  const root = `order:${orderId}`
  const db = await pipeline.db.connect()
  try {
    await db.query('begin isolation level repeatable read read only')
    const facts = await rows(db, factsOfRoot, [root])
    const newest = await firstRow(db, sealsPage, [null, 1])
    const covered = newest !== undefined && newest.position >= (facts.at(-1)?.position ?? 0)
    const seal = covered ? { number: newest.number, at: newest.at } : null
    const head = facts.findLast(({ stream }) => stream === `case:${caseId}`)?.hash ?? GENESIS
    const replay = replayBatch(pipeline, new Map([[root, facts]]))
    if ('what' in replay) return { facts: facts.length, rows: 0, difference: replay, head, seal }
    const counts = { facts: facts.length, rows: replay.writes.size, head, seal }
    const written = new Map<string, Set<string>>()
    for (const { table, key } of replay.writes.values())
      written.set(table, (written.get(table) ?? new Set()).add(idOf(tableOf(tables, table).primaryKey, key)))
    const untouched = new Map<string, ReadonlyMap<string, unknown>>()
    for (const table of written.keys()) untouched.set(table, await untouchedColumns(db, table))
    const difference = await compareRows(db, tables, replay.writes, untouched)
    if (difference !== null) return { ...counts, difference }
    for (const table of factTables) {
      const { primaryKey } = tableOf(tables, table)
      const present = await keysOfOrder(db, table, tableOf(tables, table), orderId)
      const strange = present?.find((key) => !written.get(table)?.has(idOf(primaryKey, key)))
      if (strange === undefined) continue
      const name = primaryKey.map((column) => String(strange[column])).join(' ')
      const where = `${table} ${name}`
      return { ...counts, difference: { where, what: 'row-unexplained', expected: null, found: name } }
    }
    for await (const reading of readingsOf(db, orderId)) {
      const changed = changedReading(reading)
      if (changed !== null) return { ...counts, difference: changed }
    }
    const foreign = await firstRow(db, foreignEntryOfOrder, [orderId])
    return { ...counts, difference: unbalanced(foreign) }
  } finally {
    await db.query('rollback')
    db.release()
  }
}
