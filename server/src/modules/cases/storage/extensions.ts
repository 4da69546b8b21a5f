import { sql } from '../../../platform/database/pool.ts'
import type { ExtensionRow } from './cases.ts'

/** A request for more time with the names of who asked and who decided, as they are called today. */
export interface NamedExtensionRow extends ExtensionRow {
  asked_by_name: string
  asked_by_organisation: string
  decided_by_name: string | null
}
export const extensionsPage = sql<NamedExtensionRow>(
  'extensions-page',
  `select e.*, a.name as asked_by_name, o.name as asked_by_organisation, d.name as decided_by_name
     from extension e join person a on a.id = e.asked_by join organisation o on o.id = a.organisation_id
     left join person d on d.id = e.decided_by
    where e.case_id = $1 and e.number > $2 order by e.number limit $3`,
)
