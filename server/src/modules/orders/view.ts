import { z } from 'zod'
import { toDecimal } from '../../values/money.ts'
import type { Caller } from '../people/index.ts'
import type { OrderFact } from './facts.ts'
import type { OrderRow } from './storage/orders.ts'

export const moneyView = z
  .object({
    amount: z.string().describe('Decimal, for example "1250.00"'),
    minor: z.int(),
    currency: z.string(),
  })
  .meta({ id: 'Money' })
export const money = (minor: number, currency: string): z.output<typeof moneyView> => ({
  amount: toDecimal({ minor: BigInt(minor), currency }),
  minor,
  currency,
})

export const orderView = z
  .object({
    id: z.uuid(),
    number: z.string(),
    programme: z.object({ id: z.string(), version: z.string() }),
    customerId: z.uuid(),
    customerName: z.string(),
    partnerId: z.uuid().nullable(),
    partnerName: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    placedOn: z.string(),
    lastShippedOn: z.string().nullable(),
    currency: z.string(),
    units: z.int(),
    credit: moneyView,
    freeUnits: z.int().describe('Devices that no case has yet.'),
    freeCredit: moneyView.describe('Of the devices that no case has yet.'),
    dueOn: z
      .string()
      .nullable()
      .describe('What a case opened now would be due; null as long as the clock has not started.'),
    registeredAt: z.string(),
    cancelledAt: z.string().nullable(),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
    version: z.int(),
  })
  .meta({ id: 'Order' })
export type OrderView = z.output<typeof orderView>

/** What can be done with an order as it stands, by operation of the API. */
const orderActions = ({
  units,
  freeUnits,
  cancelledAt,
}: Pick<OrderView, 'units' | 'freeUnits' | 'cancelledAt'>): string[] => {
  if (cancelledAt !== null) return []
  // Its clock and the order itself are fixed from the first case on.
  return [
    ...(freeUnits > 0 ? ['open-case'] : []),
    ...(freeUnits === units ? ['record-last-shipment', 'cancel-order'] : []),
  ]
}

export const viewOfOrder = (row: OrderRow, { mayFor }: Pick<Caller, 'mayFor'>): OrderView => ({
  id: row.id,
  number: row.number,
  programme: { id: row.programme_id, version: row.programme_version },
  customerId: row.customer_id,
  customerName: row.customer_name,
  partnerId: row.partner_id,
  partnerName: row.partner_name,
  purchaseOrder: row.purchase_order,
  placedOn: row.placed_on,
  lastShippedOn: row.last_shipped_on,
  currency: row.currency,
  units: row.units,
  credit: money(row.credit_minor, row.currency),
  freeUnits: row.free_units,
  freeCredit: money(row.free_minor, row.currency),
  dueOn: row.due_on,
  registeredAt: row.registered_at,
  cancelledAt: row.cancelled_at,
  actions: orderActions({
    units: row.units,
    freeUnits: row.free_units,
    cancelledAt: row.cancelled_at,
  }).filter(mayFor(row.customer_id)),
  version: row.version,
})

export function viewOfRegistered(
  fact: Extract<OrderFact, { type: 'order-registered' }>,
  names: { readonly customer: string; readonly partner: string | null },
  now: string,
  { mayFor }: Pick<Caller, 'mayFor'>,
): OrderView {
  const units = fact.commitments.reduce((sum, { quantity }) => sum + quantity, 0)
  const credit = money(
    fact.commitments.flatMap(({ credits }) => credits).reduce((a, b) => a + b, 0),
    fact.currency,
  )
  return {
    id: fact.orderId,
    number: fact.number,
    programme: { id: fact.programmeId, version: fact.programmeVersion },
    customerId: fact.customerId,
    customerName: names.customer,
    partnerId: fact.partnerId,
    partnerName: names.partner,
    purchaseOrder: fact.purchaseOrder,
    placedOn: fact.placedOn,
    lastShippedOn: fact.lastShippedOn,
    currency: fact.currency,
    units,
    credit,
    freeUnits: units,
    freeCredit: credit,
    dueOn: fact.dueOn,
    registeredAt: now,
    cancelledAt: null,
    actions: orderActions({ units, freeUnits: units, cancelledAt: null }).filter(mayFor(fact.customerId)),
    version: 1,
  }
}
