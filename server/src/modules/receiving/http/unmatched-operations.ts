import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { readCaseNumber } from '../../../values/identifiers.ts'
import { isRefused } from '../../../values/refusal.ts'
import { normaliseSerial } from '../../../values/serial-number.ts'
import { type Caller, operation } from '../../people/index.ts'
import { goodsBySerialPage, openGoodsPage, resolvedGoodsPage } from '../storage/unmatched-goods.ts'
import { assignGoods } from '../use-cases/assign-goods.ts'
import { suggestUnits } from '../use-cases/suggest-units.ts'
import type { TakeInFact } from '../use-cases/take-in.ts'
import { suggestionsView, unmatchedView, viewOfSuggestion, viewOfUnmatched } from '../view.ts'

const byGoods = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(1_000_000) })
const goodsPage = pageOf(unmatchedView, 'UnmatchedGoodsPage', 3)

/** Goods that are held, and finding out whose they are. */
export const unmatchedOperations = (house: House<TakeInFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-unmatched-goods',
    method: 'GET',
    path: '/unmatched-goods',
    tag: 'Receiving',
    summary: 'Goods that are held until somebody knows whose they are, or were, the oldest first',
    query: pageQuery.extend({
      status: z.enum(['open', 'resolved']).default('open'),
      serial: z.string().trim().min(1).max(100).optional().describe('How the serial number begins.'),
    }),
    answers: goodsPage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query }) =>
      goodsPage.answer(
        query,
        async ([at, receipt, number], limit) => {
          const page = [at ?? null, receipt ?? null, number ?? null, limit]
          const open = query.status === 'open'
          const found =
            query.serial === undefined
              ? await rows(house.db, open ? openGoodsPage : resolvedGoodsPage, page)
              : await rows(house.db, goodsBySerialPage, [...page, normaliseSerial(query.serial), open])
          return found.map((goods) => viewOfUnmatched(goods, caller))
        },
        ({ heldAt, receiptId, number }) => [heldAt, receiptId, number],
      ),
  }),
  operation({
    id: 'suggest-unmatched-goods',
    method: 'GET',
    path: '/unmatched-goods/{id}/{number}/suggestions',
    tag: 'Receiving',
    summary: 'Devices that held goods may be, and what speaks for each, the likeliest first',
    params: byGoods,
    answers: suggestionsView,
    refusals: ['goods-not-found'],
    handle: async ({ params }) => {
      const found = await suggestUnits(house.db, params.id, params.number)
      return isRefused(found) ? found : { reply: { items: found.map(viewOfSuggestion) } }
    },
  }),
  operation({
    id: 'assign-unmatched-goods',
    method: 'POST',
    path: '/unmatched-goods/{id}/{number}/assignment',
    tag: 'Receiving',
    summary: 'Say whose held goods are',
    description: 'They are received for that unit, with the serial number that was really on them.',
    params: byGoods,
    body: z.object({
      caseId: z
        .string()
        .max(40)
        .transform((typed) => readCaseNumber(typed) ?? typed),
      row: z.int().min(1).max(100_000),
    }),
    answers: unmatchedView,
    refusals: [
      'goods-not-found',
      'goods-resolved',
      'case-not-found',
      'unit-not-in-case',
      'unit-not-receivable',
      'serial-reserved',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, requestKey }) =>
      assignGoods(house, caller, { receiptId: params.id, number: params.number, ...body }, requestKey),
  }),
]
