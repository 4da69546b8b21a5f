/** A small world to try everything in: on a laptop's first start, and never in production (`tmip serve` refuses it). */
import { fileURLToPath } from 'node:url'
import type { Fact } from '../facts.ts'
import { message } from '../messages/index.ts'
import {
  addPerson,
  anyOrganisation,
  anySampleOrganisation,
  createOrganisation,
  grantMandateFor,
  type Role,
  systemCaller,
} from '../modules/people/index.ts'
import { publishProgramme, readProgrammeFile } from '../modules/programmes/index.ts'
import { firstRow } from '../platform/database/pool.ts'
import type { House } from '../platform/house.ts'
import { isRefused } from '../values/refusal.ts'
import { systemLanguage } from './configuration.ts'

export const samplePassword = 'sample-password-2026'

interface SamplePerson {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly Role[]
}
interface SampleOrganisation {
  readonly kind: 'customer' | 'partner' | 'vendor' | 'receiver'
  readonly name: string
  readonly account: string
  readonly country: string
  readonly timeZone: string
  readonly language: string
  readonly people: readonly SamplePerson[]
}

export const sampleOrganisations: readonly SampleOrganisation[] = [
  {
    kind: 'vendor',
    name: 'TMIP Programme Office',
    account: 'VENDOR',
    country: 'US',
    timeZone: 'America/Los_Angeles',
    language: 'en',
    people: [
      { email: 'admin@vendor.example', name: 'Ada Admin', language: 'en', roles: ['administrator'] },
      { email: 'desk@vendor.example', name: 'Dana Desk', language: 'en', roles: ['desk'] },
      { email: 'desk2@vendor.example', name: 'Bettina Betreuer', language: 'de', roles: ['desk'] },
      { email: 'finance@vendor.example', name: 'Finn Nance', language: 'en', roles: ['finance'] },
      { email: 'finance2@vendor.example', name: 'Fiona Zweitblick', language: 'de', roles: ['finance'] },
      { email: 'auditor@vendor.example', name: 'Audrey Tor', language: 'en', roles: ['auditor'] },
    ],
  },
  {
    kind: 'receiver',
    name: 'Receiving Austin',
    account: 'DOCK-AUSTIN',
    country: 'US',
    timeZone: 'America/Chicago',
    language: 'en',
    people: [{ email: 'dock@receiver.example', name: 'Doc King', language: 'en', roles: ['receiving'] }],
  },
  {
    kind: 'customer',
    name: 'Rheinnetz GmbH',
    account: 'C-1001',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    language: 'de',
    people: [
      { email: 'assets@rheinnetz.example', name: 'Greta Geräte', language: 'de', roles: ['asset-manager'] },
      { email: 'signs@rheinnetz.example', name: 'Prokurist Zeichner', language: 'de', roles: ['signatory'] },
      { email: 'reads@rheinnetz.example', name: 'Lena Leser', language: 'de', roles: ['viewer'] },
    ],
  },
  {
    kind: 'customer',
    name: 'Great Lakes Fiber Inc.',
    account: 'C-1002',
    country: 'US',
    timeZone: 'America/Chicago',
    language: 'en',
    people: [
      {
        email: 'assets@greatlakes.example',
        name: 'Alex Set',
        language: 'en',
        roles: ['asset-manager', 'signatory'],
      },
    ],
  },
  {
    kind: 'partner',
    name: 'Nordlicht Systemhaus AG',
    account: 'P-2001',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    language: 'de',
    people: [
      { email: 'agent@nordlicht.example', name: 'Paul Partner', language: 'de', roles: ['partner-agent'] },
    ],
  },
]

/** Those who come in with the sample cases. */
export const furtherOrganisations: readonly SampleOrganisation[] = [
  {
    kind: 'customer',
    name: 'Alpenwerk Energie AG',
    account: 'C-1003',
    country: 'AT',
    timeZone: 'Europe/Vienna',
    language: 'de',
    people: [
      { email: 'assets@alpenwerk.example', name: 'Anna Anlage', language: 'de', roles: ['asset-manager'] },
    ],
  },
  {
    kind: 'customer',
    name: 'Stadtwerke Nordhafen GmbH',
    account: 'C-1004',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    language: 'de',
    people: [
      {
        email: 'assets@nordhafen.example',
        name: 'Hauke Hafen',
        language: 'de',
        roles: ['asset-manager', 'signatory'],
      },
    ],
  },
  {
    kind: 'customer',
    name: 'Maple Harbor University',
    account: 'C-1005',
    country: 'US',
    timeZone: 'America/New_York',
    language: 'en',
    people: [
      { email: 'assets@mapleharbor.example', name: 'Mia Campus', language: 'en', roles: ['asset-manager'] },
    ],
  },
  {
    kind: 'partner',
    name: 'Lakeshore Integration LLC',
    account: 'P-2002',
    country: 'US',
    timeZone: 'America/Chicago',
    language: 'en',
    people: [
      { email: 'agent@lakeshore.example', name: 'Lou Shore', language: 'en', roles: ['partner-agent'] },
    ],
  },
]

const DAY_MS = 86_400_000

/** The instant so many days ago, at nine o'clock UTC: working hours from Berlin to the eastern United States. */
export const daysAgo = (now: string, days: number): string =>
  `${new Date(Date.parse(now) - days * DAY_MS).toISOString().slice(0, 10)}T09:00:00.000Z`

export const backThen = (house: House<Fact>, days: number): House<Fact> => {
  const instant = daysAgo(house.clock(), days)
  return { ...house, clock: () => instant }
}

const programmeFile = fileURLToPath(new URL('../../../programmes/juniper-tmip.yaml', import.meta.url))
const MANDATE_MS = 365 * DAY_MS

/** Publishes the programme shipped with the product; the same version again changes nothing. */
export async function publishShippedProgramme(house: House<Fact>): Promise<void> {
  const programme = readProgrammeFile(programmeFile, 'en')
  if (isRefused(programme)) throw new Error(`the shipped programme is broken: ${programme.refused}`)
  const published = await publishProgramme(house, systemCaller.by, programme)
  if (isRefused(published))
    throw new Error(
      `the shipped programme differs from the published version ${programme.version}: give it a new version`,
    )
}

/** Creates what is missing; called again it finds the world and leaves it as people changed it. */
export async function createSampleWorld(house: House<Fact>): Promise<void> {
  if ((await firstRow(house.db, anySampleOrganisation, [])) !== undefined) return
  // Known passwords never go beside real people, whatever database somebody's shell happens to name.
  if ((await firstRow(house.db, anyOrganisation, [])) !== undefined)
    throw new Error(message(systemLanguage(), 'program', 'not-empty'))
  const ids = await createOrganisations(house, sampleOrganisations)
  const customer = ids.get('C-1001')
  if (customer === undefined) throw new Error('sample world: no customer')
  const mandate = await grantMandateFor(
    house,
    {
      customerId: customer.id,
      by: { person: customer.person, organisation: customer.id, via: 'command-line' },
    },
    { partnerAccount: 'P-2001', validUntil: new Date(Date.parse(house.clock()) + MANDATE_MS).toISOString() },
  )
  if (isRefused(mandate)) throw new Error(`sample world: ${mandate.refused}`)
}

/** Organisations with their people, who can sign in at once; by account, with the first of its people. */
export async function createOrganisations(
  house: House<Fact>,
  organisations: readonly SampleOrganisation[],
): Promise<Map<string, { id: string; person: string }>> {
  const ids = new Map<string, { id: string; person: string }>()
  for (const { people, ...organisation } of organisations) {
    const created = await createOrganisation(house, systemCaller.by, { ...organisation, sample: true })
    if (isRefused(created)) throw new Error(`sample world: ${created.refused}`)
    for (const person of people) {
      const added = await addPerson(house, systemCaller, {
        organisationId: created.reply.id,
        password: samplePassword,
        ...person,
      })
      if (isRefused(added)) throw new Error(`sample world: ${added.refused}`)
      if (!ids.has(organisation.account))
        ids.set(organisation.account, { id: created.reply.id, person: added.reply.id })
    }
  }
  return ids
}
