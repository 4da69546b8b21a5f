import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { normaliseSerial } from '../../../values/serial-number.ts'
import { normaliseSku } from '../../../values/sku.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { unitStates } from '../rules/lifecycle.ts'
import { caseById } from '../storage/cases.ts'
import { unitsFilteredPage } from '../storage/unit-list.ts'
import { changeManyUnits } from '../use-cases/change-many-units.ts'
import { caseView, unitView, viewOfUnit } from '../view.ts'
import { caseParams } from './operations.ts'

const unitPage = pageOf(unitView, 'UnitPage')

/** The devices of a case as a table: filtered, and changed many at a time. */
export const unitOperations = (house: House<CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-units',
    method: 'GET',
    path: '/cases/{id}/units',
    tag: 'Cases',
    summary: 'The devices of a case, a page at a time',
    params: caseParams,
    query: pageQuery.extend({
      state: z.enum(unitStates).optional(),
      route: z.enum(['return', 'destroy']).optional(),
      missing: z
        .enum(['serial'])
        .optional()
        .describe('`serial`: those still owed whose serial number nobody has said yet.'),
      search: z
        .string()
        .trim()
        .min(1)
        .max(60)
        .optional()
        .describe('The beginning of a serial number or of a SKU, in any spelling.'),
    }),
    answers: unitPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const found = await firstRow(house.db, caseById, [scopeValue(caller.scope), params.id])
      if (found === undefined) return { refused: 'case-not-found' }
      const reader = caller
      const { state = null, route = null, missing, search } = query
      return unitPage.answer(
        query,
        async ([after], limit) => {
          const units = await rows(house.db, unitsFilteredPage, [
            params.id,
            after ?? 0,
            state,
            route,
            missing === 'serial',
            search === undefined ? null : normaliseSerial(search),
            search === undefined ? null : normaliseSku(search),
            limit,
          ])
          return units.map((unit) => viewOfUnit(unit, reader))
        },
        ({ row }) => [row],
      )
    },
  }),
  operation({
    id: 'change-units',
    method: 'PUT',
    path: '/cases/{id}/units',
    tag: 'Cases',
    summary: 'Change many devices at once: serial numbers, marks, ways',
    description:
      'All or nothing. What is left out of a change stays. A refusal names every change that is wrong under `errors`, with a pointer to its field.',
    params: caseParams,
    body: z.object({
      changes: z
        .array(
          z.object({
            row: z.int().min(1).max(100_000),
            serial: z.string().trim().min(1).max(60).optional(),
            serialMark: z.enum(['not-serialised', 'unreadable']).nullable().optional(),
            route: z.enum(['return', 'destroy']).optional(),
          }),
        )
        .min(1)
        .max(1_000),
    }),
    answers: caseView,
    refusals: ['case-not-found', 'units-refused', 'version-conflict', 'idempotency-key-reused'],
    handle: ({ caller, params, body, ifMatch, language, requestKey }) =>
      changeManyUnits(
        house,
        caller,
        { caseId: params.id, wishes: body.changes, ifMatch, language },
        requestKey,
      ),
  }),
]
