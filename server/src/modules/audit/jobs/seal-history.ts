import type { Database } from '../../../platform/database/pool.ts'
import { rootAt } from '../storage/seals.ts'

/**
 * Seals everything that is certainly complete: a position below the oldest running transaction, since identity numbers
 * are handed out before they are committed and a seal must not miss one that comes later.
 */
export async function sealHistory(db: Database, now: string): Promise<void> {
  const client = await db.connect()
  try {
    await client.query('begin isolation level repeatable read')
    const { rows } = await client.query<{
      position: number | null
      sealed: number | null
      number: number | null
      running: boolean
    }>(
      `select (select max(position) from fact) as position, (select max(position) from seal) as sealed, (select max(number) from seal) as number,
              exists (select 1 from pg_locks where locktype = 'relation' and relation = 'fact'::regclass and mode = 'RowExclusiveLock' and pid <> pg_backend_pid()) as running`,
    )
    const [state] = rows
    // Somebody is writing at this very moment: the next round, in an hour, seals a little more.
    if (state?.position != null && !state.running && state.position !== state.sealed) {
      const { root, streams } = await rootAt(client, state.position)
      await client.query(
        'insert into seal (number, at, position, streams, root) values ($1, $2, $3, $4, $5)',
        [(state.number ?? 0) + 1, now, state.position, streams, root],
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
