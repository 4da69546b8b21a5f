import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { CaseFact } from '../../cases/index.ts'
import { money, moneyView, orderById } from '../../orders/index.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import type { CreditFact } from '../facts.ts'
import { accounts } from '../rules/postings.ts'
import { balancesOf, entriesPage } from '../storage/ledger.ts'
import { chargeBackOperations } from './charge-backs.ts'
import { exposureOperations } from './exposure.ts'

const entry = z
  .object({
    at: z.string(),
    row: z.int().describe('The device.'),
    caseId: z.string().nullable().describe('That has the device now.'),
    sku: z.string(),
    serial: z.string().nullable().describe('As it is known now.'),
    from: z.enum(accounts),
    to: z.enum(accounts),
    amount: moneyView,
    reversal: z.boolean(),
    cause: z
      .object({ stream: z.string(), seq: z.int(), line: z.int() })
      .describe('The fact in the history that booked it.'),
  })
  .meta({ id: 'LedgerEntry' })
const entryPage = pageOf(entry, 'LedgerEntryPage', 4)
const balance = z.object({ account: z.enum(accounts), balance: moneyView })
const ledger = entryPage.schema
  .extend({ balances: z.array(balance).describe('Per currency they sum to zero.') })
  .meta({ id: 'Ledger' })

export const creditOperations = (house: House<CreditFact | CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'read-ledger',
    method: 'GET',
    path: '/orders/{id}/ledger',
    tag: 'Credits',
    summary: 'What happened to the credit of an order, entry by entry, and the balances',
    params: z.object({ id: z.uuid() }),
    query: pageQuery.extend({
      row: z.coerce.number().int().min(1).max(100_000).optional().describe('Of this device alone.'),
    }),
    answers: ledger,
    refusals: ['order-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await firstRow(house.db, orderById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'order-not-found' }
      const page = await entryPage.answer(
        query,
        async ([at, stream, seq, line], limit) =>
          (
            await rows(house.db, entriesPage, [
              params.id,
              at ?? null,
              stream ?? null,
              seq ?? null,
              line ?? null,
              limit,
              query.row ?? null,
            ])
          ).map((row) => ({
            at: row.at,
            row: row.row,
            caseId: row.case_id,
            sku: row.sku,
            serial: row.serial,
            from: row.from_account,
            to: row.to_account,
            amount: money(row.amount_minor, row.currency),
            reversal: row.reversal,
            cause: { stream: row.stream, seq: row.seq, line: row.line },
          })),
        ({ at, cause }) => [at, cause.stream, cause.seq, cause.line],
      )
      if (isRefused(page)) return page
      const balances = await rows(house.db, balancesOf, [params.id])
      return {
        reply: {
          ...page.reply,
          balances: balances.map((row) => ({
            account: row.account,
            balance: money(row.balance_minor, row.currency),
          })),
        },
      }
    },
  }),
  ...exposureOperations(house),
  ...chargeBackOperations(house),
]
