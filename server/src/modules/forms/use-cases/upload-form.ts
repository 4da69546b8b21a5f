import type { Readable } from 'node:stream'
import { firstRow } from '../../../platform/database/pool.ts'
import type { StoreRefusal } from '../../../platform/files/file-store.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, requestDigest, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type CaseNotFound, type LoadedCase, loadCase, type VersionConflict } from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { FormFact } from '../facts.ts'
import { readInWorker } from '../reader/read-in-worker.ts'
import type { Problem } from '../rules/reading.ts'
import { type FormVersionRow, formVersionByFile } from '../storage/form-versions.ts'
import { type FormView, viewOfForm } from '../view.ts'
import { contextOfCase, judge } from './read-for-case.ts'

export const MOST_FORM_BYTES = 20 * 1024 * 1024

type UploadRefusal =
  | CaseNotFound
  | VersionConflict
  | StoreRefusal
  | Refusal<'case-closed'>
  | Refusal<'form-refused', { problem: Problem }>

/**
 * A filled form: kept as it came, read in a confined worker, held against the case. Nothing of it is applied here; the
 * answer shows what would change and everything that is wrong, at once. The same file twice is the same version.
 */
export async function uploadForm(
  house: House<FormFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  upload: {
    caseId: string
    ifMatch: number | undefined
    file: Readable
    fileName: string
    language: Language
  },
  requestKey?: RequestKey,
) {
  const { caseId, language } = upload
  // Without `If-Match`: a repeated request must reach its stored answer, whatever happened to the case since.
  const found = await loadCase(house.db, caller, caseId)
  if (isRefused(found)) {
    upload.file.resume()
    return found
  }
  const stored = await house.files.receive(upload.file, MOST_FORM_BYTES)
  if (isRefused(stored)) return stored
  const reading = await readInWorker(stored.path, await contextOfCase(house, found, language))
  const refusal = reading.outcome === 'refused' ? reading.problems[0] : undefined
  if (refusal !== undefined) {
    await stored.discard()
    return { refused: 'form-refused' as const, problem: refusal }
  }
  // What was loaded before the reading will do: if somebody has written since, this attempt fails and the next loads anew.
  let known: LoadedCase | undefined = found
  const answer = await runCommand<FormFact, FormView, UploadRefusal>(house, {
    by: caller.by,
    requestKey: requestKey && { ...requestKey, request: requestDigest(requestKey.request, stored.sha256) },
    decide: async (now) => {
      const loaded = known ?? (await loadCase(house.db, caller, caseId, upload.ifMatch))
      known = undefined
      if (!isRefused(loaded) && upload.ifMatch !== undefined && upload.ifMatch !== loaded.row.version)
        return { refused: 'version-conflict', version: loaded.row.version }
      if (isRefused(loaded)) return loaded
      const same = await firstRow(house.db, formVersionByFile, [caseId, Buffer.from(stored.sha256, 'hex')])
      if (same !== undefined)
        return {
          streams: [],
          reply: viewOfForm(same, { house, caller, language, waiting: loaded.row.form_waiting }),
        }
      if (loaded.row.closed_at !== null) return { refused: 'case-closed' }
      const judged = await judge(house, loaded, reading, language)
      const { outcome, problems } = judged
      const mapping = reading.columns?.confirmed ?? null
      const version = loaded.row.forms + 1
      const row: FormVersionRow = {
        case_id: caseId,
        customer_id: loaded.row.customer_id,
        version,
        file: Buffer.from(stored.sha256, 'hex'),
        file_name: upload.fileName,
        size: stored.size,
        outcome,
        problems,
        reading: judged.reading,
        diff: judged.diff,
        mapping,
        uploaded_at: now,
        uploaded_by_name: caller.actor.name,
        applied_at: null,
        applied_by_name: null,
      }
      await stored.keep()
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'form-uploaded',
                ...loaded.ofOrder,
                version,
                file: stored.sha256,
                fileName: upload.fileName,
                size: stored.size,
                outcome,
                problems,
                readingDigest: requestDigest(JSON.stringify(row.reading)).toString('hex'),
                ...(mapping !== null && { mapping }),
                ...(mapping !== null &&
                  reading.columns?.signature && { signature: reading.columns.signature }),
              },
            ],
          },
        ],
        unrecorded: [
          update('form_version', { case_id: caseId, version }, { reading: row.reading, diff: row.diff }),
        ],
        reply: viewOfForm(row, { house, caller, language, waiting: version }),
        status: 201,
      }
    },
  })
  // Nothing if it was kept.
  await stored.discard()
  return answer
}
