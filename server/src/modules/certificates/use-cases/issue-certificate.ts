import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type CaseNotFound, loadCase, unitsOfCase, type VersionConflict } from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import type { CertificateFact } from '../facts.ts'
import { linesToIssue, type NotIssuable, serialListDigest } from '../rules/decide.ts'
import { earlierVersions } from '../storage/certificates.ts'
import { type CertificateView, viewOfCertificate } from '../view.ts'

type IssueRefusal =
  | CaseNotFound
  | VersionConflict
  | NotIssuable
  | Refusal<'route-not-offered', { route: 'destroy' }>

/** A certificate form for devices that are to be destroyed: all of the case that have none, or the rows that are named. */
export async function issueCertificate(
  house: House<CertificateFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor'>,
  request: { caseId: string; rows: readonly number[] | undefined; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<CertificateFact, CertificateView, IssueRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, request.caseId, request.ifMatch)
      if (isRefused(loaded)) return loaded
      if (loaded.programme.routes.destroy === undefined)
        return { refused: 'route-not-offered', route: 'destroy' }
      const units = await rows(house.db, unitsOfCase, [request.caseId])
      const lines = linesToIssue(units, request.rows)
      if (isRefused(lines)) return lines
      const number = loaded.row.certificates + 1
      const earlier = await firstRow(house.db, earlierVersions, [request.caseId, lines.map(({ row }) => row)])
      const version = (earlier?.versions ?? 0) + 1
      const digest = serialListDigest(lines)
      const named = new Set(lines.map(({ row }) => row))
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'certificate-issued', ...loaded.ofOrder, number, version, lines, digest }],
          },
        ],
        reply: viewOfCertificate(
          {
            case_id: request.caseId,
            customer_id: loaded.row.customer_id,
            number,
            version,
            state: 'issued',
            lines,
            digest,
            issued_at: now,
            file: null,
            file_name: null,
            media_type: null,
            pages: null,
            submitted_at: null,
            submitted_by_name: null,
            decided_at: null,
            decided_by_name: null,
            reason: null,
            note: null,
            credit_minor: units
              .filter(({ row }) => named.has(row))
              .reduce((sum, unit) => sum + unit.credit_minor, 0),
            changed: [],
          },
          loaded.ofOrder.currency,
          caller,
        ),
        status: 201,
      }
    },
  })
}
