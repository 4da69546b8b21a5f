import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { House } from '../../../platform/house.ts'
import { type Decision, type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { addDuration, dayAt, endOfDay } from '../../../values/calendar.ts'
import { readCaseNumber } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { normaliseSerial } from '../../../values/serial-number.ts'
import { type CaseRow, caseById, loadCase, type UnitRow } from '../../cases/index.ts'
import { type Caller, scopeValue, systemCaller } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import { matchScan } from '../rules/match.ts'
import { candidatesBySerial, receiptById } from '../storage/receipts.ts'
import { type ScanView, viewOfScan } from '../view.ts'
import { receiptStream } from './receipts.ts'
import { newShelfNumber } from './shelf-number.ts'
import { type TakeInFact, takeIn } from './take-in.ts'

/** How long goods are held when no label says whose programme could be asked. */
const HELD_WITHOUT_PROGRAMME = 'P60D'

async function heldUntilEndOf(db: Database, label: CaseRow | undefined, now: string): Promise<string> {
  const frozen = label && (await frozenProgramme(db, label.programme_id, label.programme_version))
  const heldFor = frozen?.programme.unmatchedGoods.heldFor ?? HELD_WITHOUT_PROGRAMME
  return endOfDay(addDuration(dayAt(now, 'UTC'), heldFor), 'UTC')
}

type ScanRefusal = Refusal<'receipt-not-found'> | Refusal<'receipt-closed'>

/** One scan, one answer. It is kept whatever it says; what belongs nowhere is held as unmatched goods. */
export async function scanDevice(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'may'>,
  scan: {
    receiptId: string
    /** Null when the label cannot be read. */
    serial: string | null
    sku: string | null
    caseNumber: string | null
    note: string | null
  },
  requestKey?: RequestKey,
) {
  const { db } = house
  return runCommand<TakeInFact, ScanView, ScanRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now): Promise<ScanRefusal | Decision<TakeInFact, ScanView>> => {
      const serial = scan.serial === null ? null : normaliseSerial(scan.serial)
      const labelCase = scan.caseNumber === null ? null : readCaseNumber(scan.caseNumber)
      const [receipt, candidates, label] = await Promise.all([
        firstRow(db, receiptById, [scopeValue(caller.scope), scan.receiptId]),
        serial === null ? [] : rows(db, candidatesBySerial, [serial]),
        labelCase === null ? undefined : firstRow(db, caseById, [null, labelCase]),
      ])
      if (receipt === undefined) return { refused: 'receipt-not-found' }
      if (receipt.closed_at !== null) return { refused: 'receipt-closed' }
      const { outcome, unit, hold, expectedSku } = matchScan(
        { serial, sku: scan.sku, caseId: labelCase },
        candidates,
        label?.customer_id ?? null,
      )
      const number = receipt.scans + 1
      const loaded = unit?.case_id ? await loadCase(db, systemCaller, unit.case_id) : undefined
      if (isRefused(loaded)) throw new Error(`unit ${unit?.row} of a case that is not there`)
      // The unit was read before its case. Written after the version it was read with, a second scan of the same
      // device that got in between makes this one fail and decide again.
      const stream = loaded &&
        unit && { ...loaded.stream, version: unit.case_version ?? 0, head: unit.case_head ?? GENESIS }
      const heldUntil = hold ? await heldUntilEndOf(db, label, now) : null
      const scanned = {
        receiptId: receipt.id,
        number,
        scanned: serial,
        sku: scan.sku,
        outcome,
        // The dock learns a case only where it receives for it.
        caseId: unit?.case_id ?? null,
        // For the desk: of a box whose device fits nothing, the label is the first place to look.
        labelCase: label?.id ?? null,
        row: unit?.row ?? null,
        note: scan.note,
        expectedSku,
        package: packageOf(unit),
        heldUntil,
        shelfNumber: hold ? newShelfNumber() : null,
      }
      return {
        streams: [
          {
            stream: receiptStream(receipt.id, receipt.version, receipt.head),
            facts: [{ type: 'device-scanned', ...scanned }],
          },
          ...(!loaded || !unit || !stream
            ? []
            : [
                {
                  stream,
                  facts: await takeIn(house, loaded, unit, { receiptId: receipt.id, number }),
                },
              ]),
        ],
        reply: viewOfScan(
          {
            receipt_id: receipt.id,
            number,
            scanned: serial,
            sku: scan.sku,
            outcome,
            note: scan.note,
            at: now,
            row: scanned.row,
            case_id: scanned.caseId,
            expected_sku: expectedSku,
            package: scanned.package,
            photos: 0,
            held: hold,
            shelf_number: scanned.shelfNumber,
          },
          caller,
        ),
        status: 201,
      }
    },
    // Another shelf number, which is a matter of chance.
    again: ['unmatched_goods_shelf_key'],
  })
}

/** Where the form said that the device would be. */
function packageOf(unit: Pick<UnitRow, 'details'> | null): string | null {
  const named = unit?.details['package']
  return typeof named === 'string' ? named : null
}
