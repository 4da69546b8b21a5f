import { z } from 'zod'
import { type MessageKey, message } from '../../messages/index.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../values/language.ts'
import type { Caller } from '../people/index.ts'
import type { FormFact } from './facts.ts'
import { mappedFields } from './rules/column-mapping.ts'
import type { DiffEntry } from './rules/diff.ts'
import { lineFields } from './rules/fields.ts'
import type { FormReading } from './rules/reading.ts'
import type { FormVersionRow } from './storage/form-versions.ts'
import { problemsIn } from './use-cases/word-problems.ts'

const problem = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    sheet: z.string().nullable(),
    cell: z.string().nullable(),
    row: z.int().nullable().describe('The device of the case that the line speaks of, where it names one.'),
    sheetRow: z.int().nullable().describe('The line on the sheet of the devices.'),
    found: z.string().nullable(),
    expected: z.string().nullable(),
    message: z.string().describe('In the reader’s language.'),
  })
  .meta({ id: 'FormProblem' })

export const formSummary = z
  .object({
    caseId: z.string(),
    formVersion: z.int(),
    fileName: z.string(),
    size: z.int(),
    sha256: z.string(),
    outcome: z
      .enum(['read', 'read-with-problems', 'confirm-columns'])
      .describe('`confirm-columns`: a list of one’s own; `columns` waits for a person.'),
    errors: z.int().describe('While there are any, the form cannot be applied.'),
    uploadedAt: z.string(),
    uploadedByName: z.string().nullable(),
    appliedAt: z.string().nullable(),
    appliedByName: z.string().nullable(),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
  })
  .meta({ id: 'FormSummary' })

const mappingColumns = z.record(z.string().regex(/^[A-Z]{1,3}$/), z.enum(mappedFields))
export const columnMapping = z
  .object({
    sheet: z.string().max(200),
    headingRow: z
      .int()
      .min(0)
      .max(1_048_576)
      .describe('Lines begin below it; 0 for a list without headings.'),
    columns: mappingColumns.describe('By column letters; columns that are not named are not read.'),
    route: z
      .enum(['return', 'destroy'])
      .nullable()
      .default(null)
      .describe('For lines that say nothing of it; null leaves the route that each device has.'),
    leaveOut: z
      .array(z.int().min(1).max(1_048_576))
      .max(10_000)
      .default([])
      .describe('Rows of the sheet that are not to be read.'),
  })
  .meta({ id: 'ColumnMapping' })

const suggestedColumns = z
  .object({
    sheet: z.string(),
    headingRow: z.int(),
    remembered: z.boolean().describe('A person of this customer confirmed a list of this shape before.'),
    route: z.enum(['return', 'destroy']).nullable(),
    columns: z.array(
      z.object({
        column: z.string().describe('Such as `F`.'),
        heading: z.string().nullable(),
        field: z.enum(mappedFields).nullable().describe('What it was taken for; null for nothing.'),
        confidence: z.number().describe('0 to 1; 1 only for what a person confirmed before.'),
        why: z.array(z.string()).describe('In the reader’s language.'),
        samples: z.array(z.string()).describe('The first different texts in it.'),
      }),
    ),
    fields: z
      .array(z.object({ field: z.enum(mappedFields), label: z.string() }))
      .describe('What a column can be, with the names that the form has for it.'),
    confirmed: columnMapping.nullable().describe('How it was read, once somebody confirmed it.'),
  })
  .meta({ id: 'FormColumns' })

export const formView = formSummary
  .extend({
    header: z.record(z.string(), z.unknown()),
    lines: z.int(),
    problems: z.array(problem),
    columns: suggestedColumns.nullable().describe('Of a list that is not our form; else null.'),
    diff: z
      .array(
        z.object({
          row: z.int(),
          sku: z.string(),
          field: z.string(),
          fieldLabel: z.string().describe('In the reader’s language, as on the form.'),
          from: z.unknown(),
          fromText: z.string().nullable().describe('As a person reads it; null for nothing.'),
          to: z.unknown(),
          toText: z.string().nullable(),
        }),
      )
      .describe('What applying it would change.'),
  })
  .meta({ id: 'Form' })
export type FormView = z.output<typeof formView>

export const sheetView = z
  .object({
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    sheet: z.string(),
    rows: z.array(
      z.object({
        row: z.int(),
        hidden: z.boolean(),
        cells: z.array(
          z.object({
            cell: z.string().describe('Such as `F17`.'),
            text: z.string(),
            problems: z.array(z.string()).describe('Codes of what is wrong in it.'),
          }),
        ),
      }),
    ),
    next: z.int().nullable().describe('`after` of the next piece; null on the last.'),
  })
  .meta({ id: 'FormSheet' })

/** Who reads, and which version of the case waits to be applied. */
export interface FormReader {
  readonly house: Pick<House<FormFact>, 'texts'>
  readonly caller: Pick<Caller, 'mayFor'>
  readonly language: Language
  readonly waiting: number | null
}

export const summaryOfForm = (
  row: Omit<FormVersionRow, 'reading' | 'diff'>,
  { caller, waiting }: Pick<FormReader, 'caller' | 'waiting'>,
): z.output<typeof formSummary> => ({
  caseId: row.case_id,
  formVersion: row.version,
  fileName: row.file_name,
  size: row.size,
  sha256: row.file.toString('hex'),
  outcome: row.outcome,
  errors: row.problems,
  uploadedAt: row.uploaded_at,
  uploadedByName: row.uploaded_by_name,
  appliedAt: row.applied_at,
  appliedByName: row.applied_by_name,
  actions: formActions(row, waiting).filter(caller.mayFor(row.customer_id)),
})

function formActions(
  {
    version,
    outcome,
    problems,
    mapping,
  }: Pick<FormVersionRow, 'version' | 'outcome' | 'problems' | 'mapping'>,
  waiting: number | null,
): string[] {
  const actions: [string, boolean][] = [
    ['apply-form', waiting === version && problems === 0],
    ['confirm-form-columns', waiting === version && (outcome === 'confirm-columns' || mapping !== null)],
    ['read-form-sheet', true],
    ['download-form-file', true],
    ['download-marked-form', outcome === 'read-with-problems'],
  ]
  return actions.filter(([, possible]) => possible).map(([operation]) => operation)
}

export function viewOfForm(row: FormVersionRow, reader: FormReader): FormView {
  const rowOf = new Map(row.reading.lines.map((line) => [line.sheetRow, line.row]))
  return {
    ...summaryOfForm(row, reader),
    header: row.reading.header,
    lines: row.reading.lines.length,
    problems: problemsIn(reader.house, row.reading, reader.language).map((one) => {
      const sheetRow = sheetRowOf(one, row.reading)
      return { ...one, sheetRow, row: sheetRow === null ? null : (rowOf.get(sheetRow) ?? null) }
    }),
    columns: columnsInWords(row, reader.language),
    diff: row.diff.map((entry) => ({ ...entry, ...inWords(entry, reader.language) })),
  }
}

function columnsInWords(
  { reading, mapping }: FormVersionRow,
  language: Language,
): z.output<typeof suggestedColumns> | null {
  const { columns } = reading
  if (columns === undefined) return null
  const { sheet, headingRow, remembered, route } = columns
  return {
    sheet,
    headingRow,
    remembered,
    route,
    columns: columns.columns.map(({ reasons, samples, ...column }) => ({
      ...column,
      samples: [...samples],
      why: reasons.map(({ code, ...values }) => message(language, 'forms', `column.why.${code}`, values)),
    })),
    fields: mappedFields.map((field) => ({ field, label: message(language, 'forms', `line.${field}`) })),
    confirmed: mapping === null ? null : { ...mapping, leaveOut: [...mapping.leaveOut] },
  }
}

const sheetRowOf = (
  { sheet, cell }: { readonly sheet: string | null; readonly cell: string | null },
  { place }: FormReading,
): number | null =>
  place === undefined || sheet !== place.sheet || cell === null
    ? null
    : Number(/\d+$/.exec(cell)?.[0] ?? 0) || null

const fieldsByKey = new Map(lineFields.map((field) => [field.key as string, field]))

function inWords({ field, from, to }: DiffEntry, language: Language) {
  const known = fieldsByKey.get(field)
  const set = field === 'serialMark' ? 'serialMark' : known?.type === 'yes-no' ? 'yesNo' : known?.choices
  const text = (value: unknown): string | null => {
    if (value === null || value === undefined) return null
    const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value as string | number}`
    if (set !== undefined) return message(language, 'forms', `choice.${set}.${code}` as MessageKey<'forms'>)
    return code
  }
  const label = known === undefined ? 'field.serialMark' : `line.${field}`
  return {
    fieldLabel: message(language, 'forms', label as MessageKey<'forms'>),
    fromText: text(from),
    toText: text(to),
  }
}
