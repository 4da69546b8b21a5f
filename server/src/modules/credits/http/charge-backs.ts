import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { type CaseFact, caseById, caseParams } from '../../cases/index.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import type { CreditFact } from '../facts.ts'
import { chargeBacksOfCase, decidedChargeBacks, waitingChargeBacks } from '../storage/charge-backs.ts'
import { decideChargeBack, proposeChargeBack } from '../use-cases/charge-back.ts'
import { chargeBackView, viewOfChargeBack } from '../view.ts'

const page = pageOf(chargeBackView, 'ChargeBackPage', 3)
const pageOfCase = pageOf(chargeBackView, 'ChargeBackPageOfCase')

export const chargeBackOperations = (house: House<CreditFact | CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'propose-charge-back',
    method: 'POST',
    path: '/cases/{id}/charge-backs',
    tag: 'Credits',
    status: 201,
    summary: 'Propose to take credit back that was never earned; a second person decides',
    params: caseParams,
    body: z.object({
      rows: z
        .array(z.int().min(1).max(100_000))
        .min(1)
        .max(10_000)
        .optional()
        .describe('Without it all devices of the case that are still owed and not under way.'),
      reason: z.string().trim().min(3).max(2_000),
    }),
    answers: chargeBackView,
    refusals: [
      'case-not-found',
      'case-not-overdue',
      'extension-pending',
      'charge-back-vendor-turn',
      'charge-back-goods-held',
      'charge-back-waiting',
      'units-not-chargeable',
      'nothing-chargeable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      proposeChargeBack(
        house,
        caller,
        { caseId: params.id, ifMatch, rows: body.rows, reason: body.reason },
        requestKey,
      ),
  }),
  operation({
    id: 'list-case-charge-backs',
    method: 'GET',
    path: '/cases/{id}/charge-backs',
    tag: 'Credits',
    summary: 'The charge-backs of a case, in the order in which they were proposed',
    params: caseParams,
    query: pageQuery,
    answers: pageOfCase.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await firstRow(house.db, caseById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'case-not-found' }
      return pageOfCase.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, chargeBacksOfCase, [params.id, after ?? 0, limit])).map((row) =>
            viewOfChargeBack(row, caller),
          ),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'list-charge-backs',
    method: 'GET',
    path: '/charge-backs',
    tag: 'Credits',
    summary: 'Charge-backs that wait for a second person, the longest waiting first; or the decided ones',
    query: pageQuery.extend({ state: z.enum(['waiting', 'decided']).default('waiting') }),
    answers: page.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query }) =>
      page.answer(
        query,
        async ([at, caseId, number], limit) =>
          (
            await rows(house.db, query.state === 'waiting' ? waitingChargeBacks : decidedChargeBacks, [
              at ?? null,
              caseId ?? null,
              number ?? null,
              limit,
            ])
          ).map((row) => viewOfChargeBack(row, caller)),
        ({ caseId, number, proposedAt, decision }) => [decision?.at ?? proposedAt, caseId, number],
      ),
  }),
  operation({
    id: 'decide-charge-back',
    method: 'PUT',
    path: '/cases/{id}/charge-backs/{number}/decision',
    tag: 'Credits',
    summary: 'Approve a charge-back or turn it down; never by the person who proposed it',
    description:
      'Devices that came, were certified or are under way since the proposal are left out and named in `decision.leftOut`.',
    params: caseParams.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
    body: z.object({ approved: z.boolean(), note: z.string().trim().max(2_000).default('') }),
    answers: chargeBackView,
    refusals: [
      'case-not-found',
      'charge-back-not-found',
      'charge-back-decided',
      'charge-back-same-person',
      'case-not-overdue',
      'extension-pending',
      'charge-back-vendor-turn',
      'charge-back-goods-held',
      'nothing-chargeable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      decideChargeBack(
        house,
        caller,
        { caseId: params.id, number: params.number, ifMatch, ...body },
        requestKey,
      ),
  }),
]
