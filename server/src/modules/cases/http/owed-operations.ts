import { z } from 'zod'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { money, moneyView } from '../../orders/index.ts'
import { type Caller, customersOf, operation } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { letGoSums, owedByMonth, portfolioPage, securedSums, withoutCaseSums } from '../storage/owed.ts'

/** Due months that are listed; what lies further ahead is in the totals. */
const MOST_MONTHS = 36

const owed = z
  .object({
    asOf: z.string().describe('The instant that tells what is overdue.'),
    cases: z.object({ open: z.int(), overdue: z.int() }),
    units: z.object({ owed: z.int(), overdue: z.int(), withoutCase: z.int() }),
    ordersWithoutCase: z.int(),
    nextDueOn: z.string().nullable().describe('The next due date that is not over yet.'),
    totals: z.array(
      z
        .object({
          currency: z.string(),
          granted: moneyView.describe('Everything: secured, at risk, without a case, waived, charged back.'),
          secured: moneyView,
          atRisk: moneyView.describe('Still owed in open cases, overdue or not.'),
          overdue: moneyView.describe('The part of it that is past its due date.'),
          withoutCase: moneyView.describe('Granted, and no case has the devices yet.'),
        })
        .meta({ id: 'OwedTotal' }),
    ),
    months: z
      .array(
        z
          .object({
            month: z.string().describe('YYYY-MM of the due date.'),
            currency: z.string(),
            cases: z.int(),
            units: z.int(),
            atRisk: moneyView,
            overdue: moneyView,
          })
          .meta({ id: 'OwedMonth' }),
      )
      .describe('Open cases by due month, the earliest first.'),
  })
  .meta({ id: 'Owed' })

const portfolioItem = z
  .object({
    customerId: z.uuid(),
    name: z.string(),
    account: z.string(),
    openCases: z.int(),
    overdueCases: z.int(),
    unitsOwed: z.int(),
    unitsWithoutCase: z.int(),
    nextDueOn: z.string().nullable(),
    amounts: z.array(
      z.object({
        currency: z.string(),
        atRisk: moneyView,
        overdue: moneyView,
        withoutCase: moneyView,
      }),
    ),
    exposure: z
      .int()
      .describe('What the list is sorted by: minor units of all currencies, at risk or without a case.'),
  })
  .meta({ id: 'PortfolioItem' })
const portfolioPages = pageOf(portfolioItem, 'PortfolioPage', 2)

export const owedOperations = (house: House<CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'read-owed',
    method: 'GET',
    path: '/owed',
    tag: 'Cases',
    summary: 'What is still owed: devices, due dates and credit at risk',
    description:
      'Of everything the caller reaches, or of one customer. Credit that a programme pays only after receipt is counted once it is secured.',
    query: z.object({ customer: z.uuid().optional() }),
    answers: owed,
    refusals: [],
    handle: async ({ caller, query }) => {
      const now = house.clock()
      const customers = customersOf(caller.scope, query.customer)
      const [months, secured, letGo, withoutCase] = await Promise.all([
        owedByMonth(house.db, customers, now),
        securedSums(house.db, customers),
        letGoSums(house.db, customers),
        withoutCaseSums(house.db, customers),
      ])
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
      const currencies = [
        ...new Set([...months, ...secured, ...letGo, ...withoutCase].map(({ currency }) => currency)),
      ].sort()
      const totals = currencies.map((currency) => {
        const of = <Row extends { currency: string }>(rows: readonly Row[], value: (row: Row) => number) =>
          sum(rows.filter((row) => row.currency === currency).map(value))
        const parts = {
          secured: of(secured, ({ minor }) => minor),
          atRisk: of(months, ({ at_risk }) => at_risk),
          withoutCase: of(withoutCase, ({ minor }) => minor),
        }
        const granted = parts.secured + parts.atRisk + parts.withoutCase + of(letGo, ({ minor }) => minor)
        return {
          currency,
          granted: money(granted, currency),
          secured: money(parts.secured, currency),
          atRisk: money(parts.atRisk, currency),
          overdue: money(
            of(months, ({ overdue }) => overdue),
            currency,
          ),
          withoutCase: money(parts.withoutCase, currency),
        }
      })
      const next = months.flatMap(({ next_due }) => next_due ?? []).sort()[0]
      return {
        reply: {
          asOf: now,
          cases: {
            open: sum(months.map(({ cases }) => cases)),
            overdue: sum(months.map(({ late_cases }) => late_cases)),
          },
          units: {
            owed: sum(months.map(({ units }) => units)),
            overdue: sum(months.map(({ late_units }) => late_units)),
            withoutCase: sum(withoutCase.map(({ units }) => units)),
          },
          ordersWithoutCase: sum(withoutCase.map(({ orders }) => orders)),
          nextDueOn: next ?? null,
          totals,
          months: months.slice(0, MOST_MONTHS).map((row) => ({
            month: row.month,
            currency: row.currency,
            cases: row.cases,
            units: row.units,
            atRisk: money(row.at_risk, row.currency),
            overdue: money(row.overdue, row.currency),
          })),
        },
      }
    },
  }),
  operation({
    id: 'list-portfolio',
    method: 'GET',
    path: '/portfolio',
    tag: 'Cases',
    summary: 'Customers with what they owe, most at risk first, a page at a time',
    description: 'Of the caller’s customers each one; for the vendor every customer that owes something.',
    query: pageQuery,
    answers: portfolioPages.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query }) =>
      portfolioPages.answer(
        query,
        async (after, limit) =>
          (
            await portfolioPage(house.db, customersOf(caller.scope, undefined), house.clock(), {
              after,
              limit,
            })
          ).map((row) => ({
            customerId: row.customer_id,
            name: row.name,
            account: row.account,
            openCases: row.cases,
            overdueCases: row.overdue_cases,
            unitsOwed: row.units,
            unitsWithoutCase: row.units_without_case,
            nextDueOn: row.next_due,
            amounts: row.amounts.map(({ currency, atRisk, overdue, withoutCase }) => ({
              currency,
              atRisk: money(atRisk, currency),
              overdue: money(overdue, currency),
              withoutCase: money(withoutCase, currency),
            })),
            exposure: row.exposure,
          })),
        ({ exposure, customerId }) => [exposure, customerId],
      ),
  }),
]
