import { sql } from '../../../platform/database/pool.ts'
import type { CertificateLine } from '../facts.ts'

export interface CertificateRow {
  case_id: string
  customer_id: string
  number: number
  version: number
  state: 'issued' | 'submitted' | 'accepted' | 'rejected' | 'voided'
  lines: CertificateLine[]
  digest: string
  issued_at: string
  file: Buffer | null
  file_name: string | null
  media_type: string | null
  pages: number | null
  submitted_at: string | null
  submitted_by_name: string | null
  decided_at: string | null
  decided_by_name: string | null
  reason: string | null
  note: string | null
  /** What the devices named are worth together. */
  credit_minor: number
  /** Devices whose serial number is another one by now than the one printed. */
  changed: { row: number; printed: string | null; now: string | null }[]
}
const certificates = `select c.*, s.name as submitted_by_name, d.name as decided_by_name, x.credit_minor, x.changed
   from certificate c
   left join person s on s.id = c.submitted_by
   left join person d on d.id = c.decided_by
  cross join lateral (
    select coalesce(sum(u.credit_minor), 0)::bigint as credit_minor,
           coalesce(json_agg(json_build_object('row', u.row, 'printed', l->>'serial', 'now', u.serial) order by u.row)
                    filter (where u.serial is distinct from l->>'serial'), '[]') as changed
      from jsonb_array_elements(c.lines) l
      join unit u on u.case_id = c.case_id and u.row = (l->>'row')::int) x`
export const certificateByNumber = sql<CertificateRow>(
  'certificate-by-number',
  `${certificates} where c.case_id = $1 and c.number = $2`,
)
export const certificatesPage = sql<CertificateRow>(
  'certificates-page',
  `${certificates} where c.case_id = $1 and c.number > $2 order by c.number limit $3`,
)
export const earlierVersions = sql<{ versions: number }>(
  'certificate-earlier-versions',
  `select coalesce(max(version), 0)::int as versions from certificate
    where case_id = $1 and state in ('rejected', 'voided')
      and exists (select 1 from jsonb_array_elements(lines) l where (l->>'row')::int = any($2))`,
)
/** Rows of a certificate under review that are still declared destroyed. */
export const declaredUnder = sql<{ row: number }>(
  'declared-under-certificate',
  `select row from unit where case_id = $1 and certificate = $2 and state = 'destruction-declared' order by row`,
)
