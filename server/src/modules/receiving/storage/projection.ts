import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import { movePatches } from '../../cases/index.ts'
import type { ReceivingFact } from '../facts.ts'

export function projectReceiving({ fact, at, by }: Recorded<ReceivingFact>): Patch[] {
  switch (fact.type) {
    case 'receipt-opened':
      return [
        insert('receipt', {
          id: fact.receiptId,
          site: fact.site,
          reference: fact.reference,
          opened_by: by.person,
          opened_at: at,
        }),
      ]
    case 'device-scanned': {
      const { receiptId, number, scanned, sku, outcome, heldUntil } = fact
      return [
        insert('scan', {
          receipt_id: receiptId,
          number,
          scanned,
          sku,
          outcome,
          case_id: fact.caseId,
          row: fact.row,
          note: fact.note,
          at,
        }),
        update('receipt', { id: receiptId }, { scans: number }, heldUntil === null ? {} : { held: 1 }),
        ...(heldUntil === null
          ? []
          : [
              insert('unmatched_goods', {
                receipt_id: receiptId,
                number,
                serial: scanned,
                sku,
                reason: outcome,
                label_case: fact.labelCase,
                held_at: at,
                held_until: heldUntil,
              }),
            ]),
      ]
    }
    case 'goods-assigned':
      return [
        update(
          'unmatched_goods',
          { receipt_id: fact.receiptId, number: fact.number },
          { case_id: fact.caseId, row: fact.row, resolved_at: at, resolved_by: by.person },
        ),
        update('receipt', { id: fact.receiptId }, {}, { held: -1 }),
      ]
    case 'unit-received':
      // What arrives is a return from now on, whatever was planned.
      return movePatches(fact, fact.moves, at, {
        ...(fact.serial !== undefined && { serial: fact.serial }),
        ...(fact.serialMark !== undefined && { serial_mark: fact.serialMark }),
      })
    case 'unit-accepted':
      return movePatches(fact, fact.moves, at)
  }
}
