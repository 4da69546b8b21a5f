import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

export interface SealRow {
  number: number
  position: number
  streams: number
  root: Buffer
}

/**
 * SHA-256 over the last hash of every chain up to a position, in the order of the streams' names. PostgreSQL streams
 * the heads; nothing is held in memory but a page of them.
 */
export async function rootAt(
  db: Pool | PoolClient,
  position: number,
): Promise<{ root: Buffer; streams: number }> {
  const hash = createHash('sha256')
  let streams = 0
  let after = ''
  for (;;) {
    const { rows } = await db.query<{ stream: string; hash: Buffer }>({
      name: 'seal-heads',
      text: `select distinct on (stream) stream, hash from fact where stream > $1 and position <= $2 order by stream, seq desc limit 10000`,
      values: [after, position],
    })
    for (const head of rows) hash.update(head.stream).update('\n').update(head.hash)
    streams += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < 10_000) return { root: hash.digest(), streams }
    after = last.stream
  }
}
