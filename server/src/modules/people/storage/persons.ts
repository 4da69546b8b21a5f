import { sql } from '../../../platform/database/pool.ts'
import type { OrganisationKind, Role } from '../rules/roles.ts'

export interface PersonRow {
  id: string
  organisation_id: string
  organisation_name: string
  email: string
  name: string
  language: string
  roles: Role[]
  left_at: string | null
}
const columns = `p.id, p.organisation_id, o.name as organisation_name, p.email, p.name, p.language, p.roles, p.left_at`
const from = 'from person p join organisation o on o.id = p.organisation_id'

/** With the organisation's version, which guards every change of its people: both as they were at one moment. */
export const personById = sql<
  PersonRow & { organisation_kind: OrganisationKind; version: number; head: Buffer }
>('person-by-id', `select ${columns}, o.kind as organisation_kind, o.version, o.head ${from} where p.id = $1`)

export const personByEmail = sql<{ id: string }>(
  'person-by-email',
  'select id from person where lower(email) = lower($1) and left_at is null',
)

export const anotherWithRole = sql<{ id: string }>(
  'another-with-role',
  `select id from person where organisation_id = $1 and id <> $2 and $3 = any(roles) and left_at is null limit 1`,
)

/** By name, those who left too. With `search` any part of name or address, by trigram index. */
const page = (more: string) => `
  select ${columns} ${from} where (lower(p.name), p.id) > (lower($1), $2) ${more} order by lower(p.name), p.id limit $3`
const search = `lower(p.name || ' ' || p.email) like lower`
export const peoplePage = sql<PersonRow>('people-page', page('and p.organisation_id = $4'))
export const peopleFound = sql<PersonRow>(
  'people-found',
  page(`and p.organisation_id = $4 and ${search}($5)`),
)
export const allPeoplePage = sql<PersonRow>('all-people-page', page(''))
export const allPeopleFound = sql<PersonRow>('all-people-found', page(`and ${search}($4)`))
