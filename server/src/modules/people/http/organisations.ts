import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { languages } from '../../../values/language.ts'
import type { PeopleFact } from '../facts.ts'
import { type Caller, scopeValue } from '../rules/caller.ts'
import { organisationKinds } from '../rules/roles.ts'
import { containing, firstByName, organisationsFound, organisationsPage } from '../storage/organisations.ts'
import { changeOrganisation, createOrganisation, visibleOrganisation } from '../use-cases/organisations.ts'
import { organisationView, viewOfOrganisation } from '../view.ts'
import { byId, operation, searchText } from './operation.ts'

const organisationPage = pageOf(organisationView, 'OrganisationPage', 2)

const details = z.object({
  name: z.string().trim().min(1).max(200),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1 alpha-2'),
  timeZone: z.string().max(60).describe('IANA time zone'),
  language: z.enum(languages),
})

export const organisationOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-organisations',
    method: 'GET',
    path: '/organisations',
    tag: 'People',
    summary: 'Organisations by name, a page at a time',
    description:
      'A partner sees the customers whose mandate it has. `search` finds any part of name or account number.',
    query: pageQuery.extend({ kind: z.enum(organisationKinds).optional(), search: searchText }),
    answers: organisationPage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ caller, query: { search, kind, ...query } }) =>
      organisationPage.answer(
        query,
        async ([name, id], limit) => {
          const after = name === undefined ? firstByName : [name, id]
          const values = [scopeValue(caller.scope), kind ?? null, ...after, limit]
          const found =
            search === undefined
              ? await rows(house.db, organisationsPage, values)
              : await rows(house.db, organisationsFound, [...values, containing(search)])
          return found.map(viewOfOrganisation)
        },
        ({ name, id }) => [name, id],
      ),
  }),
  operation({
    id: 'read-organisation',
    method: 'GET',
    path: '/organisations/{id}',
    tag: 'People',
    summary: 'One organisation',
    params: byId,
    answers: organisationView,
    refusals: ['organisation-not-found'],
    handle: async ({ caller, params }) => {
      const row = await visibleOrganisation(house, caller, params.id)
      return row === undefined ? { refused: 'organisation-not-found' } : { reply: viewOfOrganisation(row) }
    },
  }),
  operation({
    id: 'create-organisation',
    method: 'POST',
    path: '/organisations',
    tag: 'People',
    status: 201,
    summary: 'Add a customer, a partner, a dock or a vendor unit',
    body: details.extend({
      kind: z.enum(organisationKinds),
      account: z.string().trim().min(1).max(60),
    }),
    answers: organisationView,
    refusals: ['account-taken', 'unknown-time-zone', 'idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) => createOrganisation(house, caller.by, body, requestKey),
  }),
  operation({
    id: 'change-organisation',
    method: 'PUT',
    path: '/organisations/{id}',
    tag: 'People',
    summary: 'Change name, country, time zone or language',
    description: 'What is left out stays. Due dates that are counted already stay too.',
    params: byId,
    body: details.partial(),
    answers: organisationView,
    refusals: ['organisation-not-found', 'unknown-time-zone', 'version-conflict', 'idempotency-key-reused'],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      changeOrganisation(house, caller, { id: params.id, ifMatch, details: body }, requestKey),
  }),
]
