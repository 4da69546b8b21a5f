import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { reaches } from '../rules/caller.ts'
import { mandateById, organisationByAccount, organisationById } from '../storage/organisations.ts'
import { organisationStream } from './organisations.ts'

const LONGEST_MANDATE_MS = 3 * 366 * 86_400_000

export interface MandateView {
  readonly id: string
  readonly customerId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly validFrom: string
  readonly validUntil: string
  readonly revokedAt: string | null
}

type GrantRefusal =
  | Refusal<'partner-not-found', { account: string }>
  | Refusal<'mandate-period-invalid', { longestDays: number }>

/** A customer lets a partner act for it. Every mandate ends: at a date, or at once when it is revoked. */
export async function grantMandateFor(
  house: House<PeopleFact>,
  { customerId, by }: { customerId: string; by: Author },
  input: { partnerAccount: string; validUntil: string; validFrom?: string | undefined },
  requestKey?: RequestKey,
) {
  const mandateId = newId()
  return runCommand<PeopleFact, MandateView, GrantRefusal>(house, {
    by,
    requestKey,
    decide: async (now) => {
      const customer = await firstRow(house.db, organisationById, [customerId])
      const partner = await firstRow(house.db, organisationByAccount, [input.partnerAccount])
      if (customer === undefined) throw new Error(`no customer ${customerId}`)
      if (partner?.kind !== 'partner') return { refused: 'partner-not-found', account: input.partnerAccount }
      const validFrom = input.validFrom ?? now
      const lasts = Date.parse(input.validUntil) - Date.parse(validFrom)
      if (lasts <= 0 || lasts > LONGEST_MANDATE_MS)
        return { refused: 'mandate-period-invalid', longestDays: LONGEST_MANDATE_MS / 86_400_000 }
      const mandate = {
        mandateId,
        customerId: customer.id,
        partnerId: partner.id,
        validFrom,
        validUntil: input.validUntil,
      }
      return {
        streams: [
          {
            stream: organisationStream(customer.id, customer.version, customer.head),
            facts: [{ type: 'mandate-granted', ...mandate }],
          },
        ],
        reply: {
          id: mandateId,
          customerId: customer.id,
          partnerId: partner.id,
          partnerName: partner.name,
          validFrom,
          validUntil: input.validUntil,
          revokedAt: null,
        },
        status: 201,
      }
    },
  })
}

type RevokeRefusal = Refusal<'mandate-not-found'>

/** Access ends with the next request; what the partner began stays with the customer. */
export async function revokeMandate(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  mandateId: string,
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, MandateView, RevokeRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const whose = await firstRow(house.db, mandateById, [mandateId])
      if (whose === undefined || !reaches(caller.scope, whose.customer_id))
        return { refused: 'mandate-not-found' }
      const customer = await firstRow(house.db, organisationById, [whose.customer_id])
      // Read again after the version, so that two who revoke at once revoke it once.
      const mandate = await firstRow(house.db, mandateById, [mandateId])
      if (customer === undefined || mandate === undefined) throw new Error('a mandate without customer')
      const facts = mandate.revoked_at === null ? [{ type: 'mandate-revoked' as const, mandateId }] : []
      return {
        streams: [{ stream: organisationStream(customer.id, customer.version, customer.head), facts }],
        reply: {
          id: mandate.id,
          customerId: mandate.customer_id,
          partnerId: mandate.partner_id,
          partnerName: mandate.partner_name,
          validFrom: mandate.valid_from,
          validUntil: mandate.valid_until,
          revokedAt: mandate.revoked_at ?? now,
        },
      }
    },
  })
}
