import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { House } from '../../../platform/house.ts'
import { type Decision, type RequestKey, runCommand, type Stream } from '../../../platform/run-command.ts'
import { addDuration, dayAt, endOfDay } from '../../../values/calendar.ts'
import { newId, readCaseNumber } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { normaliseSerial } from '../../../values/serial-number.ts'
import { type CaseRow, caseById, loadCase } from '../../cases/index.ts'
import { type Caller, systemCaller } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import { matchScan } from '../rules/match.ts'
import { candidatesBySerial, type ReceiptRow, receiptById } from '../storage/receipts.ts'
import { type ScanView, viewOfScan } from '../view.ts'
import { type TakeInFact, takeIn } from './take-in.ts'

export const receiptStream = (id: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `receipt:${id}`,
  root: `receipt:${id}`,
  table: 'receipt',
  key: { id },
  version,
  head,
})

export async function openReceipt(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'by'>,
  { site, reference }: { site: string; reference: string | null },
  requestKey?: RequestKey,
) {
  const receiptId = newId()
  return runCommand<
    TakeInFact,
    Pick<ReceiptRow, 'id' | 'site' | 'reference' | 'scans' | 'held'> & { openedAt: string },
    never
  >(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => ({
      streams: [
        { stream: receiptStream(receiptId), facts: [{ type: 'receipt-opened', receiptId, site, reference }] },
      ],
      reply: { id: receiptId, site, reference, scans: 0, held: 0, openedAt: now },
      status: 201,
    }),
  })
}

/** How long goods are held when no label says whose programme could be asked. */
const HELD_WITHOUT_PROGRAMME = 'P60D'

async function heldUntilEndOf(db: Database, label: CaseRow | undefined, now: string): Promise<string> {
  const frozen = label && (await frozenProgramme(db, label.programme_id, label.programme_version))
  const heldFor = frozen?.programme.unmatchedGoods.heldFor ?? HELD_WITHOUT_PROGRAMME
  return endOfDay(addDuration(dayAt(now, 'UTC'), heldFor), 'UTC')
}

type ScanRefusal = Refusal<'receipt-not-found'>

/** One scan, one answer. It is kept whatever it says; what belongs nowhere is held as unmatched goods. */
export async function scanDevice(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'by'>,
  scan: {
    receiptId: string
    serial: string
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
      const serial = normaliseSerial(scan.serial)
      const labelCase = scan.caseNumber === null ? null : readCaseNumber(scan.caseNumber)
      const [receipt, candidates, label] = await Promise.all([
        firstRow(db, receiptById, [scan.receiptId]),
        rows(db, candidatesBySerial, [serial]),
        labelCase === null ? undefined : firstRow(db, caseById, [null, labelCase]),
      ])
      if (receipt === undefined) return { refused: 'receipt-not-found' }
      const { outcome, unit, hold } = matchScan(
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
        heldUntil,
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
        reply: viewOfScan({
          receipt_id: receipt.id,
          number,
          scanned: serial,
          sku: scan.sku,
          outcome,
          note: scan.note,
          at: now,
          row: unit?.row ?? null,
          case_id: unit?.case_id ?? null,
          held: hold,
        }),
        status: 201,
      }
    },
  })
}
