import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import { movePatches } from '../../cases/index.ts'
import type { CertificateFact } from '../facts.ts'

export function projectCertificate({ fact, at, by }: Recorded<CertificateFact>): Patch[] {
  const { caseId, number, orderId } = fact
  const key = { case_id: caseId, number }
  const inReview = (amount: number) => update('cases', { id: caseId }, {}, { certificates_in_review: amount })
  switch (fact.type) {
    case 'certificate-issued':
      return [
        insert('certificate', {
          ...key,
          version: fact.version,
          customer_id: fact.customerId,
          state: 'issued',
          lines: fact.lines,
          digest: fact.digest,
          issued_at: at,
        }),
        update('cases', { id: caseId }, { certificates: number }),
        ...fact.lines.map(({ row }) => update('unit', { order_id: orderId, row }, { certificate: number })),
      ]
    case 'certificate-submitted':
      return [
        update('certificate', key, {
          state: 'submitted',
          file: `\\x${fact.file}`,
          file_name: fact.fileName,
          media_type: fact.mediaType,
          pages: fact.pages,
          submitted_by: by.person,
          submitted_at: at,
        }),
        update('cases', { id: caseId }, { vendor_since: at }),
        inReview(1),
        // Of several forms issued for a device the one that is handed in counts.
        ...movePatches(fact, fact.moves, at, { certificate: number }),
      ]
    case 'certificate-accepted':
      return [
        update('certificate', key, {
          state: 'accepted',
          decided_by: by.person,
          decided_at: at,
          note: fact.note,
        }),
        inReview(-1),
        ...movePatches(fact, fact.moves, at),
      ]
    case 'certificate-rejected':
      return [
        update('certificate', key, {
          state: 'rejected',
          decided_by: by.person,
          decided_at: at,
          reason: fact.reason,
          note: fact.note,
        }),
        inReview(-1),
        ...movePatches(fact, fact.moves, at),
      ]
    case 'certificate-voided':
      return [
        update('certificate', key, { state: 'voided', decided_at: at }),
        ...(fact.inReview ? [inReview(-1)] : []),
      ]
  }
}
