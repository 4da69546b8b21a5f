import { z } from 'zod'
import type { CertificateRow } from './storage/certificates.ts'

export const certificateView = z
  .object({
    caseId: z.string(),
    number: z.int(),
    certificateVersion: z
      .int()
      .describe('Grows when a rejected certificate for the same devices is issued anew.'),
    state: z.enum(['issued', 'submitted', 'accepted', 'rejected', 'voided']),
    lines: z.array(z.object({ row: z.int(), sku: z.string(), serial: z.string().nullable() })),
    digest: z.string().describe('SHA-256 of the printed serial list.'),
    issuedAt: z.string(),
    signed: z
      .object({ fileName: z.string(), mediaType: z.string(), sha256: z.string(), submittedAt: z.string() })
      .nullable(),
    decision: z
      .object({ decidedAt: z.string(), reason: z.string().nullable(), note: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Certificate' })
export type CertificateView = z.output<typeof certificateView>

export const viewOfCertificate = (row: CertificateRow): CertificateView => ({
  caseId: row.case_id,
  number: row.number,
  certificateVersion: row.version,
  state: row.state,
  lines: row.lines,
  digest: row.digest,
  issuedAt: row.issued_at,
  signed:
    row.file === null
      ? null
      : {
          fileName: row.file_name ?? '',
          mediaType: row.media_type ?? '',
          sha256: row.file.toString('hex'),
          submittedAt: row.submitted_at ?? '',
        },
  decision:
    row.decided_at === null ? null : { decidedAt: row.decided_at, reason: row.reason, note: row.note },
})
