import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type AnyOperation, operationsOf } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { languages } from '../../../values/language.ts'
import type { PeopleFact } from '../facts.ts'
import { type Caller, scopeValue } from '../rules/caller.ts'
import { organisationKinds, roles } from '../rules/roles.ts'
import {
  apiKeysPage,
  mandatesPage,
  organisationById,
  organisationsPage,
  peoplePage,
} from '../storage/organisations.ts'
import { createApiKey, revokeApiKey } from '../use-cases/api-keys.ts'
import { grantMandateFor, revokeMandate } from '../use-cases/mandates.ts'
import { addPerson, createOrganisation, visibleOrganisation } from '../use-cases/organisations.ts'
import { SESSION_COOKIE, signIn, signOut } from '../use-cases/sign-in.ts'

export const operation = operationsOf<Caller>()

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const byId = z.object({ id: z.uuid() })

const organisation = z
  .object({
    id: z.uuid(),
    kind: z.enum(organisationKinds),
    name: z.string(),
    account: z.string(),
    country: z.string(),
    timeZone: z.string(),
    language: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
const person = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'Person' })
const mandate = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    validFrom: z.string(),
    validUntil: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Mandate' })
const apiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    expiresAt: z.string().nullable(),
    token: z.string().nullable().describe('Shown once, in the first answer.'),
  })
  .meta({ id: 'ApiKey' })

const organisationPage = pageOf(organisation, 'OrganisationPage')
const personPage = pageOf(person, 'PersonPage')
const mandatePage = pageOf(mandate, 'MandatePage')
const apiKeyPage = pageOf(
  apiKey.omit({ token: true }).extend({ revokedAt: z.string().nullable() }),
  'ApiKeyPage',
)

export const peopleOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'sign-in',
    keyless: true,
    method: 'POST',
    path: '/sessions',
    tag: 'People',
    status: 201,
    summary: 'Sign in with address and password',
    description:
      'The token also comes as the HttpOnly cookie `tmip_session`. Machines use an API key instead.',
    body: z.object({ email: z.email().max(254), password: z.string().min(1).max(256) }),
    answers: z
      .object({ token: z.string(), expiresAt: z.string(), personId: z.uuid() })
      .meta({ id: 'Session' }),
    refusals: ['sign-in-failed', 'sign-in-blocked'],
    handle: async ({ body }) => {
      const session = await signIn(house, body)
      if ('refused' in session) return session
      const { token, expiresAt } = session
      return { reply: session, cookie: { name: SESSION_COOKIE, value: token, expiresAt } }
    },
  }),
  operation({
    id: 'sign-out',
    keyless: true,
    method: 'DELETE',
    path: '/sessions/current',
    tag: 'People',
    status: 204,
    summary: 'End the session of this request',
    refusals: [],
    handle: async ({ caller }) => {
      await signOut(house, caller.credential.hash)
      return { reply: null, cookie: { name: SESSION_COOKIE, value: null } }
    },
  }),
  operation({
    id: 'read-me',
    method: 'GET',
    path: '/me',
    tag: 'People',
    summary: 'Who am I, and for which customers may I act?',
    answers: z
      .object({
        personId: z.uuid(),
        name: z.string(),
        language: z.string(),
        roles: z.array(z.enum(roles)),
        organisation: organisation,
        mandates: z.array(z.uuid()),
      })
      .meta({ id: 'Me' }),
    refusals: [],
    handle: async ({ caller: { actor } }) => {
      const row = await firstRow(house.db, organisationById, [actor.organisationId])
      if (row === undefined) throw new Error('a caller without organisation')
      const { personId, name, language, roles, mandates } = actor
      return {
        reply: {
          personId,
          name,
          language,
          roles: [...roles],
          mandates: [...mandates],
          organisation: organisationView(row),
        },
      }
    },
  }),
  operation({
    id: 'list-organisations',
    method: 'GET',
    path: '/organisations',
    tag: 'People',
    summary: 'Organisations, a page at a time',
    query: pageQuery.extend({ kind: z.enum(organisationKinds).optional() }),
    answers: organisationPage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ query }) =>
      organisationPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, organisationsPage, [after ?? null, query.kind ?? null, limit])).map(
            organisationView,
          ),
        ({ id }) => [id],
      ),
  }),
  operation({
    id: 'create-organisation',
    method: 'POST',
    path: '/organisations',
    tag: 'People',
    status: 201,
    summary: 'Add a customer, a partner, a dock or a vendor unit',
    body: z.object({
      kind: z.enum(organisationKinds),
      name: z.string().trim().min(1).max(200),
      account: z.string().trim().min(1).max(60),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .describe('ISO 3166-1 alpha-2'),
      timeZone: z.string().max(60).describe('IANA time zone'),
      language: z.enum(languages),
    }),
    answers: organisation,
    refusals: ['account-taken', 'unknown-time-zone', 'idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) => createOrganisation(house, caller.by, body, requestKey),
  }),
  operation({
    id: 'list-people',
    method: 'GET',
    path: '/organisations/{id}/people',
    tag: 'People',
    summary: 'The people of an organisation, a page at a time',
    params: byId,
    query: pageQuery,
    answers: personPage.schema,
    refusals: ['organisation-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      // A partner's own people, not those of its customers: `own` in the table means the own organisation.
      if ((await visibleOrganisation(house, caller, params.id)) === undefined)
        return { refused: 'organisation-not-found' }
      return personPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, peoplePage, [params.id, after ?? null, limit])).map(
            ({ organisation_id, ...row }) => ({ ...row, organisationId: organisation_id }),
          ),
        ({ id }) => [id],
      )
    },
  }),
  operation({
    id: 'add-person',
    method: 'POST',
    path: '/organisations/{id}/people',
    tag: 'People',
    status: 201,
    summary: 'Add a person with roles and a first password',
    params: byId,
    body: z.object({
      email: z.email().max(254),
      name: z.string().trim().min(1).max(200),
      language: z.enum(languages),
      roles: z.array(z.enum(roles)).min(1).max(5),
      password: z.string().max(256),
    }),
    answers: person,
    refusals: [
      'organisation-not-found',
      'role-not-of-organisation',
      'password-too-weak',
      'email-taken',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, body, requestKey }) =>
      addPerson(house, caller, { organisationId: params.id, ...body }, requestKey),
  }),
  operation({
    id: 'list-api-keys',
    method: 'GET',
    path: '/api-keys',
    tag: 'People',
    summary: 'My API keys',
    query: pageQuery,
    answers: apiKeyPage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ caller, query }) =>
      apiKeyPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, apiKeysPage, [caller.actor.personId, after ?? null, limit])).map((row) => ({
            id: row.id,
            name: row.name,
            expiresAt: row.expires_at,
            revokedAt: row.revoked_at,
          })),
        ({ id }) => [id],
      ),
  }),
  operation({
    id: 'create-api-key',
    method: 'POST',
    path: '/api-keys',
    tag: 'People',
    status: 201,
    summary: 'A key with which a program acts as me',
    body: z.object({ name: z.string().trim().min(1).max(100), expiresAt: instant.nullable().default(null) }),
    answers: apiKey,
    refusals: ['idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) => createApiKey(house, caller, body, requestKey),
  }),
  operation({
    id: 'revoke-api-key',
    method: 'DELETE',
    path: '/api-keys/{id}',
    tag: 'People',
    status: 204,
    summary: 'End a key at once',
    params: byId,
    refusals: ['api-key-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => revokeApiKey(house, caller, params.id, requestKey),
  }),
  operation({
    id: 'list-mandates',
    method: 'GET',
    path: '/mandates',
    tag: 'People',
    summary: 'Which partner may act for which customer, and until when',
    query: pageQuery,
    answers: mandatePage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ caller: { actor, scope }, query }) => {
      const partnerId = actor.organisationKind === 'partner' ? actor.organisationId : null
      return mandatePage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, mandatesPage, [scopeValue(scope), partnerId, after ?? null, limit])).map(
            (row) => ({
              id: row.id,
              customerId: row.customer_id,
              partnerId: row.partner_id,
              partnerName: row.partner_name,
              validFrom: row.valid_from,
              validUntil: row.valid_until,
              revokedAt: row.revoked_at,
            }),
          ),
        ({ id }) => [id],
      )
    },
  }),
  operation({
    id: 'grant-mandate',
    method: 'POST',
    path: '/mandates',
    tag: 'People',
    status: 201,
    summary: 'Let a partner act for my organisation until a date',
    body: z.object({
      partnerAccount: z.string().trim().min(1).max(60),
      validFrom: instant.optional(),
      validUntil: instant,
    }),
    answers: mandate,
    refusals: ['partner-not-found', 'mandate-period-invalid', 'idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) =>
      grantMandateFor(house, { customerId: caller.actor.organisationId, by: caller.by }, body, requestKey),
  }),
  operation({
    id: 'revoke-mandate',
    method: 'POST',
    path: '/mandates/{id}/revocation',
    tag: 'People',
    summary: 'End a mandate at once',
    params: byId,
    answers: mandate,
    refusals: ['mandate-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => revokeMandate(house, caller, params.id, requestKey),
  }),
]

const organisationView = ({
  time_zone,
  head: _,
  sample: __,
  ...row
}: { time_zone: string; head: Buffer; sample: boolean } & Omit<
  z.input<typeof organisation>,
  'timeZone'
>) => ({ ...row, timeZone: time_zone })
