import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { isSerialShaped } from '../../../values/serial-number.ts'
import { normaliseSku } from '../../../values/sku.ts'
import { byStrength, type Reason, reasonsFor, similarSerials } from '../rules/suggest.ts'
import {
  type SuggestedRow,
  unitsOfLabelCase,
  unitsWithSerials,
  unmatchedGoods,
  unnamedUnits,
} from '../storage/unmatched-goods.ts'

const MOST = 20

/** Units that held goods may be, the likeliest first; nothing is changed. */
export async function suggestUnits(
  db: Database,
  receiptId: string,
  number: number,
): Promise<Refusal<'goods-not-found'> | { unit: SuggestedRow; why: Reason[] }[]> {
  const goods = await firstRow(db, unmatchedGoods, [receiptId, number])
  if (goods === undefined) return { refused: 'goods-not-found' }
  const sku = goods.sku === null ? null : normaliseSku(goods.sku)
  const serial = goods.serial !== null && isSerialShaped(goods.serial) ? goods.serial : null
  const similar = new Set(serial === null ? [] : similarSerials(serial))
  const found = await Promise.all([
    serial === null ? [] : rows(db, unitsWithSerials, [[serial, ...similar]]),
    goods.label_case === null ? [] : rows(db, unitsOfLabelCase, [goods.label_case, sku]),
    sku === null ? [] : rows(db, unnamedUnits, [sku]),
  ])
  const once = new Map(found.flat().map((unit) => [`${unit.order_id} ${unit.row}`, unit]))
  return [...once.values()]
    .map((unit) => ({ unit, why: reasonsFor({ serial, sku, labelCase: goods.label_case }, unit, similar) }))
    .filter(({ why }) => why.length > 0)
    .sort((one, other) => byStrength(one.why, other.why))
    .slice(0, MOST)
}
