import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { rows, sql } from '../../../platform/database/pool.ts'

export interface SealRow {
  number: number
  position: number
  streams: number
  root: Buffer
}
export const allSeals = sql<SealRow>(
  'all-seals',
  'select number, position, streams, root from seal order by number',
)
/** Newest first. */
export const sealsPage = sql<SealRow & { at: string }>(
  'seals-page',
  'select number, at, position, streams, root from seal where $1::int is null or number < $1 order by number desc limit $2',
)
export const addSeal = sql(
  'add-seal',
  'insert into seal (number, at, position, streams, root) values ($1, $2, $3, $4, $5)',
)

export const sealable = sql<{ position: number | null; sealed: number | null; number: number | null }>(
  'sealable',
  `select (select max(position) from fact) as position, (select max(position) from seal) as sealed,
          (select max(number) from seal) as number`,
)

const HEADS = 10_000
const chainHeads = sql<{ stream: string; hash: Buffer }>(
  'chain-heads',
  `select distinct on (stream) stream, hash from fact where stream > $1 and position <= $2 order by stream, seq desc limit $3`,
)

/** SHA-256 over the last hash of every chain up to a position, in the order of the streams' names, a page at a time. */
export async function rootAt(db: PoolClient, position: number): Promise<{ root: Buffer; streams: number }> {
  const hash = createHash('sha256')
  let streams = 0
  let after = ''
  for (;;) {
    const heads = await rows(db, chainHeads, [after, position, HEADS])
    for (const head of heads) hash.update(`${head.stream}\n`).update(head.hash)
    streams += heads.length
    const last = heads.at(-1)
    if (last === undefined || heads.length < HEADS) return { root: hash.digest(), streams }
    after = last.stream
  }
}
