import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { readCaseNumber } from '../../../values/identifiers.ts'
import { type Caller, operation } from '../../people/index.ts'
import { receiptById, scansPage, unmatchedPage } from '../storage/receipts.ts'
import { assignGoods } from '../use-cases/assign-goods.ts'
import { openReceipt, scanDevice } from '../use-cases/scan-device.ts'
import type { TakeInFact } from '../use-cases/take-in.ts'
import { scanView, unmatchedView, viewOfScan, viewOfUnmatched } from '../view.ts'

const byId = z.object({ id: z.uuid() })
const receiptView = z
  .object({
    id: z.uuid(),
    site: z.string(),
    reference: z.string().nullable(),
    scans: z.int(),
    held: z.int(),
    openedAt: z.string(),
  })
  .meta({ id: 'Receipt' })
const scanPage = pageOf(scanView, 'ScanPage')
const goodsPage = pageOf(unmatchedView, 'UnmatchedGoodsPage', 3)

export const receivingOperations = (house: House<TakeInFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'open-receipt',
    method: 'POST',
    path: '/receipts',
    tag: 'Receiving',
    status: 201,
    summary: 'Begin to receive: a truck, a pallet, a shift',
    body: z.object({
      site: z.string().trim().min(1).max(60),
      reference: z.string().trim().min(1).max(100).nullable().default(null),
    }),
    answers: receiptView,
    refusals: ['idempotency-key-reused'],
    handle: ({ caller, body, requestKey }) => openReceipt(house, caller, body, requestKey),
  }),
  operation({
    id: 'read-receipt',
    method: 'GET',
    path: '/receipts/{id}/scans',
    tag: 'Receiving',
    summary: 'What was scanned in a receipt, a page at a time',
    params: byId,
    query: pageQuery,
    answers: scanPage.schema,
    refusals: ['receipt-not-found', 'cursor-invalid'],
    handle: async ({ params, query }) => {
      if ((await firstRow(house.db, receiptById, [params.id])) === undefined)
        return { refused: 'receipt-not-found' }
      return scanPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, scansPage, [params.id, after ?? 0, limit])).map((row) => viewOfScan(row)),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'scan-device',
    method: 'POST',
    path: '/receipts/{id}/scans',
    tag: 'Receiving',
    status: 201,
    summary: 'Scan one device: expected, or what else it is',
    description:
      'Blind: the serial decides. Nothing is lost; what matches nothing is held as unmatched goods.',
    params: byId,
    body: z.object({
      serial: z.string().trim().min(1).max(100),
      sku: z.string().trim().min(1).max(60).nullable().default(null),
      caseNumber: z
        .string()
        .trim()
        .min(1)
        .max(40)
        .nullable()
        .default(null)
        .describe('From our label on the box, if there was one.'),
      note: z.string().trim().max(1_000).nullable().default(null),
    }),
    answers: scanView,
    refusals: ['receipt-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, body, requestKey }) =>
      scanDevice(house, caller, { receiptId: params.id, ...body }, requestKey),
  }),
  operation({
    id: 'list-unmatched-goods',
    method: 'GET',
    path: '/unmatched-goods',
    tag: 'Receiving',
    summary: 'Goods that are held until somebody knows whose they are',
    query: pageQuery,
    answers: goodsPage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ query }) =>
      goodsPage.answer(
        query,
        async ([at, receipt, number], limit) =>
          (await rows(house.db, unmatchedPage, [at ?? null, receipt ?? null, number ?? null, limit])).map(
            viewOfUnmatched,
          ),
        ({ heldAt, receiptId, number }) => [heldAt, receiptId, number],
      ),
  }),
  operation({
    id: 'assign-unmatched-goods',
    method: 'POST',
    path: '/unmatched-goods/{id}/{number}/assignment',
    tag: 'Receiving',
    summary: 'Say whose held goods are',
    description: 'They are received for that unit, with the serial number that was really on them.',
    params: byId.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
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
