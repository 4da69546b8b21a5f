import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { uploadedFile } from '../../../platform/http/upload.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { type CaseFact, caseParams, loadCase } from '../../cases/index.ts'
import { type Caller, operation } from '../../people/index.ts'
import type { CertificateFact } from '../facts.ts'
import { certificateByNumber, certificatesPage } from '../storage/certificates.ts'
import { decideCertificate } from '../use-cases/decide-certificate.ts'
import { drawSignedPage } from '../use-cases/draw-signed-page.ts'
import { issueCertificate } from '../use-cases/issue-certificate.ts'
import { MOST_SIGNED_BYTES, submitCertificate } from '../use-cases/submit-certificate.ts'
import { writePaper } from '../use-cases/write-paper.ts'
import { certificateView, viewOfCertificate } from '../view.ts'

const numberParams = caseParams.extend({ number: z.coerce.number().int().min(1).max(100_000) })
const unitRows = z.array(z.int().min(1).max(100_000)).min(1).max(10_000)
const note = z.string().trim().max(2_000).default('')
const certificatePage = pageOf(certificateView, 'CertificatePage')

export const certificateOperations = (house: House<CertificateFact | CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'issue-certificate',
    method: 'POST',
    path: '/cases/{id}/certificates',
    tag: 'Certificates',
    status: 201,
    summary: 'Issue the certificate form for devices that are to be destroyed',
    params: caseParams,
    body: z.object({
      rows: unitRows.optional().describe('Without it all devices of the case that are to be destroyed.'),
    }),
    answers: certificateView,
    refusals: [
      'case-not-found',
      'no-units-to-destroy',
      'units-not-to-destroy',
      'route-not-offered',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      issueCertificate(house, caller, { caseId: params.id, rows: body.rows, ifMatch }, requestKey),
  }),
  operation({
    id: 'list-certificates',
    method: 'GET',
    path: '/cases/{id}/certificates',
    tag: 'Certificates',
    summary: 'The certificates of a case, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: certificatePage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return certificatePage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, certificatesPage, [params.id, after ?? 0, limit])).map((row) =>
            viewOfCertificate(row, loaded.ofOrder.currency, caller),
          ),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'read-certificate',
    method: 'GET',
    path: '/cases/{id}/certificates/{number}',
    tag: 'Certificates',
    summary: 'One certificate and where it stands',
    params: numberParams,
    answers: certificateView,
    refusals: ['case-not-found', 'certificate-not-found'],
    handle: async ({ caller, params }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const certificate = await firstRow(house.db, certificateByNumber, [params.id, params.number])
      return certificate === undefined
        ? { refused: 'certificate-not-found' }
        : { reply: viewOfCertificate(certificate, loaded.ofOrder.currency, caller) }
    },
  }),
  operation({
    id: 'download-certificate',
    method: 'GET',
    path: '/cases/{id}/certificates/{number}/paper',
    tag: 'Certificates',
    summary: 'The certificate form as PDF, to print and sign',
    params: numberParams,
    query: z.object({
      language: z.enum(languages).optional(),
      paper: z.enum(['a4', 'letter']).default('a4'),
    }),
    file: 'application/pdf',
    refusals: ['case-not-found', 'certificate-not-found'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return writePaper(house, loaded, {
        number: params.number,
        language: query.language ?? language,
        paper: query.paper,
      })
    },
  }),
  operation({
    id: 'submit-signed-certificate',
    method: 'POST',
    path: '/cases/{id}/certificates/{number}/signed-document',
    tag: 'Certificates',
    status: 201,
    summary: 'Hand in the signed certificate as PDF or JPEG',
    params: numberParams,
    upload: { maxBytes: MOST_SIGNED_BYTES, accepts: ['application/pdf', 'image/jpeg'] },
    answers: certificateView,
    refusals: [
      'case-not-found',
      'certificate-not-found',
      'certificate-not-open',
      'certificate-serials-missing',
      'certificate-outdated',
      'media-type-not-accepted',
      'upload-missing',
      'upload-too-large',
      'document-too-large',
      'not-pdf-or-jpeg',
      'empty-file',
      'pdf-truncated',
      'pdf-damaged',
      'pdf-encrypted',
      'pdf-with-javascript',
      'pdf-with-action',
      'pdf-with-embedded-files',
      'pdf-without-pages',
      'too-many-pages',
      'jpeg-truncated',
      'jpeg-damaged',
      'too-many-pixels',
      'took-too-long',
      'too-much-memory',
      'reader-died',
      'storage-full',
      'infected',
      'scanner-unavailable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, ifMatch, requestKey, request }) => {
      const upload = await uploadedFile(request, MOST_SIGNED_BYTES)
      return isRefused(upload)
        ? upload
        : submitCertificate(
            house,
            caller,
            { caseId: params.id, number: params.number, ifMatch, ...upload },
            requestKey,
          )
    },
  }),
  operation({
    id: 'download-signed-certificate',
    method: 'GET',
    path: '/cases/{id}/certificates/{number}/signed-document',
    tag: 'Certificates',
    summary: 'The signed document as it was handed in',
    params: numberParams,
    file: 'application/octet-stream',
    refusals: ['case-not-found', 'certificate-not-found'],
    handle: async ({ caller, params }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const certificate = await firstRow(house.db, certificateByNumber, [params.id, params.number])
      if (certificate === undefined || certificate.file === null) return { refused: 'certificate-not-found' }
      return {
        file: house.files.read(certificate.file.toString('hex')),
        mediaType: certificate.media_type ?? 'application/octet-stream',
        fileName: certificate.file_name ?? 'certificate',
      }
    },
  }),
  operation({
    id: 'read-signed-document-page',
    method: 'GET',
    path: '/cases/{id}/certificates/{number}/signed-document/pages/{page}',
    tag: 'Certificates',
    summary: 'A page of the signed document, as a picture to look at',
    description:
      'Drawn by the server from the PDF or JPEG that was handed in; nothing of that file itself is in it.',
    params: numberParams.extend({ page: z.coerce.number().int().min(1).max(1_000) }),
    query: z.object({
      width: z.coerce.number().int().min(50).max(2_000).default(1_200).describe('In pixels.'),
    }),
    file: 'image/jpeg',
    refusals: [
      'case-not-found',
      'certificate-not-found',
      'page-not-found',
      'picture-kind',
      'picture-damaged',
      'too-many-pixels',
      'took-too-long',
      'too-much-memory',
      'reader-died',
    ],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      return isRefused(loaded) ? loaded : drawSignedPage(house, { ...params, ...query })
    },
  }),
  operation({
    id: 'decide-certificate',
    method: 'PUT',
    path: '/cases/{id}/certificates/{number}/decision',
    tag: 'Certificates',
    summary: 'Accept a signed certificate, or reject it with a code of the programme',
    params: numberParams,
    body: z.discriminatedUnion('decision', [
      z.object({
        decision: z.literal('accept'),
        rows: unitRows.optional().describe('Only these devices are named on the document.'),
        note,
      }),
      z.object({ decision: z.literal('reject'), reason: z.string().max(60), note }),
    ]),
    answers: certificateView,
    refusals: [
      'case-not-found',
      'certificate-not-found',
      'certificate-not-in-review',
      'certificate-covers-nothing',
      'units-not-on-certificate',
      'rejection-code-unknown',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, requestKey }) =>
      decideCertificate(
        house,
        caller,
        { caseId: params.id, number: params.number, ifMatch, choice: body },
        requestKey,
      ),
  }),
]
