import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { addSeal, rootAt, sealable } from '../storage/seals.ts'

/**
 * Seals everything that is there. Positions are handed out before they are committed, so for the blink of reading the
 * last one writers wait: after that nothing with a lower number can appear, and the root can be taken beside them.
 */
export async function sealHistory(db: Database, now: string): Promise<void> {
  const client = await db.connect()
  try {
    await client.query('begin')
    await client.query(`set local lock_timeout = '5s'`)
    await client.query('lock table fact in share mode')
    const state = await firstRow(client, sealable, [])
    await client.query('commit')
    if (state?.position == null || state.position === state.sealed) return
    const { root, streams } = await rootAt(client, state.position)
    await rows(client, addSeal, [(state.number ?? 0) + 1, now, state.position, streams, root])
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
