import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { uploadedFile } from '../../../platform/http/upload.ts'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { caseParams, caseView, loadCase } from '../../cases/index.ts'
import { type Caller, operation } from '../../people/index.ts'
import type { FormFact } from '../facts.ts'
import type { FileFormat, FormReading } from '../rules/reading.ts'
import { formVersion, formVersionsPage } from '../storage/form-versions.ts'
import { applyForm } from '../use-cases/apply-form.ts'
import { confirmColumns } from '../use-cases/confirm-columns.ts'
import { markedForm, sheetOfForm } from '../use-cases/mark-form.ts'
import { MOST_FORM_BYTES, uploadForm } from '../use-cases/upload-form.ts'
import { blankForm, formOfCase } from '../use-cases/write-form.ts'
import { columnMapping, formSummary, formView, sheetView, summaryOfForm, viewOfForm } from '../view.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mediaTypes: Partial<Record<FileFormat, string>> = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  'show-chassis-hardware': 'text/plain',
}
const mediaTypeOf = ({ format }: FormReading): string =>
  (format === null ? undefined : mediaTypes[format]) ?? XLSX
const otherKinds = [...Object.values(mediaTypes), 'application/xml']
const versionParams = caseParams.extend({ version: z.coerce.number().int().min(1).max(100_000) })
const languageQuery = z.object({
  language: z.enum(languages).optional().describe('The reader’s when left out.'),
})
/** Of a file that was read once: they tell of a fault of ours or of its machine. */
const unreadable = ['form-unreadable', 'took-too-long', 'too-much-memory', 'reader-died'] as const
const formPage = pageOf(formSummary, 'FormPage')

export const formOperations = (house: House<FormFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'download-blank-form',
    method: 'GET',
    path: '/programmes/{id}/trade-in-form',
    tag: 'Trade-in forms',
    summary: 'The blank trade-in form as Excel',
    params: z.object({ id: z.string().max(60) }),
    query: languageQuery,
    file: XLSX,
    refusals: ['programme-not-found'],
    handle: async ({ params, query, language }) => blankForm(house, params.id, query.language ?? language),
  }),
  operation({
    id: 'download-form',
    method: 'GET',
    path: '/cases/{id}/trade-in-form',
    tag: 'Trade-in forms',
    summary: 'The trade-in form as Excel, filled with what the case knows',
    params: caseParams,
    query: languageQuery,
    file: XLSX,
    refusals: ['case-not-found'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      return isRefused(loaded) ? loaded : formOfCase(house, loaded, query.language ?? language)
    },
  }),
  operation({
    id: 'upload-form',
    method: 'POST',
    path: '/cases/{id}/forms',
    tag: 'Trade-in forms',
    status: 201,
    sameAgain: 'This file was handed in before: the version that is there.',
    summary: 'Hand in a filled form',
    description:
      'Answers what was understood: the changes it would make, and every problem with sheet, cell, found and expected. Nothing is applied yet. The same file again answers the version that is there (200). A list of one’s own (workbook or CSV) answers with the outcome `confirm-columns` and what its columns seem to be; output of `show chassis hardware` is read at once.',
    params: caseParams,
    upload: { maxBytes: MOST_FORM_BYTES, accepts: [XLSX, ...otherKinds] },
    answers: formView,
    refusals: [
      'case-not-found',
      'case-closed',
      'form-refused',
      'upload-missing',
      'upload-too-large',
      'storage-full',
      'infected',
      'scanner-unavailable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: async ({ caller, params, ifMatch, language, requestKey, request }) => {
      const upload = await uploadedFile(request, MOST_FORM_BYTES)
      return isRefused(upload)
        ? upload
        : uploadForm(house, caller, { caseId: params.id, ifMatch, language, ...upload }, requestKey)
    },
  }),
  operation({
    id: 'list-forms',
    method: 'GET',
    path: '/cases/{id}/forms',
    tag: 'Trade-in forms',
    summary: 'The versions of the form, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: formPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const waiting = loaded.row.form_waiting
      return formPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, formVersionsPage, [params.id, after ?? 0, limit])).map((row) =>
            summaryOfForm(row, { caller, waiting }),
          ),
        (form) => [form.formVersion],
      )
    },
  }),
  operation({
    id: 'read-form',
    method: 'GET',
    path: '/cases/{id}/forms/{version}',
    tag: 'Trade-in forms',
    summary: 'One version: what was read and what it would change',
    params: versionParams,
    answers: formView,
    refusals: ['case-not-found', 'form-not-found'],
    handle: async ({ caller, params, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const form = await firstRow(house.db, formVersion, [params.id, params.version])
      const reader = { house, caller, language, waiting: loaded.row.form_waiting }
      return form === undefined ? { refused: 'form-not-found' } : { reply: viewOfForm(form, reader) }
    },
  }),
  operation({
    id: 'download-form-file',
    method: 'GET',
    path: '/cases/{id}/forms/{version}/file',
    tag: 'Trade-in forms',
    summary: 'The file as it was handed in',
    params: versionParams,
    file: XLSX,
    refusals: ['case-not-found', 'form-not-found'],
    handle: async ({ caller, params }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const form = await firstRow(house.db, formVersion, [params.id, params.version])
      if (form === undefined) return { refused: 'form-not-found' }
      return {
        file: house.files.read(form.file.toString('hex')),
        mediaType: mediaTypeOf(form.reading),
        fileName: form.file_name,
      }
    },
  }),
  operation({
    id: 'download-marked-form',
    method: 'GET',
    path: '/cases/{id}/forms/{version}/marked-file',
    tag: 'Trade-in forms',
    summary: 'The file as it was handed in, with every problem marked in its cell',
    description:
      'Each problem colours its cell and stands in a note on it; one added sheet lists them all. Everything else is as it was. Corrected, the file can be uploaded as it is.',
    params: versionParams,
    query: languageQuery,
    file: XLSX,
    refusals: ['case-not-found', 'form-not-found', ...unreadable],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const marked = await markedForm(house, { ...params, language: query.language ?? language })
      return isRefused(marked) ? marked : { ...marked, mediaType: XLSX }
    },
  }),
  operation({
    id: 'read-form-sheet',
    method: 'GET',
    path: '/cases/{id}/forms/{version}/sheet',
    tag: 'Trade-in forms',
    summary: 'The cells of a sheet as they stand in the file, 200 rows at a time',
    description: 'At most 60 columns and 500 characters of a cell. The file itself is never shown.',
    params: versionParams,
    query: z.object({
      sheet: z.string().max(200).optional().describe('The first visible one when left out.'),
      after: z.coerce.number().int().min(0).max(1_048_576).default(0).describe('`next` of the piece before.'),
    }),
    answers: sheetView,
    refusals: ['case-not-found', 'form-not-found', 'sheet-not-found', ...unreadable],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const sheet = await sheetOfForm(house, { ...params, sheet: query.sheet, after: query.after })
      return isRefused(sheet) ? sheet : { reply: { ...sheet, sheets: [...sheet.sheets] } }
    },
  }),
  operation({
    id: 'confirm-form-columns',
    method: 'PUT',
    path: '/cases/{id}/forms/{version}/columns',
    tag: 'Trade-in forms',
    summary: 'Say which column of a list of one’s own is which',
    description:
      'The file is read again with it and answers like an upload; it may be said again until the form is applied. The next list with the same headings is suggested so.',
    params: versionParams,
    body: columnMapping,
    answers: formView,
    refusals: [
      'case-not-found',
      'form-not-found',
      'form-has-no-columns',
      'form-superseded',
      'form-refused',
      'columns-unusable',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, body, ifMatch, language, requestKey }) =>
      confirmColumns(
        house,
        caller,
        { caseId: params.id, version: params.version, mapping: body, ifMatch, language },
        requestKey,
      ),
  }),
  operation({
    id: 'apply-form',
    method: 'POST',
    path: '/cases/{id}/forms/{version}/application',
    tag: 'Trade-in forms',
    summary: 'Take over what the form says',
    description:
      'Send the ETag of the case as `If-Match` to be sure that nobody changed it since the difference was shown.',
    params: versionParams,
    answers: caseView,
    refusals: [
      'case-not-found',
      'form-not-found',
      'form-has-problems',
      'form-superseded',
      'form-no-longer-fits',
      'serial-reserved',
      'version-conflict',
      'idempotency-key-reused',
    ],
    handle: ({ caller, params, ifMatch, language, requestKey }) =>
      applyForm(house, caller, { caseId: params.id, version: params.version, ifMatch, language }, requestKey),
  }),
]
