import { z } from 'zod'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf } from '../../../platform/http/page.ts'
import { isDay } from '../../../values/calendar.ts'
import { readCaseNumber } from '../../../values/identifiers.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { OrderFact } from '../../orders/index.ts'
import { type Caller, operation } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import type { CaseFact } from '../facts.ts'
import { casesPage } from '../storage/case-list.ts'
import type { CaseRow } from '../storage/cases.ts'
import { loadCase } from '../use-cases/case-chain.ts'
import { changeUnit } from '../use-cases/change-unit.ts'
import { askExtension, decideExtension, extensionView } from '../use-cases/extensions.ts'
import { openCase } from '../use-cases/open-case.ts'
import { waiveUnits } from '../use-cases/waive-units.ts'
import { caseView, type Reader, unitView, viewOfCase } from '../view.ts'
import { caseListQuery, filterOf } from './case-list.ts'

/** A case number in any spelling; one that cannot be a case number is answered like one that does not exist. */
const caseId = z
  .string()
  .max(40)
  .transform((typed) => readCaseNumber(typed) ?? typed)
export const caseParams = z.object({ id: caseId })
const unitParams = caseParams.extend({ row: z.coerce.number().int().min(1).max(100_000) })
const reason = z.string().trim().min(3).max(2_000)

const casePage = pageOf(caseView, 'CasePage', 2)

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
        .describe('Of all units but those in `destroyRows`; the form can say otherwise for each.'),
      destroyRows: z
        .array(z.int().min(1).max(100_000))
        .max(10_000)
        .default([])
        .describe('Units of the case that are destroyed, whatever the route of the others.'),
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
    summary: 'Cases, newest first, most urgent first or most at risk first, a page at a time',
    description:
      'Filters are taken together. What a case waits for and when it is due are asked of open cases only.',
    query: caseListQuery,
    answers: casePage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query, language }) => {
      const { sort } = query
      return casePage.answer(
        query,
        async (after, limit) =>
          viewsOf(
            house,
            await casesPage(house.db, filterOf(caller, query, house.clock()), { sort, after, limit }),
            { ...caller, language },
          ),
        (view) => [
          sort === 'due' ? view.due.at : sort === 'exposure' ? view.credit.atRisk.minor : view.openedAt,
          view.id,
        ],
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
        : {
            reply: viewOfCase(loaded.row, loaded.programme, house.clock(), {
              ...caller,
              language,
            }),
          }
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
    id: 'waive-units',
    method: 'POST',
    path: '/cases/{id}/waivers',
    tag: 'Cases',
    summary: 'Let devices go without return or certificate, all that are named or none',
    params: caseParams,
    body: z.object({ rows: z.array(z.int().min(1).max(100_000)).min(1).max(10_000), reason }),
    answers: caseView,
    refusals: [
      'case-not-found',
      'unit-not-in-case',
      'unit-not-waivable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, language, requestKey }) =>
      waiveUnits(house, caller, { caseId: params.id, ifMatch, language, ...body }, requestKey),
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
