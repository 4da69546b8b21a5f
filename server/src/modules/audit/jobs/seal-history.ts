import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { addSeal, rootAt, sealable } from '../storage/seals.ts'

/**
 * Seals everything that is certainly complete. Positions are handed out before they are committed, so while somebody
 * writes nothing is sealed: a seal must not miss a fact that comes later with a lower number.
 */
export async function sealHistory(db: Database, now: string): Promise<void> {
  const client = await db.connect()
  try {
    await client.query('begin isolation level repeatable read')
    const state = await firstRow(client, sealable, [])
    if (state?.position != null && !state.writing && state.position !== state.sealed) {
      const { root, streams } = await rootAt(client, state.position)
      await rows(client, addSeal, [(state.number ?? 0) + 1, now, state.position, streams, root])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
