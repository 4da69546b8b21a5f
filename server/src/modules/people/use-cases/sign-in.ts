import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { FastifyRequest } from 'fastify'
import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Actor } from '../rules/roles.ts'
import {
  type ActorRow,
  actorByApiKey,
  actorBySession,
  beginSession,
  endSession,
  passwordOf,
} from '../storage/credentials.ts'
import { beginAttempt, type TooManyAttempts } from './attempts.ts'

export const SESSION_COOKIE = 'tmip_session'
const SESSION_HOURS = 12
/** What is verified when nobody has that address, so that the answer takes as long as for somebody who exists. */
const nobody = hash(randomBytes(32))

/** Tokens carry 256 random bits; a fast hash is enough to keep them from being read out of the database. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (kind: 'session' | 'key' | 'invitation'): string =>
  `tmip_${kind}_${randomBytes(32).toString('base64url')}`
/** The hash as the write pipeline takes bytes. */
export const hashOfToken = (token: string): string => `\\x${hashToken(token).toString('hex')}`

function toActor(row: ActorRow): Actor {
  const acting = new Set(
    row.mandates.filter(({ access }) => access === 'act').map(({ customer }) => customer),
  )
  const reading = new Set(row.mandates.map(({ customer }) => customer).filter((one) => !acting.has(one)))
  return {
    personId: row.person_id,
    name: row.name,
    roles: row.roles,
    language: row.language,
    timeZone: row.time_zone,
    organisationId: row.organisation_id,
    organisationKind: row.organisation_kind,
    mandates: [...acting],
    readingMandates: [...reading],
  }
}

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

export interface Session {
  readonly token: string
  readonly expiresAt: string
  readonly personId: string
}

export async function signIn(
  { db, clock }: House<PeopleFact>,
  { email, password }: { email: string; password: string },
): Promise<Refusal<'sign-in-failed'> | TooManyAttempts | Session> {
  const now = clock()
  const attempt = await beginAttempt(db, email, now)
  if (isRefused(attempt)) return attempt
  const known = await firstRow(db, passwordOf, [email])
  const right = await verify(known?.hash ?? (await nobody), password).catch(() => false)
  if (!right || known === undefined) return { refused: 'sign-in-failed' }
  await attempt.succeeded()
  return openSession(db, known.person_id, now)
}

export async function openSession(db: Database, personId: string, now: string): Promise<Session> {
  const token = newToken('session')
  const expiresAt = new Date(Date.parse(now) + SESSION_HOURS * 3_600_000).toISOString()
  await rows(db, beginSession, [hashToken(token), personId, now, expiresAt])
  return { token, expiresAt, personId }
}

export async function signOut({ db }: House<PeopleFact>, hash: Buffer): Promise<void> {
  await rows(db, endSession, [hash])
}
