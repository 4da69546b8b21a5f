import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { caseParams, loadCase } from '../../cases/index.ts'
import { type Caller, operation } from '../../people/index.ts'
import { inLanguage } from '../../programmes/index.ts'
import type { ShippingFact } from '../facts.ts'
import { shipmentByNumber, shipmentsPage } from '../storage/shipments.ts'
import { createShipment } from '../use-cases/create-shipment.ts'
import { instructionsPaper, labelPaper } from '../use-cases/write-papers.ts'
import { shipmentView, viewOfShipment } from '../view.ts'

const shipmentPage = pageOf(shipmentView, 'ShipmentPage')
const shipmentParams = caseParams.extend({ number: z.coerce.number().int().min(1).max(100_000) })
const paperQuery = z.object({
  language: z.enum(languages).optional().describe('The reader’s when left out.'),
  paper: z.enum(['a4', 'letter']).default('a4'),
})
const instructions = z
  .object({
    sentAt: z.string(),
    site: z.object({ id: z.string(), address: z.array(z.string()), country: z.string() }),
    steps: z.array(z.string()),
    packing: z.array(z.string()),
    boxMarking: z.string(),
    carriers: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        service: z.string(),
        account: z.string(),
        prepaid: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ShippingInstructions' })

export const shippingOperations = (house: House<ShippingFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'read-shipping-instructions',
    method: 'GET',
    path: '/cases/{id}/shipping-instructions',
    tag: 'Shipping',
    summary: 'Where to ship, how to pack, and the prepaid shipping parameters',
    params: caseParams,
    answers: instructions,
    refusals: ['case-not-found', 'instructions-not-sent', 'no-site-for-country'],
    handle: async ({ caller, params, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      const site = programme.sites.find(({ id }) => id === row.instructions_site)
      if (row.instructions_sent_at === null || site === undefined) return { refused: 'instructions-not-sent' }
      return {
        reply: {
          sentAt: row.instructions_sent_at,
          site: { id: site.id, address: [...site.address], country: site.country },
          steps: [...inLanguage(programme.routes.return?.steps ?? { en: [] }, language)],
          packing: [...inLanguage(programme.shipping.packing, language)],
          boxMarking: inLanguage(programme.shipping.boxMarking, language).replaceAll('{case}', row.id),
          carriers: programme.shipping.carriers.map(({ code, name, service, account, prepaid }) => ({
            code,
            name,
            service,
            account,
            prepaid,
          })),
        },
      }
    },
  }),
  operation({
    id: 'download-shipping-instructions',
    method: 'GET',
    path: '/cases/{id}/shipping-instructions/paper',
    tag: 'Shipping',
    summary: 'The shipping instructions as PDF',
    params: caseParams,
    query: paperQuery,
    file: 'application/pdf',
    refusals: ['case-not-found', 'instructions-not-sent'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      return isRefused(loaded)
        ? loaded
        : instructionsPaper(house, loaded, { language: query.language ?? language, paper: query.paper })
    },
  }),
  operation({
    id: 'create-shipment',
    method: 'POST',
    path: '/cases/{id}/shipments',
    tag: 'Shipping',
    status: 201,
    summary: 'Put devices into a shipment and get its prepaid label',
    params: caseParams,
    body: z.object({
      rows: z
        .array(z.int().min(1).max(100_000))
        .min(1)
        .max(10_000)
        .optional()
        .describe('Without it all devices that are ready to be shipped.'),
      packages: z.int().min(1).max(500).default(1),
      weightKg: z.number().positive().max(100_000).nullable().default(null),
    }),
    answers: shipmentView,
    refusals: [
      'case-not-found',
      'instructions-not-sent',
      'no-units-to-ship',
      'units-not-to-ship',
      'serials-needed-before-shipping',
      'no-site-for-country',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      createShipment(house, caller, { caseId: params.id, ifMatch, ...body, rows: body.rows }, requestKey),
  }),
  operation({
    id: 'list-shipments',
    method: 'GET',
    path: '/cases/{id}/shipments',
    tag: 'Shipping',
    summary: 'The shipments of a case, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: shipmentPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return shipmentPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, shipmentsPage, [params.id, after ?? 0, limit])).map((row) =>
            viewOfShipment(row, loaded.programme, caller),
          ),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'download-label',
    method: 'GET',
    path: '/cases/{id}/shipments/{number}/label',
    tag: 'Shipping',
    summary: 'The prepaid labels as PDF, one page per package',
    params: shipmentParams,
    query: paperQuery.extend({
      paper: z.enum(['label', 'a4', 'letter']).default('label').describe('`label` is 4 x 6 inches.'),
    }),
    file: 'application/pdf',
    refusals: ['case-not-found', 'shipment-not-found'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const shipment = await firstRow(house.db, shipmentByNumber, [params.id, params.number])
      return shipment === undefined
        ? { refused: 'shipment-not-found' }
        : labelPaper(house, loaded, shipment, { language: query.language ?? language, paper: query.paper })
    },
  }),
]
