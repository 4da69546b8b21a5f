import { z } from 'zod'
import type { FormVersionRow } from './storage/form-versions.ts'

const problem = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    sheet: z.string().nullable(),
    cell: z.string().nullable(),
    found: z.string().nullable(),
    expected: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'FormProblem' })

export const formSummary = z
  .object({
    caseId: z.string(),
    formVersion: z.int(),
    fileName: z.string(),
    size: z.int(),
    sha256: z.string(),
    outcome: z.enum(['read', 'read-with-problems']),
    errors: z.int().describe('While there are any, the form cannot be applied.'),
    uploadedAt: z.string(),
    appliedAt: z.string().nullable(),
  })
  .meta({ id: 'FormSummary' })

export const formView = formSummary
  .extend({
    header: z.record(z.string(), z.unknown()),
    lines: z.int(),
    problems: z.array(problem),
    diff: z
      .array(
        z.object({ row: z.int(), sku: z.string(), field: z.string(), from: z.unknown(), to: z.unknown() }),
      )
      .describe('What applying it would change.'),
  })
  .meta({ id: 'Form' })
export type FormView = z.output<typeof formView>

export const summaryOfForm = (
  row: Omit<FormVersionRow, 'reading' | 'diff'>,
): z.output<typeof formSummary> => ({
  caseId: row.case_id,
  formVersion: row.version,
  fileName: row.file_name,
  size: row.size,
  sha256: row.file.toString('hex'),
  outcome: row.outcome,
  errors: row.problems,
  uploadedAt: row.uploaded_at,
  appliedAt: row.applied_at,
})
export const viewOfForm = (row: FormVersionRow): FormView => ({
  ...summaryOfForm(row),
  header: row.reading.header,
  lines: row.reading.lines.length,
  problems: [...row.reading.problems],
  diff: [...row.diff],
})
