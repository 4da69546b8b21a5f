import { z } from 'zod'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import type { PeopleFact } from '../facts.ts'
import { type Caller, scopeValue } from '../rules/caller.ts'
import { mandateAccesses } from '../rules/roles.ts'
import { type MandateFilters, mandatesPage } from '../storage/mandates.ts'
import { changeMandate, grantMandateFor, revokeMandate } from '../use-cases/mandates.ts'
import { mandateView, viewOfMandate } from '../view.ts'
import { byId, instant, operation } from './operation.ts'

const mandatePage = pageOf(mandateView, 'MandatePage')

export const mandateOperations = (house: House<PeopleFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-mandates',
    method: 'GET',
    path: '/mandates',
    tag: 'People',
    summary: 'Which partner may act for which customer, and until when; newest first, those that ended too',
    query: pageQuery.extend({
      organisation: z.uuid().optional().describe('Only those that it gave or was given.'),
      current: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: only those that are neither revoked nor over.'),
    }),
    answers: mandatePage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ caller: { actor, scope }, query }) =>
      mandatePage.answer(
        query,
        async ([before], limit) => {
          const now = house.clock()
          const filters: MandateFilters = {
            ...(actor.organisationKind === 'partner'
              ? { partner: actor.organisationId }
              : { customers: scopeValue(scope) }),
            organisation: query.organisation,
            currentAt: query.current === 'true' ? now : undefined,
          }
          const found = await mandatesPage(
            house.db,
            filters,
            before === undefined ? undefined : String(before),
            limit,
          )
          return found.map((row) => viewOfMandate(row, now))
        },
        ({ id }) => [id],
      ),
  }),
  operation({
    id: 'grant-mandate',
    method: 'POST',
    path: '/mandates',
    tag: 'People',
    status: 201,
    summary: 'Let a partner act for my organisation, or look, until a date',
    body: z.object({
      partnerAccount: z.string().trim().min(1).max(60),
      validFrom: instant.optional(),
      validUntil: instant,
      access: z.enum(mandateAccesses).default('act'),
    }),
    answers: mandateView,
    refusals: ['partner-not-found', 'mandate-period-invalid', 'idempotency-key-reused'],
    handle: ({ caller: { actor, by }, body, requestKey }) =>
      grantMandateFor(
        house,
        { customerId: actor.organisationId, by: { ...by, person: actor.personId } },
        body,
        requestKey,
      ),
  }),
  operation({
    id: 'change-mandate',
    method: 'PUT',
    path: '/mandates/{id}',
    tag: 'People',
    summary: 'Shorten or extend a mandate, or limit it to looking',
    description: 'What is left out stays; it counts from the next request of the partner on.',
    params: byId,
    body: z.object({ validUntil: instant.optional(), access: z.enum(mandateAccesses).optional() }),
    answers: mandateView,
    refusals: [
      'mandate-not-found',
      'mandate-ended',
      'mandate-end-passed',
      'mandate-period-invalid',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, requestKey }) =>
      changeMandate(house, caller, { id: params.id, ...body }, requestKey),
  }),
  operation({
    id: 'revoke-mandate',
    method: 'POST',
    path: '/mandates/{id}/revocation',
    tag: 'People',
    summary: 'End a mandate at once',
    params: byId,
    answers: mandateView,
    refusals: ['mandate-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => revokeMandate(house, caller, params.id, requestKey),
  }),
]
