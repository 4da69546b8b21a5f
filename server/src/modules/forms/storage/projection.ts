import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import { movePatches } from '../../cases/index.ts'
import type { FormFact } from '../facts.ts'

export function projectForm({ fact, at, by }: Recorded<FormFact>): Patch[] {
  const { caseId, version } = fact
  switch (fact.type) {
    case 'form-uploaded':
      return [
        insert('form_version', {
          case_id: caseId,
          version,
          customer_id: fact.customerId,
          file: `\\x${fact.file}`,
          file_name: fact.fileName,
          size: fact.size,
          outcome: fact.outcome,
          problems: fact.problems,
          reading_digest: `\\x${fact.readingDigest}`,
          mapping: fact.mapping ?? null,
          heading_signature: fact.signature === undefined ? null : `\\x${fact.signature}`,
          uploaded_by: by.person,
          uploaded_at: at,
        }),
        update(
          'cases',
          { id: caseId },
          { forms: version, form_waiting: version, form_waiting_problems: fact.problems },
        ),
      ]
    case 'form-columns-confirmed':
      return [
        update(
          'form_version',
          { case_id: caseId, version },
          {
            outcome: fact.outcome,
            problems: fact.problems,
            reading_digest: `\\x${fact.readingDigest}`,
            mapping: fact.mapping,
            heading_signature: fact.signature === null ? null : `\\x${fact.signature}`,
          },
        ),
        update('cases', { id: caseId }, { form_waiting_problems: fact.problems }),
      ]
    case 'form-applied':
      return [
        update('form_version', { case_id: caseId, version }, { applied_at: at, applied_by: by.person }),
        update('cases', { id: caseId }, { form_waiting: null, form_waiting_problems: 0, vendor_since: at }),
        ...movePatches(fact, fact.changes, at),
      ]
  }
}
