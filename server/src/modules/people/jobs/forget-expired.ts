import { type Database, rows } from '../../../platform/database/pool.ts'
import { forgetFailures, forgetReplies, forgetSessions } from '../storage/credentials.ts'

const DAY_MS = 86_400_000

/** Sessions that ended, failed sign-ins nobody counts any more, and replies older than any sensible retry. */
export async function forgetExpired(db: Database, now: string): Promise<void> {
  const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await rows(db, forgetSessions, [now])
  await rows(db, forgetFailures, [ago(DAY_MS)])
  await rows(db, forgetReplies, [ago(7 * DAY_MS)])
}
