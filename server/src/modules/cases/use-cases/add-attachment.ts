import type { Readable } from 'node:stream'
import { firstRow } from '../../../platform/database/pool.ts'
import type { StoreRefusal } from '../../../platform/files/file-store.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, requestDigest, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type Caller, organisationById } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { type AttachmentView, viewOfAttachment } from '../thread-view.ts'
import { mediaTypeInWorker } from '../upload/media-type-in-worker.ts'
import { type CaseNotFound, loadCase, type VersionConflict } from './case-chain.ts'

export const MOST_ATTACHMENT_BYTES = 25 * 1024 * 1024

type AttachRefusal = CaseNotFound | VersionConflict | StoreRefusal | Refusal<'empty-file'>

/** A file for the thread, of any kind: nothing here opens it, and it goes out as a download only. A message names it later. */
export async function addAttachment(
  house: House<CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by'>,
  upload: { caseId: string; ifMatch: number | undefined; file: Readable; fileName: string },
  requestKey?: RequestKey,
) {
  const { caseId } = upload
  // Without `If-Match`: a repeated request must reach its stored answer, whatever happened to the case since.
  const before = await loadCase(house.db, caller, caseId)
  if (isRefused(before)) {
    upload.file.resume()
    return before
  }
  const stored = await house.files.receive(upload.file, MOST_ATTACHMENT_BYTES)
  if (isRefused(stored)) return stored
  if (stored.size === 0) {
    await stored.discard()
    return { refused: 'empty-file' as const }
  }
  const mediaType = await mediaTypeInWorker(stored.path)
  const answer = await runCommand<CaseFact, AttachmentView, AttachRefusal>(house, {
    by: caller.by,
    requestKey: requestKey && { ...requestKey, request: requestDigest(requestKey.request, stored.sha256) },
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, upload.ifMatch)
      if (isRefused(loaded)) return loaded
      const organisation = await firstRow(house.db, organisationById, [caller.actor.organisationId])
      const number = loaded.row.attachments + 1
      const { fileName } = upload
      await stored.keep()
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'attachment-added',
                ...loaded.ofOrder,
                number,
                file: stored.sha256,
                fileName,
                size: stored.size,
                mediaType,
              },
            ],
          },
        ],
        reply: viewOfAttachment({
          number,
          file_name: fileName,
          size: stored.size,
          media_type: mediaType,
          person_name: caller.actor.name,
          organisation_name: organisation?.name ?? '',
          uploaded_at: now,
          message: null,
        }),
        status: 201,
      }
    },
  })
  // Nothing if it was kept.
  await stored.discard()
  return answer
}
