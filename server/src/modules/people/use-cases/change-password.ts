import { hash, verify } from '@node-rs/argon2'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { passwordFault } from '../rules/password.ts'
import { endOtherSessions, passwordOfPerson } from '../storage/credentials.ts'
import { beginAttempt } from './attempts.ts'
import { streamOf } from './organisations.ts'

/**
 * Whoever changes a password knows the old one: an unlocked screen is not enough. It is tried no more often than at the
 * door. All other sessions end; API keys stay, they are no password's children.
 */
export async function changePassword(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'actor' | 'by' | 'credential'>,
  { current, next }: { current: string; next: string },
) {
  const { db, clock } = house
  const { personId } = caller.actor
  const known = await firstRow(db, passwordOfPerson, [personId])
  if (known === undefined) throw new Error(`a caller without password: ${personId}`)
  const fault = passwordFault(next, known.email)
  if (fault !== null) return { refused: 'password-too-weak' as const, fault }
  const attempt = await beginAttempt(db, known.email, clock())
  if (isRefused(attempt)) return attempt
  if (!(await verify(known.hash, current).catch(() => false))) return { refused: 'password-wrong' as const }
  await attempt.succeeded()
  const passwordHash = await hash(next)
  const answer = await runCommand<PeopleFact, null, Refusal<'password-wrong'>>(house, {
    by: caller.by,
    decide: async (now) => ({
      streams: [
        {
          stream: await streamOf(house, caller.actor.organisationId),
          facts: [{ type: 'password-changed', personId }],
        },
      ],
      unrecorded: [update('password', { person_id: personId }, { hash: passwordHash, set_at: now })],
      reply: null,
      status: 204,
    }),
  })
  if (!isRefused(answer)) await rows(db, endOtherSessions, [personId, caller.credential.hash])
  return answer
}
