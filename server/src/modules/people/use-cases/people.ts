import { hash } from '@node-rs/argon2'
import { firstRow } from '../../../platform/database/pool.ts'
import { type Patch, update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact, PersonDetail } from '../facts.ts'
import { type Caller, reaches } from '../rules/caller.ts'
import { passwordFault } from '../rules/password.ts'
import { keeperLost, type OrganisationKind, type Role, rolesOf } from '../rules/roles.ts'
import { anotherWithRole, personById } from '../storage/persons.ts'
import { type PersonView, viewOfPerson } from '../view.ts'
import { organisationStream, visibleOrganisation } from './organisations.ts'

export interface NewPerson {
  readonly organisationId: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly Role[]
  readonly password: string
}

export type WrongRole = Refusal<'role-not-of-organisation', { role: string; allowed: readonly string[] }>

/** The role that an organisation of this kind does not know, if one is among them. */
export function wrongRole(kind: OrganisationKind, wanted: readonly Role[]): WrongRole | undefined {
  const allowed: readonly string[] = rolesOf[kind]
  const role = wanted.find((one) => !allowed.includes(one))
  return role === undefined ? undefined : { refused: 'role-not-of-organisation', role, allowed }
}

type AddPersonRefusal =
  | Refusal<'organisation-not-found'>
  | WrongRole
  | Refusal<'password-too-weak', { fault: string }>
  | Refusal<'email-taken'>

export async function addPerson(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  input: NewPerson,
  requestKey?: RequestKey,
) {
  const personId = newId()
  const fault = passwordFault(input.password, input.email)
  if (fault !== null) return { refused: 'password-too-weak' as const, fault }
  const passwordHash = await hash(input.password)
  return runCommand<PeopleFact, PersonView, AddPersonRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const organisation = await visibleOrganisation(house, caller, input.organisationId)
      if (organisation === undefined) return { refused: 'organisation-not-found' }
      const wrong = wrongRole(organisation.kind, input.roles)
      if (wrong !== undefined) return wrong
      const { organisationId, email, name, language } = input
      const roles = [...new Set(input.roles)]
      return {
        streams: [
          {
            stream: organisationStream(organisation.id, organisation.version, organisation.head),
            facts: [{ type: 'person-added', organisationId, personId, roles }],
          },
        ],
        unrecorded: newPersonRows(personId, { email, name, language, passwordHash, now }),
        reply: { id: personId, organisationId, email, name, language, roles, leftAt: null },
        status: 201,
      }
    },
    onConflict: { person_email_key: () => ({ refused: 'email-taken' }) },
  })
}

/** What of a new person is no part of history. */
export const newPersonRows = (
  personId: string,
  person: { email: string; name: string; language: string; passwordHash: string; now: string },
): Patch[] => [
  update('person', { id: personId }, { email: person.email, name: person.name, language: person.language }),
  {
    table: 'password',
    insert: { person_id: personId, hash: person.passwordHash, set_at: person.now },
  },
]

export interface PersonChange {
  readonly name?: string | undefined
  readonly language?: string | undefined
  readonly roles?: readonly Role[] | undefined
}

type LastKeeper = Refusal<'last-of-role', { role: Role }>
type ChangePersonRefusal =
  | Refusal<'person-not-found'>
  | Refusal<'access-ended', { name: string }>
  | WrongRole
  | LastKeeper

/** What is left out stays. Roles count from the next request on. */
export async function changePerson(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  { personId, change }: { personId: string; change: PersonChange },
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, PersonView, ChangePersonRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const row = await visiblePerson(house, caller, personId)
      if (row === undefined) return { refused: 'person-not-found' }
      if (row.left_at !== null) return { refused: 'access-ended', name: row.name }
      const roles = change.roles === undefined ? row.roles : [...new Set(change.roles)]
      const wrong = wrongRole(row.organisation_kind, roles)
      if (wrong !== undefined) return wrong
      const missed = await missedRole(house, row, roles)
      if (missed !== null) return { refused: 'last-of-role', role: missed }
      const { name = row.name, language = row.language } = change
      const changed: PersonDetail[] = []
      if (name !== row.name) changed.push('name')
      if (language !== row.language) changed.push('language')
      if ([...roles].sort().join() !== [...row.roles].sort().join()) changed.push('roles')
      const reply = { ...viewOfPerson(row), name, language, roles }
      if (changed.length === 0) return { streams: [], reply }
      return {
        streams: [
          {
            stream: organisationStream(row.organisation_id, row.version, row.head),
            facts: [{ type: 'person-changed', personId, roles, changed }],
          },
        ],
        unrecorded: [update('person', { id: personId }, { name, language })],
        reply,
      }
    },
  })
}

type EndAccessRefusal = Refusal<'person-not-found'> | Refusal<'own-access'> | LastKeeper

/** Sessions and API keys end with it, since each request asks for the person too; what the person did stays. */
export async function endAccess(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by'>,
  personId: string,
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, PersonView, EndAccessRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const row = await visiblePerson(house, caller, personId)
      if (row === undefined) return { refused: 'person-not-found' }
      if (row.id === caller.actor.personId) return { refused: 'own-access' }
      if (row.left_at !== null) return { streams: [], reply: viewOfPerson(row) }
      const missed = await missedRole(house, row, [])
      if (missed !== null) return { refused: 'last-of-role', role: missed }
      return {
        streams: [
          {
            stream: organisationStream(row.organisation_id, row.version, row.head),
            facts: [{ type: 'access-ended', personId }],
          },
        ],
        reply: { ...viewOfPerson(row), leftAt: now },
      }
    },
  })
}

type ManagedPerson = NonNullable<(typeof personById)['rowType']>

/** The person, if the caller looks after that organisation. */
async function visiblePerson(
  { db }: House<PeopleFact>,
  { scope }: Pick<Caller, 'scope'>,
  id: string,
): Promise<ManagedPerson | undefined> {
  const row = await firstRow(db, personById, [id])
  return row !== undefined && reaches(scope, row.organisation_id) ? row : undefined
}

/** Read after the organisation's version: of two who take the role from each other at once, one meets the other's fact. */
async function missedRole(
  { db }: House<PeopleFact>,
  row: ManagedPerson,
  after: readonly Role[],
): Promise<Role | null> {
  const keeper = keeperLost(row.organisation_kind, row.roles, after)
  if (keeper === null) return null
  const another = await firstRow(db, anotherWithRole, [row.organisation_id, row.id, keeper])
  return another === undefined ? keeper : null
}
