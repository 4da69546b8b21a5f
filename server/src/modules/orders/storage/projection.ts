import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import type { OrderFact } from '../facts.ts'

export function projectOrder({ fact, at }: Recorded<OrderFact>): Patch[] {
  switch (fact.type) {
    case 'order-registered': {
      const { orderId, customerId, currency, commitments } = fact
      const units = commitments.reduce((sum, { quantity }) => sum + quantity, 0)
      const credit = commitments.flatMap(({ credits }) => credits).reduce((a, b) => a + b, 0)
      return [
        insert('orders', {
          id: orderId,
          number: fact.number,
          programme_id: fact.programmeId,
          programme_version: fact.programmeVersion,
          customer_id: customerId,
          partner_id: fact.partnerId,
          purchase_order: fact.purchaseOrder,
          placed_on: fact.placedOn,
          last_shipped_on: fact.lastShippedOn,
          currency,
          credit_given: fact.creditPaid === 'at-order',
          new_family: fact.newFamily,
          consumption: fact.consumption,
          units,
          credit_minor: credit,
          free_units: units,
          free_minor: credit,
          due_on: fact.dueOn,
          registered_at: at,
        }),
        ...fact.lines.map(({ line, sku, quantity }) =>
          insert('order_line', { order_id: orderId, line, sku, quantity }),
        ),
        ...commitments.map(({ line, sku, quantity, firstRow, credits }) =>
          insert('commitment', {
            order_id: orderId,
            line,
            sku,
            quantity,
            first_row: firstRow,
            credit_minor: credits.reduce((a, b) => a + b, 0),
          }),
        ),
        ...commitments.flatMap(({ line, sku, skuFamily, firstRow, credits, serials }) =>
          credits.map((credit, index) =>
            insert('unit', {
              order_id: orderId,
              row: firstRow + index,
              customer_id: customerId,
              line,
              sku,
              sku_family: skuFamily,
              state: serials === undefined ? 'owed' : 'identified',
              route: 'return',
              serial: serials?.[index] ?? null,
              credit_minor: credit,
              currency,
              changed_at: at,
              details: {},
            }),
          ),
        ),
      ]
    }
    case 'units-taken-by-case':
      return [
        update(
          'orders',
          { id: fact.orderId },
          {},
          { free_units: -fact.rows.length, free_minor: -fact.creditMinor },
        ),
      ]
    case 'last-shipment-recorded':
      return [update('orders', { id: fact.orderId }, { last_shipped_on: fact.on, due_on: fact.dueOn })]
    case 'order-cancelled':
      return [
        update(
          'orders',
          { id: fact.orderId },
          { cancelled_at: at, free_units: 0, free_minor: 0, due_on: null },
        ),
        ...fact.units.map(({ row }) =>
          update('unit', { order_id: fact.orderId, row }, { state: 'cancelled', changed_at: at }),
        ),
      ]
  }
}
