import { firstRow } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand, type Stream } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type Caller, type OrganisationRow, organisationByAccount, reaches } from '../../people/index.ts'
import { type FrozenProgramme, frozenProgramme, programmeById } from '../../programmes/index.ts'
import type { OrderFact } from '../facts.ts'
import { type OrderInput, type OrderInvalid, registerOrder } from '../rules/register.ts'
import { type OrderView, viewOfRegistered } from '../view.ts'

export interface OrderRequest extends OrderInput {
  readonly programme: string
  readonly programmeVersion?: string | undefined
  readonly customerAccount: string
  readonly partnerAccount: string | null
}

export type RegisterRefusal =
  | OrderInvalid
  | Refusal<'order-number-taken', { number: string }>
  | Refusal<'programme-not-found', { programme: string }>
  | Refusal<'programme-version-not-found', { programme: string; programmeVersion: string }>
  | Refusal<'customer-not-found', { account: string }>
  | Refusal<'partner-not-found', { account: string }>
  | Refusal<'serial-reserved'>

export const orderStream = (id: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `order:${id}`,
  root: `order:${id}`,
  table: 'orders',
  key: { id },
  version,
  head,
})

export interface Parties extends FrozenProgramme {
  readonly customer: OrganisationRow
  readonly partner: OrganisationRow | undefined
}

/** Who the order is about and under which rules; shared by one order and by the import of thousands. */
export async function partiesOf(
  { db }: Pick<House<OrderFact>, 'db'>,
  { scope }: Pick<Caller, 'scope'>,
  request: Pick<OrderRequest, 'programme' | 'programmeVersion' | 'customerAccount' | 'partnerAccount'>,
): Promise<Parties | Exclude<RegisterRefusal, OrderInvalid>> {
  const programmeRow = await firstRow(db, programmeById, [request.programme])
  if (programmeRow === undefined) return { refused: 'programme-not-found', programme: request.programme }
  const programmeVersion = request.programmeVersion ?? programmeRow.current
  const frozen = await frozenProgramme(db, request.programme, programmeVersion)
  if (frozen === undefined)
    return { refused: 'programme-version-not-found', programme: request.programme, programmeVersion }
  const customer = await firstRow(db, organisationByAccount, [request.customerAccount])
  if (customer?.kind !== 'customer' || !reaches(scope, customer.id))
    return { refused: 'customer-not-found', account: request.customerAccount }
  const partner =
    request.partnerAccount === null
      ? undefined
      : await firstRow(db, organisationByAccount, [request.partnerAccount])
  if (request.partnerAccount !== null && partner?.kind !== 'partner')
    return { refused: 'partner-not-found', account: request.partnerAccount }
  return { ...frozen, customer, partner }
}

export async function registerOneOrder(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor'>,
  request: OrderRequest,
  requestKey?: RequestKey,
) {
  const orderId = newId()
  return runCommand<OrderFact, OrderView, RegisterRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const parties = await partiesOf(house, caller, request)
      if (isRefused(parties)) return parties
      const { customer, partner } = parties
      const fact = registerOrder(
        request,
        {
          ...parties,
          orderId,
          customerId: customer.id,
          partnerId: partner?.id ?? null,
          timeZone: customer.time_zone,
        },
        now,
      )
      if (isRefused(fact)) return fact
      return {
        streams: [{ stream: orderStream(orderId), facts: [fact] }],
        reply: viewOfRegistered(
          fact,
          { customer: customer.name, partner: partner?.name ?? null },
          now,
          caller,
        ),
        status: 201,
      }
    },
    onConflict: {
      orders_number_key: () => ({ refused: 'order-number-taken', number: request.number }),
      unit_serial_key: () => ({ refused: 'serial-reserved' }),
    },
  })
}
