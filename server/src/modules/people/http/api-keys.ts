import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { apiKeysPage, organisationApiKeysPage } from '../storage/api-keys.ts'
import { createApiKey, revokeApiKey, revokeOrganisationApiKey } from '../use-cases/api-keys.ts'
import { visibleOrganisation } from '../use-cases/organisations.ts'
import { apiKeyView, organisationApiKeyView, viewOfApiKey } from '../view.ts'
import { byId, instant, operation } from './operation.ts'

const apiKeyPage = pageOf(apiKeyView, 'ApiKeyPage')
const organisationApiKeyPage = pageOf(organisationApiKeyView, 'OrganisationApiKeyPage')

export const apiKeyOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
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
          (await rows(house.db, apiKeysPage, [caller.actor.personId, after ?? null, limit])).map(
            viewOfApiKey,
          ),
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
    answers: z
      .object({
        id: z.uuid(),
        name: z.string(),
        expiresAt: z.string().nullable(),
        token: z.string().nullable().describe('Shown once, in the first answer.'),
      })
      .meta({ id: 'ApiKey' }),
    refusals: ['idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) => createApiKey(house, caller, body, requestKey),
  }),
  operation({
    id: 'revoke-api-key',
    method: 'DELETE',
    path: '/api-keys/{id}',
    tag: 'People',
    status: 204,
    summary: 'End a key of mine at once',
    params: byId,
    refusals: ['api-key-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => revokeApiKey(house, caller, params.id, requestKey),
  }),
  operation({
    id: 'list-organisation-api-keys',
    method: 'GET',
    path: '/organisations/{id}/api-keys',
    tag: 'People',
    summary: 'The API keys of everybody in an organisation, newest first, a page at a time',
    params: byId,
    query: pageQuery,
    answers: organisationApiKeyPage.schema,
    refusals: ['organisation-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await visibleOrganisation(house, caller, params.id)) === undefined)
        return { refused: 'organisation-not-found' }
      return organisationApiKeyPage.answer(
        query,
        async ([before], limit) =>
          (await rows(house.db, organisationApiKeysPage, [params.id, before ?? null, limit])).map((row) => ({
            ...viewOfApiKey(row),
            personId: row.person_id,
            personName: row.person_name,
          })),
        ({ id }) => [id],
      )
    },
  }),
  operation({
    id: 'revoke-organisation-api-key',
    method: 'DELETE',
    path: '/organisations/{id}/api-keys/{keyId}',
    tag: 'People',
    status: 204,
    summary: 'End a key of anybody in an organisation at once',
    params: byId.extend({ keyId: z.uuid() }),
    refusals: ['organisation-not-found', 'api-key-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params: { id, keyId }, requestKey }) =>
      revokeOrganisationApiKey(house, caller, { organisationId: id, keyId }, requestKey),
  }),
]
