import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { type Day, dayAt } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import type { OrderFact } from '../facts.ts'
import { dueOnOf } from '../rules/register.ts'
import { type OrderView, viewOfOrder } from '../view.ts'
import { type NotBeforeCases, orderBeforeCases } from './order-before-cases.ts'
import { orderStream } from './register-order.ts'

type RecordRefusal = NotBeforeCases | Refusal<'date-in-future', { found: Day; today: Day }>

/**
 * The day of the last shipment (in the customer's zone), recorded or corrected. Only before the first case: its due
 * date would have to be counted again.
 */
export async function recordLastShipment(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor'>,
  { id, on, ifMatch }: { id: string; on: Day; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<OrderFact, OrderView, RecordRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const found = await orderBeforeCases(house.db, caller, id, ifMatch)
      if (isRefused(found)) return found
      const { order } = found
      if (order.last_shipped_on === on) return { streams: [], reply: viewOfOrder(order, caller) }
      const today = dayAt(now, order.customer_time_zone)
      if (on > today) return { refused: 'date-in-future', found: on, today }
      const frozen = await frozenProgramme(house.db, order.programme_id, order.programme_version)
      if (frozen === undefined) throw new Error(`order ${id} follows a programme version that is not there`)
      const dueOn = dueOnOf(
        frozen.programme,
        { placedOn: order.placed_on, lastShippedOn: on },
        order.customer_time_zone,
      )
      return {
        streams: [
          {
            stream: orderStream(order.id, order.version, order.head),
            facts: [{ type: 'last-shipment-recorded', orderId: id, on, dueOn }],
          },
        ],
        reply: viewOfOrder(
          { ...order, last_shipped_on: on, due_on: dueOn, version: order.version + 1 },
          caller,
        ),
      }
    },
  })
}
