import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import type { OrderFact } from '../facts.ts'
import { type OrderView, viewOfOrder } from '../view.ts'
import { type NotBeforeCases, orderBeforeCases } from './order-before-cases.ts'
import { orderStream } from './register-order.ts'

/**
 * The order is taken back before anybody opened a case on it: its units are owed no more and every posting is reversed.
 * With a case open the units belong to the case; taking them back there is another decision, with both sides told.
 */
export async function cancelOrder(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor'>,
  { id, reason, ifMatch }: { id: string; reason: string; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<OrderFact, OrderView, NotBeforeCases>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const found = await orderBeforeCases(house.db, caller, id, ifMatch)
      if (isRefused(found)) return found
      const { order, units } = found
      const frozen = await frozenProgramme(house.db, order.programme_id, order.programme_version)
      if (frozen === undefined) throw new Error(`order ${id} follows a programme version that is not there`)
      return {
        streams: [
          {
            stream: orderStream(order.id, order.version, order.head),
            facts: [
              {
                type: 'order-cancelled',
                orderId: order.id,
                customerId: order.customer_id,
                reason,
                currency: order.currency,
                creditPaid: frozen.programme.credit.paid,
                units: units.map(({ row, credit_minor }) => ({ row, creditMinor: credit_minor })),
              },
            ],
          },
        ],
        reply: viewOfOrder(
          {
            ...order,
            cancelled_at: now,
            free_units: 0,
            free_minor: 0,
            due_on: null,
            version: order.version + 1,
          },
          caller,
        ),
      }
    },
  })
}
