import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { money, moneyView } from '../../orders/index.ts'
import { type Caller, customersOf, operation } from '../../people/index.ts'
import type { CreditFact } from '../facts.ts'
import { type ExposureRow, exposureStates, inOrder, monthAfter, totalsOf } from '../rules/exposure.ts'
import {
  exposureLetGo,
  exposureOfOpenCases,
  exposureSecured,
  exposureWithoutCase,
} from '../storage/exposure.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'YYYY-MM' })

const sums = {
  currency: z.string(),
  state: z
    .enum(exposureStates)
    .describe(
      '`secured`: received or certified. `at-risk`, `overdue`: still owed, before and after the due date. `proposed`: a charge-back of it waits for a second person. `no-case`: granted, and no case has its devices.',
    ),
  cases: z.int().describe('Cases with such devices; of `no-case` orders.'),
  units: z.int(),
  amount: moneyView,
}
const exposure = z
  .object({
    asOf: z.string().describe('The instant that tells what is overdue.'),
    from: z.string().describe('YYYY-MM'),
    to: z.string().describe('YYYY-MM'),
    months: z.array(
      z
        .object({
          month: z
            .string()
            .nullable()
            .describe(
              'YYYY-MM of the due date; `before` and `after` the range; null where none is known yet.',
            ),
          ...sums,
        })
        .meta({ id: 'ExposureOfMonth' }),
    ),
    totals: z
      .array(z.object(sums).meta({ id: 'ExposureTotal' }))
      .describe('Of all due dates; they agree with the ledger.'),
  })
  .meta({ id: 'Exposure' })

const priced = <Row extends Omit<ExposureRow, 'month'>>({ minor, ...row }: Row) => ({
  ...row,
  amount: money(minor, row.currency),
})

export const exposureOperations = (house: House<CreditFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'read-exposure',
    method: 'GET',
    path: '/exposure',
    tag: 'Credits',
    summary: 'Credit by due month, currency and state: secured, still owed, let go, charged back',
    description:
      'Without a range from six months ago to twelve months ahead. What is due outside of it is summed up as `before` and `after`. Credit that a programme pays only after receipt is counted once it is secured.',
    query: z.object({
      from: month.optional(),
      to: month.optional(),
      programme: z.string().max(80).optional(),
      customer: z.uuid().optional(),
      partner: z.uuid().optional(),
      currency: z.string().length(3).optional(),
    }),
    answers: exposure,
    refusals: ['exposure-range-invalid'],
    handle: async ({ caller, query }) => {
      const now = house.clock()
      const current = now.slice(0, 7)
      const from = query.from ?? monthAfter(current, -6)
      const to = query.to ?? monthAfter(current, 12)
      if (from > to) return { refused: 'exposure-range-invalid' }
      const asked = [
        customersOf(caller.scope, query.customer),
        query.partner ?? null,
        query.programme ?? null,
        query.currency ?? null,
        `${from}-01`,
        `${monthAfter(to, 1)}-01`,
      ]
      const parts = await Promise.all([
        rows(house.db, exposureOfOpenCases, [...asked, now]),
        rows(house.db, exposureSecured, asked),
        rows(house.db, exposureLetGo, asked),
        rows(house.db, exposureWithoutCase, asked),
      ])
      const months = inOrder(parts.flat())
      return {
        reply: { asOf: now, from, to, months: months.map(priced), totals: totalsOf(months).map(priced) },
      }
    },
  }),
]
