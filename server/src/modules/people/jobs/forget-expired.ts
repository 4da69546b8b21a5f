import type { Database } from '../../../platform/database/pool.ts'

const DAY_MS = 86_400_000

/** Sessions that ended, failed sign-ins nobody counts any more, and replies older than any sensible retry. */
export async function forgetExpired(db: Database, now: string): Promise<void> {
  const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await db.query('delete from session where expires_at < $1', [now])
  await db.query('delete from sign_in_failure where at < $1', [ago(DAY_MS)])
  await db.query('delete from idempotency where at < $1', [ago(7 * DAY_MS)])
}
