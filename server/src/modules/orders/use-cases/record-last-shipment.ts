import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { type Day, dayAt } from '../../../values/calendar.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import type { OrderFact } from '../facts.ts'
import { orderById, unitsOfOrder } from '../storage/orders.ts'
import { type OrderView, viewOfOrder } from '../view.ts'
import { orderStream } from './register-order.ts'

type RecordRefusal =
  | Refusal<'order-not-found'>
  | Refusal<'order-already-cancelled'>
  | Refusal<'order-has-cases', { cases: readonly string[] }>
  | Refusal<'date-in-future', { found: Day; today: Day }>
  | Refusal<'version-conflict', { version: number }>

/**
 * The day of the last shipment (in the customer's zone), recorded or corrected. Only before the first case: its due
 * date would have to be counted again. Opening a case writes to the order's chain too, so neither overtakes the other.
 */
export async function recordLastShipment(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  { id, on, ifMatch }: { id: string; on: Day; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<OrderFact, OrderView, RecordRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const order = await firstRow(house.db, orderById, [scopeValue(caller.scope), id])
      if (order === undefined) return { refused: 'order-not-found' }
      if (ifMatch !== undefined && ifMatch !== order.version)
        return { refused: 'version-conflict', version: order.version }
      if (order.cancelled_at !== null) return { refused: 'order-already-cancelled' }
      if (order.last_shipped_on === on) return { streams: [], reply: viewOfOrder(order) }
      const today = dayAt(now, order.customer_time_zone)
      if (on > today) return { refused: 'date-in-future', found: on, today }
      const units = await rows(house.db, unitsOfOrder, [id])
      const cases = [...new Set(units.flatMap((unit) => unit.case_id ?? []))]
      if (cases.length > 0) return { refused: 'order-has-cases', cases }
      return {
        streams: [
          {
            stream: orderStream(order.id, order.version, order.head),
            facts: [{ type: 'last-shipment-recorded', orderId: id, on }],
          },
        ],
        reply: viewOfOrder({ ...order, last_shipped_on: on, version: order.version + 1 }),
      }
    },
  })
}
