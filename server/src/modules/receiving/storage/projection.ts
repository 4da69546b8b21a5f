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
          organisation_id: by.organisation,
          opened_at: at,
        }),
      ]
    case 'receipt-closed':
      return [update('receipt', { id: fact.receiptId }, { closed_at: at })]
    case 'photo-added': {
      const { receiptId, number, photo, file } = fact
      return [
        insert('scan_photo', {
          receipt_id: receiptId,
          number,
          photo,
          file: `\\x${file}`,
          at,
          taken_by: by.person,
        }),
        update('scan', { receipt_id: receiptId, number }, { photos: photo }),
      ]
    }
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
          expected_sku: fact.expectedSku,
          package: fact.package,
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
                shelf_number: fact.shelfNumber,
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
