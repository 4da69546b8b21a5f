import { z } from 'zod'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { uploadedFile } from '../../../platform/http/upload.ts'
import { isRefused } from '../../../values/refusal.ts'
import { type Caller, operation } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import {
  attachmentsByNumber,
  attachmentsOfMessages,
  attachmentsPage,
  messagesPage,
} from '../storage/thread.ts'
import { attachmentView, messageView, viewOfAttachment, viewOfMessage } from '../thread-view.ts'
import { addAttachment, MOST_ATTACHMENT_BYTES } from '../use-cases/add-attachment.ts'
import { loadCase } from '../use-cases/case-chain.ts'
import { postMessage, settleThread } from '../use-cases/post-message.ts'
import { caseView } from '../view.ts'
import { caseParams } from './operations.ts'

const attachmentNumber = z.coerce.number().int().min(1).max(100_000)
const attachmentPage = pageOf(attachmentView, 'AttachmentPage')
const messagePage = pageOf(messageView, 'MessagePage')

/** The thread of a case: who works on it and the vendor write to each other, with files. */
export const threadOperations = (house: House<CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'add-attachment',
    method: 'POST',
    path: '/cases/{id}/attachments',
    tag: 'Cases',
    status: 201,
    summary: 'Hand in a file for a message',
    description:
      'Of any kind. Name its number in the message that it belongs to; before that it waits for one.',
    params: caseParams,
    upload: { maxBytes: MOST_ATTACHMENT_BYTES, accepts: ['*/*'] },
    answers: attachmentView,
    refusals: [
      'case-not-found',
      'empty-file',
      'upload-missing',
      'upload-too-large',
      'storage-full',
      'infected',
      'scanner-unavailable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, ifMatch, requestKey, request }) => {
      const upload = await uploadedFile(request, MOST_ATTACHMENT_BYTES)
      return isRefused(upload)
        ? upload
        : addAttachment(house, caller, { caseId: params.id, ifMatch, ...upload }, requestKey)
    },
  }),
  operation({
    id: 'list-attachments',
    method: 'GET',
    path: '/cases/{id}/attachments',
    tag: 'Cases',
    summary: 'The files of the thread, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: attachmentPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return attachmentPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, attachmentsPage, [params.id, after ?? 0, limit])).map(viewOfAttachment),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'download-attachment',
    method: 'GET',
    path: '/cases/{id}/attachments/{number}',
    tag: 'Cases',
    summary: 'The file as it was handed in, to be saved',
    params: caseParams.extend({ number: attachmentNumber }),
    file: 'application/octet-stream',
    refusals: ['case-not-found', 'attachment-not-found'],
    handle: async ({ caller, params }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const [row] = await rows(house.db, attachmentsByNumber, [params.id, [params.number]])
      if (row === undefined) return { refused: 'attachment-not-found' }
      const { file, media_type: mediaType, file_name: fileName } = row
      return { file: house.files.read(file.toString('hex')), mediaType, fileName }
    },
  }),
  operation({
    id: 'list-messages',
    method: 'GET',
    path: '/cases/{id}/messages',
    tag: 'Cases',
    summary: 'What was written, newest first, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: messagePage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return messagePage.answer(
        query,
        async ([before], limit) => {
          const messages = await rows(house.db, messagesPage, [params.id, before ?? null, limit])
          const numbers = messages.map(({ number }) => number)
          const attachments = await rows(house.db, attachmentsOfMessages, [params.id, numbers])
          return messages.map((message) => viewOfMessage(message, attachments))
        },
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'post-message',
    method: 'POST',
    path: '/cases/{id}/messages',
    tag: 'Cases',
    status: 201,
    summary: 'Write to the others who work on the case',
    description:
      'What customer or partner write waits for the vendor’s answer, from the first of several messages on. A closed case can be written to as well.',
    params: caseParams,
    body: z.object({
      text: z.string().trim().min(1).max(10_000),
      attachments: z
        .array(z.int().min(1).max(100_000))
        .max(50)
        .default([])
        .describe('Numbers of files that the own organisation handed in and that no message has yet.'),
    }),
    answers: messageView,
    refusals: ['case-not-found', 'attachments-not-usable', 'version-conflict', 'idempotency-key-reused'],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      postMessage(house, caller, { caseId: params.id, ifMatch, ...body }, requestKey),
  }),
  operation({
    id: 'settle-thread',
    method: 'POST',
    path: '/cases/{id}/thread/settlement',
    tag: 'Cases',
    summary: 'Say that what was written needs no answer',
    params: caseParams,
    answers: caseView,
    refusals: ['case-not-found', 'thread-not-waiting', 'version-conflict', 'idempotency-key-reused'],
    handle: ({ caller, params, ifMatch, language, requestKey }) =>
      settleThread(house, caller, { caseId: params.id, ifMatch, language }, requestKey),
  }),
]
