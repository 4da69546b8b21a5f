import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { uploadedFile } from '../../../platform/http/upload.ts'
import { isRefused } from '../../../values/refusal.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import { photoOfScan, receiptById, receiptsPage, scansPage, sitesPage } from '../storage/receipts.ts'
import { addPhoto, MOST_PHOTO_BYTES, photoKinds } from '../use-cases/add-photo.ts'
import { closeReceipt, openReceipt } from '../use-cases/receipts.ts'
import { scanDevice } from '../use-cases/scan-device.ts'
import type { TakeInFact } from '../use-cases/take-in.ts'
import { receiptView, scanView, siteView, viewOfReceipt, viewOfScan } from '../view.ts'
import { unmatchedOperations } from './unmatched-operations.ts'

const byId = z.object({ id: z.uuid() })
const byScan = byId.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const receiptPage = pageOf(receiptView, 'ReceiptPage', 3)
const sitePage = pageOf(siteView, 'ReceivingSitePage', 2)
const scanPage = pageOf(scanView, 'ScanPage')

export const receivingOperations = (house: House<TakeInFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-sites',
    method: 'GET',
    path: '/receiving-sites',
    tag: 'Receiving',
    summary: 'The docks that the programmes ship to, a page at a time',
    query: pageQuery,
    answers: sitePage.schema,
    refusals: ['cursor-invalid'],
    handle: async ({ query }) => {
      const page = await sitePage.answer(
        query,
        async ([id, key], limit) => rows(house.db, sitesPage, [id ?? null, key ?? null, limit]),
        ({ id, key }) => [id, key],
      )
      if (isRefused(page)) return page
      const { items, next } = page.reply
      return { reply: { items: items.map(({ key, ...site }) => site), next } }
    },
  }),
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
    id: 'list-receipts',
    method: 'GET',
    path: '/receipts',
    tag: 'Receiving',
    summary: 'Receipts, the open ones first and the newest of them before the others, a page at a time',
    description: 'A dock sees those of its own organisation.',
    query: pageQuery.extend({ open: flag.optional() }),
    answers: receiptPage.schema,
    refusals: ['cursor-invalid'],
    handle: ({ caller, query }) =>
      receiptPage.answer(
        query,
        async ([isOpen, at, id], limit) =>
          (
            await rows(house.db, receiptsPage, [
              scopeValue(caller.scope),
              query.open ?? null,
              isOpen ?? null,
              at ?? null,
              id ?? null,
              limit,
            ])
          ).map((row) => viewOfReceipt(row, caller)),
        ({ closedAt, openedAt, id }) => [closedAt === null ? 'true' : 'false', openedAt, id],
      ),
  }),
  operation({
    id: 'close-receipt',
    method: 'POST',
    path: '/receipts/{id}/closing',
    tag: 'Receiving',
    summary: 'Everything is scanned: nothing more comes into this receipt',
    params: byId,
    answers: receiptView,
    refusals: ['receipt-not-found', 'idempotency-key-reused'],
    handle: ({ caller, params, requestKey }) => closeReceipt(house, caller, params.id, requestKey),
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
    handle: async ({ caller, params, query }) => {
      if ((await firstRow(house.db, receiptById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'receipt-not-found' }
      return scanPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, scansPage, [params.id, after ?? 0, limit])).map((row) =>
            viewOfScan(row, caller),
          ),
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
      'Blind: the serial decides. Nothing is lost; what matches nothing is held as unmatched goods, and so is what nobody can read (`unreadable`), best with a photograph.',
    params: byId,
    body: z
      .object({
        serial: z.string().trim().min(1).max(100).nullable().default(null),
        unreadable: z
          .boolean()
          .default(false)
          .describe('There is no label, or nobody can read it. Then the serial number may be left out.'),
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
      })
      .refine(({ serial, unreadable }) => serial !== null || unreadable, { path: ['serial'] }),
    answers: scanView,
    refusals: ['receipt-not-found', 'receipt-closed', 'idempotency-key-reused'],
    handle: ({ caller, params, body: { unreadable, serial, ...body }, requestKey }) =>
      scanDevice(
        house,
        caller,
        { receiptId: params.id, serial: unreadable ? null : serial, ...body },
        requestKey,
      ),
  }),
  operation({
    id: 'add-photo',
    method: 'POST',
    path: '/receipts/{id}/scans/{number}/photos',
    tag: 'Receiving',
    status: 201,
    summary: 'A photograph of what was scanned',
    description:
      'JPEG, PNG or WebP. What is kept is drawn anew from it: without place, time and make of the camera.',
    params: byScan,
    upload: { maxBytes: MOST_PHOTO_BYTES, accepts: photoKinds },
    answers: scanView,
    refusals: [
      'receipt-not-found',
      'scan-not-found',
      'too-many-photos',
      'upload-missing',
      'upload-too-large',
      'storage-full',
      'infected',
      'scanner-unavailable',
      'picture-kind',
      'picture-damaged',
      'page-not-found',
      'too-many-pixels',
      'took-too-long',
      'too-much-memory',
      'reader-died',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, requestKey, request }) => {
      const upload = await uploadedFile(request, MOST_PHOTO_BYTES)
      return isRefused(upload)
        ? upload
        : addPhoto(
            house,
            caller,
            { receiptId: params.id, number: params.number, file: upload.file },
            requestKey,
          )
    },
  }),
  operation({
    id: 'read-photo',
    method: 'GET',
    path: '/receipts/{id}/scans/{number}/photos/{photo}',
    tag: 'Receiving',
    summary: 'A photograph, as a picture to look at',
    params: byScan.extend({ photo: z.coerce.number().int().min(1).max(1_000) }),
    file: 'image/jpeg',
    refusals: ['receipt-not-found', 'photo-not-found'],
    handle: async ({ caller, params }) => {
      if ((await firstRow(house.db, receiptById, [scopeValue(caller.scope), params.id])) === undefined)
        return { refused: 'receipt-not-found' }
      const found = await firstRow(house.db, photoOfScan, [params.id, params.number, params.photo])
      if (found === undefined) return { refused: 'photo-not-found' }
      return {
        file: house.files.read(found.file.toString('hex')),
        mediaType: 'image/jpeg',
        fileName: `photo-${params.number}-${params.photo}.jpg`,
        inline: true,
      }
    },
  }),
  ...unmatchedOperations(house),
]
