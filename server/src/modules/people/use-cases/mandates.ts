import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type Author, type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { reaches } from '../rules/caller.ts'
import type { MandateAccess } from '../rules/roles.ts'
import { type MandateRow, mandateById } from '../storage/mandates.ts'
import { organisationByAccount, organisationById } from '../storage/organisations.ts'
import { personById } from '../storage/persons.ts'
import { type MandateView, viewOfMandate } from '../view.ts'
import { organisationStream } from './organisations.ts'

const DAY_MS = 86_400_000
const LONGEST_MANDATE_MS = 3 * 366 * DAY_MS

type PeriodInvalid = Refusal<'mandate-period-invalid', { longestDays: number }>
type GrantRefusal = Refusal<'partner-not-found', { account: string }> | PeriodInvalid

function wrongPeriod(validFrom: string, validUntil: string): PeriodInvalid | undefined {
  const lasts = Date.parse(validUntil) - Date.parse(validFrom)
  return lasts > 0 && lasts <= LONGEST_MANDATE_MS
    ? undefined
    : { refused: 'mandate-period-invalid', longestDays: LONGEST_MANDATE_MS / DAY_MS }
}

interface NewMandate {
  readonly partnerAccount: string
  readonly validUntil: string
  readonly validFrom?: string | undefined
  readonly access?: MandateAccess | undefined
}

/** A customer lets a partner act for it, or only look. Every mandate ends: at a date, or at once when it is revoked. */
export async function grantMandateFor(
  house: House<PeopleFact>,
  { customerId, by }: { customerId: string; by: Author & { readonly person: string } },
  { partnerAccount, validUntil, access = 'act', ...input }: NewMandate,
  requestKey?: RequestKey,
) {
  const mandateId = newId()
  return runCommand<PeopleFact, MandateView, GrantRefusal>(house, {
    by,
    requestKey,
    decide: async (now) => {
      const customer = await firstRow(house.db, organisationById, [customerId])
      const partner = await firstRow(house.db, organisationByAccount, [partnerAccount])
      const granter = await firstRow(house.db, personById, [by.person])
      if (customer === undefined || granter === undefined) throw new Error(`nobody of customer ${customerId}`)
      if (partner?.kind !== 'partner') return { refused: 'partner-not-found', account: partnerAccount }
      const validFrom = input.validFrom ?? now
      const wrong = wrongPeriod(validFrom, validUntil)
      if (wrong !== undefined) return wrong
      const partners = { customerId: customer.id, partnerId: partner.id }
      const row: MandateRow = {
        id: mandateId,
        customer_id: customer.id,
        customer_name: customer.name,
        partner_id: partner.id,
        partner_name: partner.name,
        granted_by_name: granter.name,
        access,
        valid_from: validFrom,
        valid_until: validUntil,
        revoked_at: null,
      }
      return {
        streams: [
          {
            stream: organisationStream(customer.id, customer.version, customer.head),
            facts: [{ type: 'mandate-granted', mandateId, ...partners, validFrom, validUntil, access }],
          },
        ],
        reply: viewOfMandate(row, now),
        status: 201,
      }
    },
  })
}

type ChangeRefusal =
  | Refusal<'mandate-not-found'>
  | Refusal<'mandate-ended'>
  | Refusal<'mandate-end-passed'>
  | PeriodInvalid

/** Shortened, extended, limited to looking or opened again. One that has ended is granted anew instead. */
export async function changeMandate(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  { id, ...change }: { id: string; validUntil?: string | undefined; access?: MandateAccess | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, MandateView, ChangeRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadMandate(house, caller, id)
      if (isRefused(loaded)) return loaded
      const { mandate, stream } = loaded
      if (mandate.revoked_at !== null || mandate.valid_until <= now) return { refused: 'mandate-ended' }
      const { validUntil = mandate.valid_until, access = mandate.access } = change
      if (validUntil <= now) return { refused: 'mandate-end-passed' }
      const wrong = wrongPeriod(mandate.valid_from, validUntil)
      if (wrong !== undefined) return wrong
      const reply = viewOfMandate({ ...mandate, valid_until: validUntil, access }, now)
      if (validUntil === mandate.valid_until && access === mandate.access) return { streams: [], reply }
      return {
        streams: [{ stream, facts: [{ type: 'mandate-changed', mandateId: id, validUntil, access }] }],
        reply,
      }
    },
  })
}

/** Access ends with the next request; what the partner began stays with the customer. */
export async function revokeMandate(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  mandateId: string,
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, MandateView, Refusal<'mandate-not-found'>>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadMandate(house, caller, mandateId)
      if (isRefused(loaded)) return loaded
      const { mandate, stream } = loaded
      const facts = mandate.revoked_at === null ? [{ type: 'mandate-revoked' as const, mandateId }] : []
      return {
        streams: [{ stream, facts }],
        reply: viewOfMandate({ ...mandate, revoked_at: mandate.revoked_at ?? now }, now),
      }
    },
  })
}

async function loadMandate({ db }: House<PeopleFact>, { scope }: Pick<Caller, 'scope'>, id: string) {
  const whose = await firstRow(db, mandateById, [id])
  if (whose === undefined || !reaches(scope, whose.customer_id))
    return { refused: 'mandate-not-found' as const }
  const customer = await firstRow(db, organisationById, [whose.customer_id])
  // Read again after the version, so that two who revoke at once revoke it once.
  const mandate = await firstRow(db, mandateById, [id])
  if (customer === undefined || mandate === undefined) throw new Error('a mandate without customer')
  return { mandate, stream: organisationStream(customer.id, customer.version, customer.head) }
}
