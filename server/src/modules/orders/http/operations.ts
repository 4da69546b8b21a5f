import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { streamedText } from '../../../platform/http/upload.ts'
import { isDay } from '../../../values/calendar.ts'
import { isRefused } from '../../../values/refusal.ts'
import { type Caller, customersOf, operation, scopeValue } from '../../people/index.ts'
import { consumption } from '../../programmes/index.ts'
import type { OrderFact } from '../facts.ts'
import { MOST_UNITS } from '../rules/register.ts'
import { ordersPage } from '../storage/order-list.ts'
import { commitmentsOf, linesOf, orderById } from '../storage/orders.ts'
import { cancelOrder } from '../use-cases/cancel-order.ts'
import { importColumns, importOrders, optionalColumns } from '../use-cases/import-orders.ts'
import { recordLastShipment } from '../use-cases/record-last-shipment.ts'
import { registerOneOrder } from '../use-cases/register-order.ts'
import { money, moneyView, orderView, viewOfOrder } from '../view.ts'

const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' }).describe('YYYY-MM-DD')
const quantity = z.int().min(1).max(MOST_UNITS)
const sku = z.string().trim().min(1).max(60)
const byId = z.object({ id: z.uuid() })

const orderRequest = z.object({
  number: z.string().trim().min(1).max(60).describe('The order number of the vendor; unique.'),
  programme: z.string().max(60),
  programmeVersion: z
    .string()
    .max(20)
    .optional()
    .describe('Without it the current version; the order keeps it for ever.'),
  customerAccount: z.string().trim().min(1).max(60),
  partnerAccount: z.string().trim().min(1).max(60).nullable().default(null),
  purchaseOrder: z.string().trim().max(60).nullable().default(null),
  placedOn: day,
  lastShippedOn: day.nullable().default(null),
  currency: z.string().regex(/^[A-Z]{3}$/),
  newFamily: z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .describe('Family of the new equipment, where credit depends on it.'),
  consumption: consumption.nullable().default(null),
  lines: z.array(z.object({ sku, quantity })).max(1_000).default([]),
  tradeIns: z
    .array(z.object({ sku, quantity, serials: z.array(z.string().max(60)).max(MOST_UNITS).optional() }))
    .min(1)
    .max(1_000),
})

const commitment = z.object({
  line: z.int(),
  sku: z.string(),
  quantity: z.int(),
  firstRow: z.int(),
  credit: moneyView,
})
const orderDetail = orderView
  .extend({
    newFamily: z.string().nullable(),
    consumption: consumption.nullable(),
    lines: z.array(z.object({ line: z.int(), sku: z.string(), quantity: z.int() })),
    commitments: z.array(commitment),
  })
  .meta({ id: 'OrderDetail' })
const orderPage = pageOf(orderView, 'OrderPage', 2)

const MOST_IMPORT_BYTES = 32 * 1024 * 1024

export const orderOperations = (house: House<OrderFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'register-order',
    method: 'POST',
    path: '/orders',
    tag: 'Orders',
    status: 201,
    summary: 'Register an order for new equipment and the old devices it commits to',
    description: 'Grants the credits at once, allocated to each old unit. All problems are named together.',
    body: orderRequest,
    answers: orderView,
    refusals: [
      'order-invalid',
      'order-number-taken',
      'programme-not-found',
      'programme-version-not-found',
      'customer-not-found',
      'partner-not-found',
      'serial-reserved',
      'idempotency-key-reused',
    ],
    handle: ({ caller, body, requestKey }) => registerOneOrder(house, caller, body, requestKey),
  }),
  operation({
    id: 'import-orders',
    keyless: true,
    method: 'POST',
    path: '/order-imports',
    tag: 'Orders',
    summary: 'Register many orders from a CSV file',
    description: `One row per order line; columns ${importColumns.join(', ')}; ${optionalColumns.join(', ')} may be left out. Any wrong row refuses the whole file and all are named. Known order numbers are passed over.`,
    stream: { maxBytes: MOST_IMPORT_BYTES, mediaType: 'text/csv' },
    answers: z.object({ registered: z.int(), known: z.int(), rows: z.int() }).meta({ id: 'OrderImport' }),
    refusals: [
      'import-unreadable',
      'import-columns',
      'import-too-long',
      'import-invalid',
      'upload-too-large',
    ],
    handle: async ({ caller, request }) => {
      const answer = await importOrders(house, caller, streamedText(request, MOST_IMPORT_BYTES))
      return isRefused(answer) ? answer : { reply: answer }
    },
  }),
  operation({
    id: 'list-orders',
    method: 'GET',
    path: '/orders',
    tag: 'Orders',
    summary: 'Orders, newest first, a page at a time',
    query: pageQuery.extend({
      withoutCase: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: only orders with devices that no case has yet.'),
      customer: z.uuid().optional(),
      programme: z.string().max(60).optional(),
      search: z
        .string()
        .trim()
        .min(2)
        .max(60)
        .optional()
        .describe(
          'Beginning of the order number or the purchase order number. Of very many only some are looked at.',
        ),
    }),
    answers: orderPage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query: { withoutCase, customer, ...query } }) =>
      orderPage.answer(
        query,
        async (after, limit) =>
          (
            await ordersPage(
              house.db,
              {
                ...query,
                customers: customersOf(caller.scope, customer),
                withoutCase: withoutCase === 'true',
              },
              { after, limit },
            )
          ).map((row) => viewOfOrder(row, caller)),
        ({ registeredAt, id }) => [registeredAt, id],
      ),
  }),
  operation({
    id: 'read-order',
    method: 'GET',
    path: '/orders/{id}',
    tag: 'Orders',
    summary: 'One order with its lines and commitments',
    params: byId,
    answers: orderDetail,
    refusals: ['order-not-found'],
    handle: async ({ caller, params }) => {
      const row = await firstRow(house.db, orderById, [scopeValue(caller.scope), params.id])
      if (row === undefined) return { refused: 'order-not-found' }
      const [lines, commitments] = await Promise.all([
        rows(house.db, linesOf, [params.id]),
        rows(house.db, commitmentsOf, [params.id]),
      ])
      return {
        reply: {
          ...viewOfOrder(row, caller),
          newFamily: row.new_family,
          consumption: row.consumption,
          lines,
          commitments: commitments.map(({ first_row, credit_minor, ...one }) => ({
            ...one,
            firstRow: first_row,
            credit: money(credit_minor, row.currency),
          })),
        },
      }
    },
  }),
  operation({
    id: 'record-last-shipment',
    method: 'PUT',
    path: '/orders/{id}/last-shipment',
    tag: 'Orders',
    summary: 'Record the day on which the last new device of an order was shipped',
    description:
      'Where the programme’s clock starts with it, no case opens before it is known. It is fixed once the order has a case, whose due date follows from it.',
    params: byId,
    body: z.object({ on: day }),
    answers: orderView,
    refusals: [
      'order-not-found',
      'order-already-cancelled',
      'order-has-cases',
      'date-in-future',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      recordLastShipment(house, caller, { id: params.id, ifMatch, ...body }, requestKey),
  }),
  operation({
    id: 'cancel-order',
    method: 'POST',
    path: '/orders/{id}/cancellation',
    tag: 'Orders',
    summary: 'Take an order back on which no case was opened; every posting is reversed',
    params: byId,
    body: z.object({ reason: z.string().trim().min(3).max(1_000) }),
    answers: orderView,
    refusals: [
      'order-not-found',
      'order-already-cancelled',
      'order-has-cases',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      cancelOrder(house, caller, { id: params.id, ifMatch, ...body }, requestKey),
  }),
]
