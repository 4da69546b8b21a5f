import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { isDay } from '../../../values/calendar.ts'
import { readCaseNumber } from '../../../values/identifiers.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { OrderFact } from '../../orders/index.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import type { CaseFact } from '../facts.ts'
import {
  type CaseRow,
  caseById,
  casesByDuePage,
  casesPage,
  factsOfStream,
  unitsPage,
} from '../storage/cases.ts'
import { loadCase } from '../use-cases/case-chain.ts'
import { changeUnit } from '../use-cases/change-unit.ts'
import { askExtension, decideExtension, extensionView } from '../use-cases/extensions.ts'
import { openCase } from '../use-cases/open-case.ts'
import { waiveUnit } from '../use-cases/waive-unit.ts'
import { caseView, type Reader, unitView, viewOfCase, viewOfUnit } from '../view.ts'

/** A case number in any spelling; one that cannot be a case number is answered like one that does not exist. */
const caseId = z
  .string()
  .max(40)
  .transform((typed) => readCaseNumber(typed) ?? typed)
export const caseParams = z.object({ id: caseId })
const unitParams = caseParams.extend({ row: z.coerce.number().int().min(1).max(100_000) })
const reason = z.string().trim().min(3).max(2_000)

const fact = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    by: z.object({ person: z.string().nullable(), organisation: z.string().nullable(), via: z.string() }),
    body: z.record(z.string(), z.unknown()),
    hash: z.string().describe('SHA-256 over the fact and the hash before it, hexadecimal.'),
  })
  .meta({ id: 'Fact' })

const casePage = pageOf(caseView, 'CasePage', 2)
const unitPage = pageOf(unitView, 'UnitPage')
const factPage = pageOf(fact, 'FactPage')

/** Rows of one page follow few programme versions, each read once and kept. */
async function viewsOf(house: House<CaseFact>, found: readonly CaseRow[], reader: Reader) {
  const now = house.clock()
  return Promise.all(
    found.map(async (row) => {
      const frozen = await frozenProgramme(house.db, row.programme_id, row.programme_version)
      if (frozen === undefined)
        throw new Error(`case ${row.id} follows a programme version that is not there`)
      return viewOfCase(row, frozen.programme, now, reader)
    }),
  )
}

export const caseOperations = (house: House<CaseFact | OrderFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'open-case',
    method: 'POST',
    path: '/cases',
    tag: 'Cases',
    status: 201,
    summary: 'Open a case for the old devices of an order',
    body: z.object({
      orderNumber: z.string().trim().min(1).max(60),
      rows: z
        .array(z.int().min(1).max(100_000))
        .min(1)
        .max(10_000)
        .optional()
        .describe('Without it all units of the order that no other case has.'),
      route: z
        .enum(['return', 'destroy'])
        .default('return')
        .describe('Of all units; the form can say otherwise for each.'),
      language: z
        .enum(languages)
        .optional()
        .describe('Language of mails and papers; the caller’s when left out.'),
    }),
    answers: caseView,
    refusals: [
      'order-not-found',
      'order-already-cancelled',
      'no-units-left',
      'units-not-free',
      'route-not-offered',
      'last-shipment-unknown',
      'idempotency-key-reused',
    ],
    handle: ({ caller, body, language, requestKey }) =>
      openCase(
        house,
        caller,
        { ...body, language: body.language ?? language, readerLanguage: language },
        requestKey,
      ),
  }),
  operation({
    id: 'list-cases',
    method: 'GET',
    path: '/cases',
    tag: 'Cases',
    summary: 'Cases, newest first or most urgent first, a page at a time',
    query: pageQuery.extend({
      status: z.enum(['open', 'closed']).optional(),
      sort: z.enum(['newest', 'due']).default('newest').describe('`due` lists open cases only.'),
    }),
    answers: casePage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query, language }) => {
      const scope = scopeValue(caller.scope)
      const open = query.status === undefined ? null : query.status === 'open'
      return casePage.answer(
        query,
        async ([at, id], limit) =>
          viewsOf(
            house,
            query.sort === 'due'
              ? await rows(house.db, casesByDuePage, [scope, at ?? null, id ?? null, limit])
              : await rows(house.db, casesPage, [scope, open, at ?? null, id ?? null, limit]),
            { may: caller.may, language },
          ),
        (view) => [query.sort === 'due' ? view.due.at : view.openedAt, view.id],
      )
    },
  }),
  operation({
    id: 'read-case',
    method: 'GET',
    path: '/cases/{id}',
    tag: 'Cases',
    summary: 'One case: what it waits for, until when, and what can be done',
    params: caseParams,
    answers: caseView,
    refusals: ['case-not-found'],
    handle: async ({ caller, params, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      return isRefused(loaded)
        ? loaded
        : { reply: viewOfCase(loaded.row, loaded.programme, house.clock(), { may: caller.may, language }) }
    },
  }),
  operation({
    id: 'list-units',
    method: 'GET',
    path: '/cases/{id}/units',
    tag: 'Cases',
    summary: 'The devices of a case, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: unitPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await firstRow(house.db, caseById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'case-not-found' }
      return unitPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, unitsPage, [params.id, after ?? 0, limit])).map((unit) =>
            viewOfUnit(unit, caller),
          ),
        ({ row }) => [row],
      )
    },
  }),
  operation({
    id: 'read-history',
    method: 'GET',
    path: '/cases/{id}/history',
    tag: 'Cases',
    summary: 'Everything that happened, in order, with its hashes',
    params: caseParams,
    query: pageQuery,
    answers: factPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      if ((await firstRow(house.db, caseById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'case-not-found' }
      return factPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, factsOfStream, [`case:${params.id}`, after ?? 0, limit])).map(
            ({ seq, type, at, actor, body, hash }) => ({
              seq,
              type,
              at,
              by: actor,
              body,
              hash: hash.toString('hex'),
            }),
          ),
        ({ seq }) => [seq],
      )
    },
  }),
  operation({
    id: 'change-unit',
    method: 'PUT',
    path: '/cases/{id}/units/{row}',
    tag: 'Cases',
    summary: 'Give a device its serial number, or switch its way',
    description:
      'What is left out stays; a serial number and a mark take each other away, and the mark `null` takes a mark away. Return can become destroy until the device is shipped, destroy can become return until its signed certificate is handed in.',
    params: unitParams,
    body: z.object({
      serial: z.string().trim().min(1).max(60).optional(),
      serialMark: z.enum(['not-serialised', 'unreadable']).nullable().optional(),
      route: z.enum(['return', 'destroy']).optional(),
    }),
    answers: unitView,
    refusals: [
      'case-not-found',
      'unit-not-in-case',
      'serial-malformed',
      'serial-reserved',
      'serial-repeated',
      'serial-swap',
      'serial-locked',
      'route-not-offered',
      'route-locked',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      changeUnit(
        house,
        caller,
        { caseId: params.id, ifMatch, wish: { row: params.row, ...body } },
        requestKey,
      ),
  }),
  operation({
    id: 'waive-unit',
    method: 'POST',
    path: '/cases/{id}/units/{row}/waiver',
    tag: 'Cases',
    summary: 'Let a device go without return or certificate',
    params: unitParams,
    body: z.object({ reason }),
    answers: unitView,
    refusals: [
      'case-not-found',
      'unit-not-in-case',
      'unit-not-waivable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      waiveUnit(house, caller, { caseId: params.id, row: params.row, ifMatch, ...body }, requestKey),
  }),
  operation({
    id: 'ask-extension',
    method: 'POST',
    path: '/cases/{id}/extensions',
    tag: 'Cases',
    status: 201,
    summary: 'Ask for more time',
    params: caseParams,
    body: z.object({
      until: z.string().refine(isDay, { error: 'YYYY-MM-DD' }).describe('YYYY-MM-DD'),
      reason,
      for: z
        .enum(['customer', 'partner', 'ordering-partner'])
        .optional()
        .describe(
          'Whose request the vendor writes down, the customer’s when left out. From others it is not regarded: they ask for themselves.',
        ),
    }),
    answers: extensionView,
    refusals: [
      'case-not-found',
      'case-closed',
      'extension-pending',
      'extension-not-offered',
      'extension-asker-not-allowed',
      'extension-not-later',
      'extension-too-many',
      'extension-over-maximum',
      'extension-asked-late',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      askExtension(house, caller, { caseId: params.id, ifMatch, ...body }, requestKey),
  }),
  operation({
    id: 'decide-extension',
    method: 'PUT',
    path: '/cases/{id}/extensions/{number}/decision',
    tag: 'Cases',
    summary: 'Grant or deny more time',
    params: caseParams.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
    body: z.object({ granted: z.boolean(), note: z.string().trim().max(2_000).default('') }),
    answers: extensionView,
    refusals: [
      'case-not-found',
      'extension-not-found',
      'case-closed',
      'extension-decided',
      'extension-too-many',
      'extension-not-yours',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      decideExtension(
        house,
        caller,
        { caseId: params.id, number: params.number, ifMatch, ...body },
        requestKey,
      ),
  }),
]
