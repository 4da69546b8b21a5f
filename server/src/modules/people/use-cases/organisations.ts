import { hash } from '@node-rs/argon2'
import { firstRow } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand, type Stream } from '../../../platform/run-command.ts'
import { isTimeZone } from '../../../values/calendar.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { reaches } from '../rules/caller.ts'
import { passwordFault } from '../rules/password.ts'
import { type OrganisationKind, type Role, rolesOf } from '../rules/roles.ts'
import { type OrganisationRow, organisationById } from '../storage/organisations.ts'

export const organisationStream = (id: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `organisation:${id}`,
  root: `organisation:${id}`,
  table: 'organisation',
  key: { id },
  version,
  head,
})

export interface NewOrganisation {
  readonly kind: OrganisationKind
  readonly name: string
  readonly account: string
  readonly country: string
  readonly timeZone: string
  readonly language: string
  readonly sample?: boolean
}

type CreateRefusal =
  | Refusal<'account-taken', { account: string }>
  | Refusal<'unknown-time-zone', { timeZone: string }>

export async function createOrganisation(
  house: House<PeopleFact>,
  by: Author,
  input: NewOrganisation,
  requestKey?: RequestKey,
) {
  const organisationId = newId()
  return runCommand<PeopleFact, NewOrganisation & { id: string; version: number }, CreateRefusal>(house, {
    by,
    requestKey,
    decide: async () => {
      if (!isTimeZone(input.timeZone)) {
        return { refused: 'unknown-time-zone', timeZone: input.timeZone }
      }
      return {
        streams: [
          {
            stream: organisationStream(organisationId),
            facts: [
              { type: 'organisation-created', organisationId, ...input, sample: input.sample ?? false },
            ],
          },
        ],
        reply: { id: organisationId, ...input, version: 1 },
        status: 201,
      }
    },
    onConflict: { organisation_account_key: () => ({ refused: 'account-taken', account: input.account }) },
  })
}

export interface NewPerson {
  readonly organisationId: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly Role[]
  readonly password: string
}

type AddPersonRefusal =
  | Refusal<'organisation-not-found'>
  | Refusal<'role-not-of-organisation', { role: string; allowed: readonly string[] }>
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
  return runCommand<
    PeopleFact,
    { id: string; organisationId: string; email: string; name: string; roles: Role[] },
    AddPersonRefusal
  >(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const organisation = await visibleOrganisation(house, caller, input.organisationId)
      if (organisation === undefined) return { refused: 'organisation-not-found' }
      const allowed: readonly string[] = rolesOf[organisation.kind]
      const wrong = input.roles.find((role) => !allowed.includes(role))
      if (wrong !== undefined) return { refused: 'role-not-of-organisation', role: wrong, allowed }
      const { organisationId, email, name, language, roles } = input
      return {
        streams: [
          {
            stream: organisationStream(organisation.id, organisation.version, organisation.head),
            facts: [{ type: 'person-added', organisationId, personId, roles }],
          },
        ],
        unrecorded: [
          update('person', { id: personId }, { email, name, language }),
          { table: 'password', insert: { person_id: personId, hash: passwordHash, set_at: now } },
        ],
        reply: { id: personId, organisationId, email, name, roles: [...roles] },
        status: 201,
      }
    },
    onConflict: { person_email_key: () => ({ refused: 'email-taken' }) },
  })
}

/** The organisation, if this caller may see it. Customers and partners see their own. */
export async function visibleOrganisation(
  { db }: House<PeopleFact>,
  { scope }: Pick<Caller, 'scope'>,
  id: string,
): Promise<OrganisationRow | undefined> {
  return reaches(scope, id) ? firstRow(db, organisationById, [id]) : undefined
}
