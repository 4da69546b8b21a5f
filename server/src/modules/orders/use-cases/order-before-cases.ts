import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import { type OrderRow, orderById, unitsOfOrder } from '../storage/orders.ts'

type OrderUnit = NonNullable<typeof unitsOfOrder.rowType>

export type NotBeforeCases =
  | Refusal<'order-not-found'>
  | Refusal<'order-already-cancelled'>
  | Refusal<'order-has-cases', { cases: readonly string[] }>
  | Refusal<'version-conflict', { version: number }>

/**
 * An order that nobody opened a case on yet, with its units: only then it can be changed as a whole. Opening a case
 * writes to the order's chain too, so whoever decides on this is not overtaken by one.
 */
export async function orderBeforeCases(
  db: Database,
  { scope }: Pick<Caller, 'scope'>,
  id: string,
  ifMatch: number | undefined,
): Promise<{ order: OrderRow; units: OrderUnit[] } | NotBeforeCases> {
  const order = await firstRow(db, orderById, [scopeValue(scope), id])
  if (order === undefined) return { refused: 'order-not-found' }
  if (ifMatch !== undefined && ifMatch !== order.version)
    return { refused: 'version-conflict', version: order.version }
  if (order.cancelled_at !== null) return { refused: 'order-already-cancelled' }
  const units = await rows(db, unitsOfOrder, [id])
  const cases = [...new Set(units.flatMap((unit) => unit.case_id ?? []))]
  return cases.length > 0 ? { refused: 'order-has-cases', cases } : { order, units }
}
