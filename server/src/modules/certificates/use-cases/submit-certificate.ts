import type { Readable } from 'node:stream'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { StoreRefusal } from '../../../platform/files/file-store.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, requestDigest, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type CaseNotFound, loadCase, unitsByRow, type VersionConflict } from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { CertificateFact } from '../facts.ts'
import { declareDestroyed, type NotSubmittable } from '../rules/decide.ts'
import { certificateByNumber } from '../storage/certificates.ts'
import { acceptInWorker, type SignedDocumentRefused } from '../upload/accept-in-worker.ts'
import { type CertificateView, viewOfCertificate } from '../view.ts'

export const MOST_SIGNED_BYTES = 25 * 1024 * 1024

type SubmitRefusal =
  | CaseNotFound
  | VersionConflict
  | StoreRefusal
  | NotSubmittable
  | SignedDocumentRefused
  | Refusal<'certificate-not-found'>
  | Refusal<'certificate-not-open', { state: string }>
  | Refusal<'media-type-not-accepted', { found: string; accepted: readonly string[] }>

/** The signed certificate as PDF or JPEG. What it is, its content says; handing it in declares the devices destroyed. */
export async function submitCertificate(
  house: House<CertificateFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  upload: { caseId: string; number: number; ifMatch: number | undefined; file: Readable; fileName: string },
  requestKey?: RequestKey,
): Promise<
  SubmitRefusal | Awaited<ReturnType<typeof runCommand<CertificateFact, CertificateView, SubmitRefusal>>>
> {
  const { caseId, number } = upload
  // Without `If-Match`: a repeated request must reach its stored answer, whatever happened to the case since.
  const before = await loadCase(house.db, caller, caseId)
  if (isRefused(before)) {
    upload.file.resume()
    return before
  }
  const policy = before.programme.routes.destroy?.upload
  const stored = await house.files.receive(
    upload.file,
    Math.min(MOST_SIGNED_BYTES, (policy?.maxMegabytes ?? 25) * 1024 * 1024),
  )
  if (isRefused(stored)) return stored
  const accepted: readonly string[] = policy?.mediaTypes ?? []
  const found = await acceptInWorker(stored.path)
  const document =
    isRefused(found) || accepted.includes(found.mediaType)
      ? found
      : { refused: 'media-type-not-accepted' as const, found: found.mediaType, accepted }
  if (isRefused(document)) {
    await stored.discard()
    return document
  }
  const pages = 'pages' in document ? document.pages : 1
  const answer = await runCommand<CertificateFact, CertificateView, SubmitRefusal>(house, {
    by: caller.by,
    requestKey: requestKey && { ...requestKey, request: requestDigest(requestKey.request, stored.sha256) },
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, upload.ifMatch)
      if (isRefused(loaded)) return loaded
      const certificate = await firstRow(house.db, certificateByNumber, [caseId, number])
      if (certificate === undefined) return { refused: 'certificate-not-found' }
      if (certificate.state !== 'issued') return { refused: 'certificate-not-open', state: certificate.state }
      const units = await rows(house.db, unitsByRow, [caseId, certificate.lines.map(({ row }) => row)])
      const moves = declareDestroyed(certificate.lines, units)
      if (isRefused(moves)) return moves
      await stored.keep()
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'certificate-submitted',
                ...loaded.ofOrder,
                number,
                file: stored.sha256,
                fileName: upload.fileName,
                mediaType: document.mediaType,
                pages,
                moves,
              },
            ],
          },
        ],
        reply: viewOfCertificate(
          {
            ...certificate,
            state: 'submitted',
            file: Buffer.from(stored.sha256, 'hex'),
            file_name: upload.fileName,
            media_type: document.mediaType,
            pages,
            submitted_at: now,
            submitted_by_name: caller.actor.name,
          },
          loaded.ofOrder.currency,
          caller,
        ),
        status: 201,
      }
    },
  })
  // Nothing if it was kept.
  await stored.discard()
  return answer
}
