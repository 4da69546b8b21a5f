import { sql } from '../../../platform/database/pool.ts'
import type { MandateAccess, OrganisationKind, Role } from '../rules/roles.ts'

export interface ActorRow {
  person_id: string
  name: string
  roles: Role[]
  language: string
  organisation_id: string
  organisation_kind: OrganisationKind
  time_zone: string
  mandates: { customer: string; access: MandateAccess }[]
}

/** One joined query per request: credential, person, organisation, and the customers whose mandate is valid right now. */
const actor = (credential: string) => `
  select p.id as person_id, p.name, p.roles, p.language, o.id as organisation_id, o.kind as organisation_kind, o.time_zone,
         case when o.kind = 'partner' then coalesce((
           select jsonb_agg(jsonb_build_object('customer', m.customer_id, 'access', m.access)) from mandate m
            where m.partner_id = o.id and m.revoked_at is null and m.valid_from <= $2 and m.valid_until > $2
         ), '[]') else '[]' end as mandates
    from ${credential} c
    join person p on p.id = c.person_id and p.left_at is null
    join organisation o on o.id = p.organisation_id
   where c.token_hash = $1`

export const actorBySession = sql<ActorRow>('actor-by-session', `${actor('session')} and c.expires_at > $2`)
export const actorByApiKey = sql<ActorRow>(
  'actor-by-api-key',
  `${actor('api_key')} and c.revoked_at is null and (c.expires_at is null or c.expires_at > $2)`,
)

interface PasswordRow {
  person_id: string
  email: string
  hash: string
}
export const passwordOf = sql<PasswordRow>(
  'password-of',
  `select p.id as person_id, p.email, w.hash from person p join password w on w.person_id = p.id
    where lower(p.email) = lower($1) and p.left_at is null`,
)
export const passwordOfPerson = sql<PasswordRow>(
  'password-of-person',
  `select p.id as person_id, p.email, w.hash from person p join password w on w.person_id = p.id
    where p.id = $1 and p.left_at is null`,
)

/** `name` is the address that signs in, or where a stranger asks from: whatever is tried too often. */
export const recentFailures = sql<{ failures: number }>(
  'sign-in-failures',
  'select count(*)::int as failures from sign_in_failure where email = lower($1) and at > $2',
)

export const noteFailure = sql(
  'note-sign-in-failure',
  'insert into sign_in_failure (id, email, at) values ($1, lower($2), $3)',
)
export const forgetFailure = sql('forget-sign-in-failure', 'delete from sign_in_failure where id = $1')
export const beginSession = sql(
  'begin-session',
  'insert into session (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)',
)
export const endSession = sql('end-session', 'delete from session where token_hash = $1')
export const endOtherSessions = sql(
  'end-other-sessions',
  'delete from session where person_id = $1 and token_hash <> $2',
)
export const forgetSessions = sql('forget-sessions', 'delete from session where expires_at < $1')
export const forgetFailures = sql('forget-sign-in-failures', 'delete from sign_in_failure where at < $1')
export const forgetReplies = sql('forget-replies', 'delete from idempotency where at < $1')
