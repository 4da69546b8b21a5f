import { allOf } from '../../../platform/confined-worker/draw-picture.ts'
import { firstRow } from '../../../platform/database/pool.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, requestDigest, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type CaseNotFound, loadCase, type VersionConflict } from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { FormFact } from '../facts.ts'
import { readInWorker } from '../reader/read-in-worker.ts'
import { type ColumnMapping, isUsable } from '../rules/column-mapping.ts'
import type { Problem } from '../rules/reading.ts'
import { type FormVersionRow, formVersion } from '../storage/form-versions.ts'
import { type FormView, viewOfForm } from '../view.ts'
import { contextOfCase, judge } from './read-for-case.ts'

type ConfirmRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'form-not-found'>
  | Refusal<'form-has-no-columns'>
  | Refusal<'columns-unusable'>
  | Refusal<'form-superseded', { newest: number }>
  | Refusal<'form-refused', { problem: Problem }>

/**
 * A person says which column of their own list is which: the file that is kept is read again with that, and is from then
 * on a form like any other. May be said again, differently, until the form is applied or a newer one is there.
 */
export async function confirmColumns(
  house: House<FormFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  confirmed: {
    caseId: string
    version: number
    ifMatch: number | undefined
    mapping: ColumnMapping
    language: Language
  },
  requestKey?: RequestKey,
) {
  const { caseId, version, mapping, language } = confirmed
  return runCommand<FormFact, FormView, ConfirmRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const loaded = await loadCase(house.db, caller, caseId, confirmed.ifMatch)
      if (isRefused(loaded)) return loaded
      const form = await firstRow(house.db, formVersion, [caseId, version])
      if (form === undefined) return { refused: 'form-not-found' }
      const { columns } = form.reading
      if (columns === undefined) return { refused: 'form-has-no-columns' }
      if (loaded.row.form_waiting !== version) return { refused: 'form-superseded', newest: loaded.row.forms }
      if (!isUsable(mapping)) return { refused: 'columns-unusable' }
      const reading = await readInWorker(await allOf(house.files.read(form.file.toString('hex'))), {
        ...(await contextOfCase(house, loaded, language)),
        mapping,
      })
      const refusal = reading.outcome === 'refused' ? reading.problems[0] : undefined
      if (refusal !== undefined) return { refused: 'form-refused', problem: refusal }
      const judged = await judge(house, loaded, reading, language)
      const signature = isOfItsShape(mapping, columns) ? columns.signature : null
      const row: FormVersionRow = { ...form, ...judged, mapping }
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'form-columns-confirmed',
                ...loaded.ofOrder,
                version,
                mapping,
                signature,
                outcome: judged.outcome,
                problems: judged.problems,
                readingDigest: requestDigest(JSON.stringify(row.reading)).toString('hex'),
              },
            ],
          },
        ],
        unrecorded: [
          update('form_version', { case_id: caseId, version }, { reading: row.reading, diff: row.diff }),
        ],
        reply: viewOfForm(row, { house, caller, language, waiting: version }),
      }
    },
  })
}

/** Of another sheet or another row of headings the signature says nothing: then the mapping is not remembered. */
const isOfItsShape = (mapping: ColumnMapping, columns: { sheet: string; headingRow: number }): boolean =>
  mapping.sheet === columns.sheet && mapping.headingRow === columns.headingRow
