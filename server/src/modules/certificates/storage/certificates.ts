import { sql } from '../../../platform/database/pool.ts'
import type { CertificateLine } from '../facts.ts'

export interface CertificateRow {
  case_id: string
  number: number
  version: number
  state: 'issued' | 'submitted' | 'accepted' | 'rejected' | 'voided'
  lines: CertificateLine[]
  digest: string
  issued_at: string
  file: Buffer | null
  file_name: string | null
  media_type: string | null
  submitted_at: string | null
  decided_at: string | null
  reason: string | null
  note: string | null
}
export const certificateByNumber = sql<CertificateRow>(
  'certificate-by-number',
  'select * from certificate where case_id = $1 and number = $2',
)
export const certificatesPage = sql<CertificateRow>(
  'certificates-page',
  'select * from certificate where case_id = $1 and number > $2 order by number limit $3',
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
