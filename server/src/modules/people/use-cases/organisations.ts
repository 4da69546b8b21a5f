import { firstRow } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand, type Stream } from '../../../platform/run-command.ts'
import { isTimeZone } from '../../../values/calendar.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { reaches } from '../rules/caller.ts'
import type { OrganisationKind } from '../rules/roles.ts'
import { type OrganisationRow, organisationById } from '../storage/organisations.ts'
import { type OrganisationView, viewOfOrganisation } from '../view.ts'

export const organisationStream = (id: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `organisation:${id}`,
  root: `organisation:${id}`,
  table: 'organisation',
  key: { id },
  version,
  head,
})

/** The chain of an organisation as it ends now; every change of its people, keys and mandates is written there. */
export async function streamOf({ db }: House<PeopleFact>, organisationId: string): Promise<Stream> {
  const organisation = await firstRow(db, organisationById, [organisationId])
  if (organisation === undefined) throw new Error(`no organisation ${organisationId}`)
  return organisationStream(organisation.id, organisation.version, organisation.head)
}

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

export interface OrganisationDetails {
  readonly name?: string | undefined
  readonly country?: string | undefined
  readonly timeZone?: string | undefined
  readonly language?: string | undefined
}

type ChangeRefusal =
  | Refusal<'organisation-not-found'>
  | Refusal<'unknown-time-zone', { timeZone: string }>
  | Refusal<'version-conflict', { version: number }>

/** What is left out stays. Cases keep the time zone that they were opened in: their due dates are counted. */
export async function changeOrganisation(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  request: { id: string; ifMatch: number | undefined; details: OrganisationDetails },
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, OrganisationView, ChangeRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const row = await visibleOrganisation(house, caller, request.id)
      if (row === undefined) return { refused: 'organisation-not-found' }
      if (request.ifMatch !== undefined && request.ifMatch !== row.version)
        return { refused: 'version-conflict', version: row.version }
      const before = viewOfOrganisation(row)
      const { timeZone = before.timeZone, ...more } = request.details
      if (!isTimeZone(timeZone)) return { refused: 'unknown-time-zone', timeZone }
      const { name = before.name, country = before.country, language = before.language } = more
      const now = { name, country, timeZone, language }
      const isSame = (Object.keys(now) as (keyof typeof now)[]).every((key) => now[key] === before[key])
      const stream = organisationStream(row.id, row.version, row.head)
      if (isSame) return { streams: [], reply: before }
      return {
        streams: [{ stream, facts: [{ type: 'organisation-changed', organisationId: row.id, ...now }] }],
        reply: { ...before, ...now, version: row.version + 1 },
      }
    },
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
