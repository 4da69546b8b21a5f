import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { isSerialShaped } from '../../../values/serial-number.ts'
import { type CaseNotFound, loadCase, mayHappen, unitsByRow } from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import { receiptById } from '../storage/receipts.ts'
import { unmatchedGoods } from '../storage/unmatched-goods.ts'
import { type UnmatchedView, viewOfUnmatched } from '../view.ts'
import { receiptStream } from './receipts.ts'
import { type TakeInFact, takeIn } from './take-in.ts'

type AssignRefusal =
  | CaseNotFound
  | Refusal<'goods-not-found'>
  | Refusal<'goods-resolved'>
  | Refusal<'unit-not-in-case', { row: number }>
  | Refusal<'unit-not-receivable', { row: number; state: string }>
  | Refusal<'serial-reserved'>

/** The desk finds out whose held goods are: they are received there, with the serial that was really on them. */
export async function assignGoods(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'may'>,
  { receiptId, number, caseId, row }: { receiptId: string; number: number; caseId: string; row: number },
  requestKey?: RequestKey,
) {
  const { db } = house
  return runCommand<TakeInFact, UnmatchedView, AssignRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      // What carries the version is read first: goods that somebody assigns after this make this attempt fail.
      const receipt = await firstRow(db, receiptById, [null, receiptId])
      const goods = await firstRow(db, unmatchedGoods, [receiptId, number])
      if (goods === undefined || receipt === undefined) return { refused: 'goods-not-found' }
      if (goods.resolved_at !== null) return { refused: 'goods-resolved' }
      const loaded = await loadCase(db, caller, caseId)
      if (isRefused(loaded)) return loaded
      const [unit] = await rows(db, unitsByRow, [caseId, [row]])
      if (unit === undefined) return { refused: 'unit-not-in-case', row }
      if (!mayHappen('receive', unit.state) && !mayHappen('arrive-late', unit.state))
        return { refused: 'unit-not-receivable', row, state: unit.state }
      const serial = goods.serial !== null && isSerialShaped(goods.serial) ? goods.serial : null
      const found = {
        ...(serial !== null && serial !== unit.serial && { serial }),
        ...(serial === null &&
          unit.serial === null &&
          unit.serial_mark === null && { serialMark: 'unreadable' as const }),
      }
      return {
        streams: [
          {
            stream: receiptStream(receipt.id, receipt.version, receipt.head),
            facts: [{ type: 'goods-assigned', receiptId, number, caseId, row }],
          },
          {
            stream: loaded.stream,
            facts: await takeIn(house, loaded, unit, { receiptId, number }, found),
          },
        ],
        reply: viewOfUnmatched({ ...goods, case_id: caseId, row, resolved_at: now }, caller),
      }
    },
    onConflict: { unit_serial_key: () => ({ refused: 'serial-reserved' }) },
  })
}
