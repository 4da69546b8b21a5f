import { sql } from '../../../platform/database/pool.ts'
import type { OrganisationKind } from '../rules/roles.ts'

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
export const anyOrganisation = sql<{ id: string }>('any-organisation', 'select id from organisation limit 1')
export const anySampleOrganisation = sql<{ id: string }>(
  'any-sample',
  'select id from organisation where sample limit 1',
)

/** The first page begins after this: nothing is named less. */
export const firstByName = ['', '00000000-0000-0000-0000-000000000000'] as const
/** What `like` takes for "contains this", whatever signs the text has. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/**
 * By name. With `search` any part of name or account number, by trigram index: a statement of its own, because one plan
 * cannot read both by name and by trigram.
 */
const page = (search: string) => `
  select * from organisation
   where ($1::uuid[] is null or id = any($1)) and ($2::text is null or kind = $2)
     and (lower(name), id) > (lower($3), $4) ${search} order by lower(name), id limit $5`
export const organisationsPage = sql<OrganisationRow>('organisations-page', page(''))
export const organisationsFound = sql<OrganisationRow>(
  'organisations-found',
  page(`and lower(name || ' ' || account) like lower($6)`),
)

/** Customers that a partner acts for, by name. */
export const organisationsNamed = sql<{ id: string; name: string; account: string }>(
  'organisations-named',
  'select id, name, account from organisation where id = any($1) order by lower(name), id limit $2',
)
