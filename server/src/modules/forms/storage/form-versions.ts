import { sql } from '../../../platform/database/pool.ts'
import type { DiffEntry } from '../rules/diff.ts'
import type { FormReading } from '../rules/reading.ts'

export interface FormVersionRow {
  case_id: string
  version: number
  file: Buffer
  file_name: string
  size: number
  outcome: 'read' | 'read-with-problems'
  problems: number
  reading: FormReading
  diff: DiffEntry[]
  uploaded_at: string
  applied_at: string | null
}
export const formVersion = sql<FormVersionRow>(
  'form-version',
  'select * from form_version where case_id = $1 and version = $2',
)
export const formVersionByFile = sql<FormVersionRow>(
  'form-version-by-file',
  'select * from form_version where case_id = $1 and file = $2',
)
export const formVersionsPage = sql<Omit<FormVersionRow, 'reading' | 'diff'>>(
  'form-versions-page',
  `select case_id, version, file, file_name, size, outcome, problems, uploaded_at, applied_at from form_version
    where case_id = $1 and version > $2 order by version limit $3`,
)
/** What the customer last said about pickup and sender; forms that were not applied do not count. */
export const lastAppliedHeader = sql<{ header: FormReading['header'] }>(
  'last-applied-header',
  `select reading -> 'header' as header from form_version where case_id = $1 and applied_at is not null order by version desc limit 1`,
)
