import { sql } from '../../../platform/database/pool.ts'
import type { OrganisationKind, Role } from '../rules/roles.ts'

export interface OrganisationRow {
  id: string
  kind: OrganisationKind
  name: string
  account: string
  country: string
  time_zone: string
  language: string
  sample: boolean
  version: number
  head: Buffer
}
export const organisationById = sql<OrganisationRow>(
  'organisation-by-id',
  'select * from organisation where id = $1',
)
export const organisationByAccount = sql<OrganisationRow>(
  'organisation-by-account',
  'select * from organisation where account = $1',
)
export const organisationsPage = sql<OrganisationRow>(
  'organisations-page',
  `select * from organisation where ($1::uuid is null or id > $1) and ($2::text is null or kind = $2) order by id limit $3`,
)
export const anySampleOrganisation = sql<{ id: string }>(
  'any-sample',
  'select id from organisation where sample limit 1',
)

export interface PersonRow {
  id: string
  organisation_id: string
  email: string
  name: string
  language: string
  roles: Role[]
}
export const peoplePage = sql<PersonRow>(
  'people-page',
  `select id, organisation_id, email, name, language, roles from person
    where organisation_id = $1 and left_at is null and ($2::uuid is null or id > $2) order by id limit $3`,
)

export interface ApiKeyRow {
  id: string
  name: string
  created_at: string
  expires_at: string | null
  revoked_at: string | null
}
export const apiKeysPage = sql<ApiKeyRow>(
  'api-keys-page',
  `select id, name, created_at, expires_at, revoked_at from api_key
    where person_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
)
export const apiKeyOf = sql<ApiKeyRow>(
  'api-key-of',
  'select id, name, created_at, expires_at, revoked_at from api_key where id = $1 and person_id = $2',
)

export interface MandateRow {
  id: string
  customer_id: string
  customer_name: string
  partner_id: string
  partner_name: string
  valid_from: string
  valid_until: string
  revoked_at: string | null
}
const mandate = `
  select m.id, m.customer_id, c.name as customer_name, m.partner_id, p.name as partner_name, m.valid_from, m.valid_until, m.revoked_at
    from mandate m join organisation c on c.id = m.customer_id join organisation p on p.id = m.partner_id`
/** With a partner only those that it was given itself: who else acts for a customer is the customer's business. */
export const mandatesPage = sql<MandateRow>(
  'mandates-page',
  `${mandate} where ($1::uuid[] is null or m.customer_id = any($1)) and ($2::uuid is null or m.partner_id = $2)
      and ($3::uuid is null or m.id > $3) order by m.id limit $4`,
)
export const mandateById = sql<MandateRow>('mandate-by-id', `${mandate} where m.id = $1`)
