import { z } from 'zod'
import { message } from '../../../messages/index.ts'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import type { AnyFact } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { caseParams, loadCase } from '../../cases/index.ts'
import { orderById } from '../../orders/index.ts'
import { type Caller, operation, organisationById, reaches, scopeValue } from '../../people/index.ts'
import { type Programme, rejectionReason } from '../../programmes/index.ts'
import { sealsPage } from '../storage/seals.ts'
import { toldFact, toldFacts, wholeFact } from '../use-cases/told-facts.ts'
import { verifyOrder } from '../use-cases/verify-order.ts'

const factPage = pageOf(toldFact, 'FactPage')
const byId = z.object({ id: z.uuid() })
const seq = z.coerce.number().int().min(1).max(2_000_000_000)

const verification = z
  .object({
    verified: z.boolean(),
    facts: z.int().describe('Of the order and all of its cases: they are proved together.'),
    rows: z.int().describe('Rows that these facts give, held against those that are there.'),
    head: z.string().describe('The last hash of this case, hexadecimal: who noted it earlier can compare.'),
    checkedAt: z.string(),
    difference: z
      .object({
        what: z.string(),
        where: z.string(),
        sentence: z.string().describe('In the reader’s language.'),
        expected: z.unknown(),
        found: z.unknown(),
      })
      .nullable()
      .describe('The first that was found.'),
    seal: z
      .object({ number: z.int(), at: z.string() })
      .nullable()
      .describe('The newest seal, if everything that was verified lies under it.'),
  })
  .meta({ id: 'Verification' })

const seal = z
  .object({
    number: z.int(),
    at: z.string(),
    position: z.int().describe('Of the last fact under it.'),
    chains: z.int(),
    root: z.string().describe('SHA-256 over the last hash of every chain, hexadecimal: keep it elsewhere.'),
  })
  .meta({ id: 'Seal' })
const sealPage = pageOf(seal, 'SealPage')

/** How facts are told to this reader. */
const readerOf = ({ actor }: Caller, language: Language, programme?: Programme) => ({
  language,
  timeZone: actor.timeZone,
  reasonOf: (code: string): string => {
    const reason = programme && rejectionReason(programme, code, language)
    return reason === undefined || isRefused(reason) ? code : reason.text
  },
})

export const auditOperations = <Fact extends AnyFact>(house: House<Fact>): AnyOperation<Caller>[] => [
  operation({
    id: 'read-history',
    method: 'GET',
    path: '/cases/{id}/history',
    tag: 'History',
    summary: 'Everything that happened to a case, in order, with its hashes',
    params: caseParams,
    query: pageQuery,
    answers: factPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const reader = readerOf(caller, language, loaded.programme)
      return factPage.answer(
        query,
        ([after = 0], limit) => toldFacts(house.db, `case:${params.id}`, { after, limit }, reader),
        ({ seq }) => [seq],
      )
    },
  }),
  operation({
    id: 'read-history-entry',
    method: 'GET',
    path: '/cases/{id}/history/{seq}',
    tag: 'History',
    summary: 'One thing that happened to a case, with all that is recorded of it',
    params: caseParams.extend({ seq }),
    answers: toldFact,
    refusals: ['case-not-found', 'history-entry-not-found'],
    handle: async ({ caller, params, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const reader = readerOf(caller, language, loaded.programme)
      const entry = await wholeFact(house.db, `case:${params.id}`, params.seq, reader)
      return entry === undefined ? { refused: 'history-entry-not-found' } : { reply: entry }
    },
  }),
  operation({
    id: 'read-order-history',
    method: 'GET',
    path: '/orders/{id}/history',
    tag: 'History',
    summary: 'Everything that happened to an order, in order, with its hashes',
    description: 'Its cases have histories of their own.',
    params: byId,
    query: pageQuery,
    answers: factPage.schema,
    refusals: ['order-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query, language }) => {
      const order = await firstRow(house.db, orderById, [scopeValue(caller.scope), params.id])
      if (order === undefined) return { refused: 'order-not-found' }
      const reader = readerOf(caller, language)
      return factPage.answer(
        query,
        ([after = 0], limit) => toldFacts(house.db, `order:${params.id}`, { after, limit }, reader),
        ({ seq }) => [seq],
      )
    },
  }),
  operation({
    id: 'read-order-history-entry',
    method: 'GET',
    path: '/orders/{id}/history/{seq}',
    tag: 'History',
    summary: 'One thing that happened to an order, with all that is recorded of it',
    params: byId.extend({ seq }),
    answers: toldFact,
    refusals: ['order-not-found', 'history-entry-not-found'],
    handle: async ({ caller, params, language }) => {
      const order = await firstRow(house.db, orderById, [scopeValue(caller.scope), params.id])
      if (order === undefined) return { refused: 'order-not-found' }
      const entry = await wholeFact(house.db, `order:${params.id}`, params.seq, readerOf(caller, language))
      return entry === undefined ? { refused: 'history-entry-not-found' } : { reply: entry }
    },
  }),
  operation({
    id: 'read-organisation-history',
    method: 'GET',
    path: '/organisations/{id}/history',
    tag: 'History',
    summary: 'What happened to an organisation, its people, keys and mandates, with its hashes',
    params: byId,
    query: pageQuery,
    answers: factPage.schema,
    refusals: ['organisation-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query, language }) => {
      const organisation = reaches(caller.scope, params.id)
        ? await firstRow(house.db, organisationById, [params.id])
        : undefined
      if (organisation === undefined) return { refused: 'organisation-not-found' }
      const reader = readerOf(caller, language)
      return factPage.answer(
        query,
        ([after = 0], limit) => toldFacts(house.db, `organisation:${params.id}`, { after, limit }, reader),
        ({ seq }) => [seq],
      )
    },
  }),
  operation({
    id: 'verify-case-history',
    method: 'GET',
    path: '/cases/{id}/history/verification',
    tag: 'History',
    summary: 'Whether what is shown is what happened',
    description:
      'Reads every fact of the case’s order and its cases, proves their hashes, and compares the rows they give with the rows that are there. It costs what they are many. Whether the seals hold, `tmip history verify` asks.',
    params: caseParams,
    answers: verification,
    refusals: ['case-not-found'],
    handle: async ({ caller, params, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const checkedAt = house.clock()
      const { difference, head, ...counts } = await verifyOrder(house, loaded.row.order_id, params.id)
      return {
        reply: {
          ...counts,
          verified: difference === null,
          head: head.toString('hex'),
          checkedAt,
          difference: difference && {
            ...difference,
            sentence: message(language, 'history', difference.what, { where: difference.where }),
          },
        },
      }
    },
  }),
  operation({
    id: 'list-seals',
    method: 'GET',
    path: '/seals',
    tag: 'History',
    summary: 'The seals over all chains, newest first, a page at a time',
    query: pageQuery,
    answers: sealPage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ query }) =>
      sealPage.answer(
        query,
        async ([before], limit) =>
          (await rows(house.db, sealsPage, [before ?? null, limit])).map(({ streams, root, ...one }) => ({
            ...one,
            chains: streams,
            root: root.toString('hex'),
          })),
        ({ number }) => [number],
      ),
  }),
]
