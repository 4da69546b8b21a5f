import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { forgetFailure, noteFailure, recentFailures } from '../storage/credentials.ts'

const FAILURES_ALLOWED = 10
const FAILURE_WINDOW_MS = 15 * 60_000

export type TooManyAttempts = Refusal<'sign-in-blocked', { minutes: number }>
export interface Attempt {
  /** It was right: it counts for nothing. */
  readonly succeeded: () => Promise<void>
}

/**
 * One try at a secret, under the name that is tried (an address, or where a stranger asks from). Counted before the
 * secret is looked at: whoever counted after it would let a hundred guesses in at once.
 */
export async function beginAttempt(
  db: Database,
  name: string,
  now: string,
): Promise<Attempt | TooManyAttempts> {
  const since = new Date(Date.parse(now) - FAILURE_WINDOW_MS).toISOString()
  const attempt = newId()
  await rows(db, noteFailure, [attempt, name, now])
  const failures = (await firstRow(db, recentFailures, [name, since]))?.failures ?? 0
  const succeeded = async () => void (await rows(db, forgetFailure, [attempt]))
  if (failures <= FAILURES_ALLOWED) return { succeeded }
  await succeeded()
  return { refused: 'sign-in-blocked', minutes: FAILURE_WINDOW_MS / 60_000 }
}
