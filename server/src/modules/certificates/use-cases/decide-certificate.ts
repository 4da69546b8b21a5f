import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import {
  type CaseFact,
  type CaseNotFound,
  closing,
  loadCase,
  unitsByRow,
  type VersionConflict,
} from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import { rejectionReason } from '../../programmes/index.ts'
import type { CertificateFact } from '../facts.ts'
import { certify, takeBack } from '../rules/decide.ts'
import { certificateByNumber, declaredUnder } from '../storage/certificates.ts'
import { type CertificateView, viewOfCertificate } from '../view.ts'

export type CertificateDecision =
  | { readonly decision: 'accept'; readonly rows?: readonly number[] | undefined; readonly note: string }
  | { readonly decision: 'reject'; readonly reason: string; readonly note: string }

type DecideRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'certificate-not-found'>
  | Refusal<'certificate-covers-nothing'>
  | Refusal<'certificate-not-in-review', { state: string }>
  | Refusal<'units-not-on-certificate', { rows: readonly number[] }>
  | Refusal<'rejection-code-unknown', { code: string; known: readonly string[] }>

/** The desk accepts, for all devices or for those the document really names, or rejects with a code of the programme. */
export async function decideCertificate(
  house: House<CertificateFact | CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  {
    caseId,
    number,
    ifMatch,
    choice,
  }: { caseId: string; number: number; ifMatch: number | undefined; choice: CertificateDecision },
  requestKey?: RequestKey,
) {
  return runCommand<CertificateFact | CaseFact, CertificateView, DecideRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const certificate = await firstRow(house.db, certificateByNumber, [caseId, number])
      if (certificate === undefined) return { refused: 'certificate-not-found' }
      if (certificate.state !== 'submitted')
        return { refused: 'certificate-not-in-review', state: certificate.state }
      const declaredRows = (await rows(house.db, declaredUnder, [caseId, number])).map(({ row }) => row)
      const declared = await rows(house.db, unitsByRow, [caseId, declaredRows])
      const decided = {
        ...certificate,
        decided_at: now,
        decided_by_name: caller.actor.name,
        note: choice.note,
      }
      const { currency } = loaded.ofOrder
      if (choice.decision === 'accept') {
        if (declared.length === 0) return { refused: 'certificate-covers-nothing' }
        const moves = certify(declared, choice.rows)
        if (isRefused(moves)) return moves
        return {
          streams: [
            {
              stream: loaded.stream,
              facts: [
                { type: 'certificate-accepted', ...loaded.ofOrder, number, note: choice.note, moves },
                ...closing(loaded, moves),
              ],
            },
          ],
          reply: viewOfCertificate({ ...decided, state: 'accepted' }, currency, caller),
        }
      }
      const reason = rejectionReason(loaded.programme, choice.reason, loaded.row.language)
      if (isRefused(reason)) return reason
      if (!reason.appliesTo.includes('certificate'))
        return {
          refused: 'rejection-code-unknown',
          code: choice.reason,
          known: Object.keys(loaded.programme.rejectionReasons),
        }
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'certificate-rejected',
                ...loaded.ofOrder,
                number,
                reason: reason.code,
                note: choice.note,
                moves: takeBack(declared),
              },
            ],
          },
        ],
        reply: viewOfCertificate({ ...decided, state: 'rejected', reason: reason.code }, currency, caller),
      }
    },
  })
}
