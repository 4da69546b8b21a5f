import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { FastifyRequest } from 'fastify'
import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Actor } from '../rules/roles.ts'
import {
  type ActorRow,
  actorByApiKey,
  actorBySession,
  beginSession,
  endSession,
  forgetFailure,
  noteFailure,
  passwordOf,
  recentFailures,
} from '../storage/credentials.ts'

export const SESSION_COOKIE = 'tmip_session'
const SESSION_HOURS = 12
const FAILURES_ALLOWED = 10
const FAILURE_WINDOW_MS = 15 * 60_000
/** What is verified when nobody has that address, so that the answer takes as long as for somebody who exists. */
const nobody = hash(randomBytes(32))

/** Tokens carry 256 random bits; a fast hash is enough to keep them from being read out of the database. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (kind: 'session' | 'key'): string =>
  `tmip_${kind}_${randomBytes(32).toString('base64url')}`

const toActor = (row: ActorRow): Actor => ({
  personId: row.person_id,
  name: row.name,
  roles: row.roles,
  language: row.language,
  timeZone: row.time_zone,
  organisationId: row.organisation_id,
  organisationKind: row.organisation_kind,
  mandates: row.mandates,
})

/** The person behind a session token or API key, or undefined. */
export async function actorOf(db: Database, token: string, now: string): Promise<Actor | undefined> {
  const query = token.startsWith('tmip_session_')
    ? actorBySession
    : token.startsWith('tmip_key_')
      ? actorByApiKey
      : undefined
  const row = query && (await firstRow(db, query, [hashToken(token), now]))
  return row && toActor(row)
}

/** The credential of a request: `Authorization: Bearer`, else the browser's cookie. */
export function tokenOf(request: FastifyRequest): { token: string; fromCookie: boolean } | undefined {
  const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { token: bearer, fromCookie: false }
  const cookie = request.cookies[SESSION_COOKIE]
  return cookie === undefined ? undefined : { token: cookie, fromCookie: true }
}

export type SignInRefusal = Refusal<'sign-in-failed'> | Refusal<'sign-in-blocked', { minutes: number }>

export async function signIn(
  { db, clock }: House<PeopleFact>,
  { email, password }: { email: string; password: string },
): Promise<SignInRefusal | { token: string; expiresAt: string; personId: string }> {
  const now = clock()
  const since = new Date(Date.parse(now) - FAILURE_WINDOW_MS).toISOString()
  // Counted before the password is looked at: whoever counted after it would let a hundred guesses in at once.
  const attempt = newId()
  await rows(db, noteFailure, [attempt, email, now])
  const failures = (await firstRow(db, recentFailures, [email, since]))?.failures ?? 0
  if (failures > FAILURES_ALLOWED) {
    await rows(db, forgetFailure, [attempt])
    return { refused: 'sign-in-blocked', minutes: FAILURE_WINDOW_MS / 60_000 }
  }
  const known = await firstRow(db, passwordOf, [email])
  const right = await verify(known?.hash ?? (await nobody), password).catch(() => false)
  if (!right || known === undefined) return { refused: 'sign-in-failed' }
  await rows(db, forgetFailure, [attempt])
  const token = newToken('session')
  const expiresAt = new Date(Date.parse(now) + SESSION_HOURS * 3_600_000).toISOString()
  await rows(db, beginSession, [hashToken(token), known.person_id, now, expiresAt])
  return { token, expiresAt, personId: known.person_id }
}

export async function signOut({ db }: House<PeopleFact>, hash: Buffer): Promise<void> {
  await rows(db, endSession, [hash])
}
