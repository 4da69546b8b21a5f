import { type Database, rows } from '../../../platform/database/pool.ts'
import { forgetFailures, forgetReplies, forgetSessions } from '../storage/credentials.ts'
import { forgetInvited } from '../storage/invitations.ts'

const DAY_MS = 86_400_000

/** Sessions that ended, attempts nobody counts any more, replies older than any sensible retry, names of invitations. */
export async function forgetExpired(db: Database, now: string): Promise<void> {
  const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await rows(db, forgetSessions, [now])
  await rows(db, forgetFailures, [ago(DAY_MS)])
  await rows(db, forgetReplies, [ago(7 * DAY_MS)])
  await rows(db, forgetInvited, [now])
}
