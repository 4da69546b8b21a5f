import { sql } from '../../../platform/database/pool.ts'
import type { ColumnMapping } from '../rules/column-mapping.ts'
import type { DiffEntry } from '../rules/diff.ts'
import type { FormReading } from '../rules/reading.ts'

export interface FormVersionRow {
  case_id: string
  customer_id: string
  version: number
  file: Buffer
  file_name: string
  size: number
  outcome: 'read' | 'read-with-problems' | 'confirm-columns'
  problems: number
  reading: FormReading
  diff: DiffEntry[]
  /** Of a list that is not our form: how a person said it is to be read. */
  mapping: ColumnMapping | null
  uploaded_at: string
  uploaded_by_name: string | null
  applied_at: string | null
  applied_by_name: string | null
}
const names = 'u.name as uploaded_by_name, a.name as applied_by_name'
const from = `from form_version f left join person u on u.id = f.uploaded_by left join person a on a.id = f.applied_by`
export const formVersion = sql<FormVersionRow>(
  'form-version',
  `select f.*, ${names} ${from} where f.case_id = $1 and f.version = $2`,
)
export const formVersionByFile = sql<FormVersionRow>(
  'form-version-by-file',
  `select f.*, ${names} ${from} where f.case_id = $1 and f.file = $2`,
)
export const formVersionsPage = sql<Omit<FormVersionRow, 'reading' | 'diff'>>(
  'form-versions-page',
  `select f.case_id, f.customer_id, f.version, f.file, f.file_name, f.size, f.outcome, f.problems, f.mapping, f.uploaded_at, f.applied_at, ${names}
     ${from} where f.case_id = $1 and f.version > $2 order by f.version limit $3`,
)
export const skusOfCase = sql<{ sku: string }>(
  'skus-of-case',
  'select distinct sku from unit where case_id = $1 order by sku',
)
/** The newest mapping of each shape; one of this very case before all others. More shapes than that nobody exports. */
export const mappingsOfCustomer = sql<{ signature: Buffer; mapping: ColumnMapping; in_this_case: boolean }>(
  'mappings-of-customer',
  `select distinct on (heading_signature) heading_signature as signature, mapping, case_id = $2 as in_this_case
     from form_version
    where customer_id = $1 and heading_signature is not null
    order by heading_signature, case_id = $2 desc, uploaded_at desc
    limit 100`,
)
/**
 * What the customer last said about pickup and sender; forms that were not applied do not count, and neither do lists of
 * devices, which say nothing of it.
 */
export const lastAppliedHeader = sql<{ header: FormReading['header'] }>(
  'last-applied-header',
  `select reading -> 'header' as header from form_version where case_id = $1 and applied_at is not null and reading -> 'header' ->> 'customer' is not null order by version desc limit 1`,
)
