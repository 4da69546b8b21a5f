import { sql } from '../../../platform/database/pool.ts'
import type { UnitRow } from './cases.ts'

/**
 * Units of a case in the order of their rows: $3 state, $4 route, $5 only those whose serial number is still to be said,
 * $6 the beginning of a serial number, $7 of a SKU; null asks for all. Through the index of the case: what a filter
 * passes over is never more than this case.
 */
export const unitsFilteredPage = sql<UnitRow>(
  'units-filtered-page',
  `select * from unit where case_id = $1 and row > $2
      and ($3::text is null or state = $3) and ($4::text is null or route = $4)
      and (not $5::boolean or (serial is null and serial_mark is null
             and state not in ('accepted', 'certified', 'waived', 'cancelled', 'charged-back')))
      and ($6::text is null or starts_with(serial, $6) or starts_with(sku, $7))
    order by row limit $8`,
)
