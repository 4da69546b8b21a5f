import { z } from 'zod'
import { money, moneyView } from '../orders/index.ts'
import type { Caller } from '../people/index.ts'
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
    changed: z
      .array(z.object({ row: z.int(), printed: z.string().nullable(), now: z.string().nullable() }))
      .describe('Devices whose serial number is another one by now than the one printed.'),
    credit: moneyView.describe('What the devices named are worth together.'),
    digest: z.string().describe('SHA-256 of the printed serial list.'),
    issuedAt: z.string(),
    signed: z
      .object({
        fileName: z.string(),
        mediaType: z.string(),
        sha256: z.string(),
        pages: z.int(),
        submittedAt: z.string(),
        submittedByName: z.string().nullable(),
      })
      .nullable(),
    decision: z
      .object({
        decidedAt: z.string(),
        decidedByName: z.string().nullable(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
  })
  .meta({ id: 'Certificate' })
export type CertificateView = z.output<typeof certificateView>

export const viewOfCertificate = (
  row: CertificateRow,
  currency: string,
  { mayFor }: Pick<Caller, 'mayFor'>,
): CertificateView => ({
  caseId: row.case_id,
  number: row.number,
  certificateVersion: row.version,
  state: row.state,
  lines: row.lines,
  changed: row.changed,
  credit: money(row.credit_minor, currency),
  digest: row.digest,
  issuedAt: row.issued_at,
  signed:
    row.file === null
      ? null
      : {
          fileName: row.file_name ?? '',
          mediaType: row.media_type ?? '',
          sha256: row.file.toString('hex'),
          pages: row.pages ?? 1,
          submittedAt: row.submitted_at ?? '',
          submittedByName: row.submitted_by_name,
        },
  decision:
    row.decided_at === null
      ? null
      : {
          decidedAt: row.decided_at,
          decidedByName: row.decided_by_name,
          reason: row.reason,
          note: row.note,
        },
  actions: certificateActions(row).filter(mayFor(row.customer_id)),
})

/** What can be done with a certificate as it stands, by operation of the API. */
function certificateActions({ state, file }: CertificateRow): string[] {
  const actions: [string, boolean][] = [
    ['download-certificate', state !== 'voided'],
    ['submit-signed-certificate', state === 'issued'],
    ['read-signed-document-page', file !== null],
    ['download-signed-certificate', file !== null],
    ['decide-certificate', state === 'submitted'],
  ]
  return actions.filter(([, possible]) => possible).map(([operation]) => operation)
}
