import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import {
  type CaseNotFound,
  type CaseView,
  loadCase,
  rowAfter,
  type VersionConflict,
  viewOfCase,
} from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { FormFact } from '../facts.ts'
import { formVersion } from '../storage/form-versions.ts'
import { understand } from './understand.ts'

type ApplyRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'form-not-found'>
  | Refusal<'form-has-problems', { problems: number }>
  | Refusal<'form-superseded', { newest: number }>
  | Refusal<'form-no-longer-fits', { problems: readonly object[] }>
  | Refusal<'serial-reserved'>

/** Takes over what the newest form says. A form that was applied already is answered with the case as it stands. */
export async function applyForm(
  house: House<FormFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor' | 'actor'>,
  {
    caseId,
    version,
    ifMatch,
    language,
  }: { caseId: string; version: number; ifMatch: number | undefined; language: Language },
  requestKey?: RequestKey,
) {
  return runCommand<FormFact, CaseView, ApplyRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      const form = await firstRow(house.db, formVersion, [caseId, version])
      if (form === undefined) return { refused: 'form-not-found' }
      if (form.applied_at !== null)
        return { streams: [], reply: viewOfCase(row, programme, now, { ...caller, language }) }
      if (row.form_waiting !== version) return { refused: 'form-superseded', newest: row.forms }
      if (form.problems > 0) return { refused: 'form-has-problems', problems: form.problems }
      const { changes, problems } = await understand(house.db, loaded, form.reading.lines)
      if (problems.length > 0) return { refused: 'form-no-longer-fits', problems }
      const after = rowAfter(row, changes, {
        form_waiting: null,
        form_waiting_problems: 0,
        vendor_since: now,
        version: row.version + 1,
      })
      return {
        streams: [
          { stream: loaded.stream, facts: [{ type: 'form-applied', ...loaded.ofOrder, version, changes }] },
        ],
        reply: viewOfCase(after, programme, now, { ...caller, language }),
      }
    },
    onConflict: { unit_serial_key: () => ({ refused: 'serial-reserved' }) },
  })
}
