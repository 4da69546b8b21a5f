import { composedRows } from '../../../platform/database/composed-query.ts'
import { type Database, sql } from '../../../platform/database/pool.ts'
import type { OrganisationKind, Role } from '../rules/roles.ts'
import { containing } from './organisations.ts'

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

export interface PersonFilters {
  readonly organisation?: string
  /** Any part of name or address, by trigram index. */
  readonly search?: string | undefined
  /** Those who have access, or those who had; both when left out. */
  readonly access?: 'current' | 'ended' | undefined
}

/** By name, from behind `after`, which is a name and an id. */
export const peoplePage = (
  db: Database,
  { organisation, search, access }: PersonFilters,
  after: readonly [string, string],
  limit: number,
): Promise<PersonRow[]> =>
  composedRows<PersonRow>(db, (place) => {
    const [name, id] = after
    const conditions = [`(lower(p.name), p.id) > (lower(${place(name, 'text')}), ${place(id, 'uuid')})`]
    if (organisation !== undefined) conditions.push(`p.organisation_id = ${place(organisation, 'uuid')}`)
    if (search !== undefined)
      conditions.push(`lower(p.name || ' ' || p.email) like lower(${place(containing(search), 'text')})`)
    if (access !== undefined) conditions.push(`p.left_at is ${access === 'ended' ? 'not null' : 'null'}`)
    return `select ${columns} ${from} where ${conditions.join(' and ')}
             order by lower(p.name), p.id limit ${place(limit, 'int')}`
  })
