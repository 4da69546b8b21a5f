import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import type { OrderFact } from '../facts.ts'
import { orderById, unitsOfOrder } from '../storage/orders.ts'
import { type OrderView, viewOfOrder } from '../view.ts'
import { orderStream } from './register-order.ts'

type CancelRefusal =
  | Refusal<'order-not-found'>
  | Refusal<'order-already-cancelled'>
  | Refusal<'order-has-cases', { cases: readonly string[] }>
  | Refusal<'version-conflict', { version: number }>

/**
 * The order is taken back before anybody opened a case on it: its units are owed no more and every posting is reversed.
 * With a case open the units belong to the case; taking them back there is another decision, with both sides told.
 */
export async function cancelOrder(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  { id, reason, ifMatch }: { id: string; reason: string; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<OrderFact, OrderView, CancelRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const order = await firstRow(house.db, orderById, [scopeValue(caller.scope), id])
      if (order === undefined) return { refused: 'order-not-found' }
      if (ifMatch !== undefined && ifMatch !== order.version)
        return { refused: 'version-conflict', version: order.version }
      if (order.cancelled_at !== null) return { refused: 'order-already-cancelled' }
      const units = await rows(house.db, unitsOfOrder, [id])
      const cases = [...new Set(units.flatMap((unit) => unit.case_id ?? []))]
      if (cases.length > 0) return { refused: 'order-has-cases', cases }
      const frozen = await frozenProgramme(house.db, order.programme_id, order.programme_version)
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
                creditPaid: frozen?.programme.credit.paid ?? 'at-order',
                units: units.map(({ row, credit_minor }) => ({ row, creditMinor: credit_minor })),
              },
            ],
          },
        ],
        reply: viewOfOrder({ ...order, cancelled_at: now, version: order.version + 1 }),
      }
    },
  })
}
