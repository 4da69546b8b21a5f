import { firstRow } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand, type Stream } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import { receiptById } from '../storage/receipts.ts'
import { type ReceiptView, viewOfReceipt } from '../view.ts'
import type { TakeInFact } from './take-in.ts'

export const receiptStream = (id: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `receipt:${id}`,
  root: `receipt:${id}`,
  table: 'receipt',
  key: { id },
  version,
  head,
})

/** A truck, a pallet, a shift: what is scanned belongs to it. */
export async function openReceipt(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'actor' | 'by' | 'may'>,
  { site, reference }: { site: string; reference: string | null },
  requestKey?: RequestKey,
) {
  const receiptId = newId()
  return runCommand<TakeInFact, ReceiptView, never>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => ({
      streams: [
        { stream: receiptStream(receiptId), facts: [{ type: 'receipt-opened', receiptId, site, reference }] },
      ],
      reply: viewOfReceipt(
        {
          id: receiptId,
          site,
          reference,
          scans: 0,
          held: 0,
          opened_at: now,
          opened_by_name: caller.actor.name,
          closed_at: null,
        },
        caller,
      ),
      status: 201,
    }),
  })
}

/** Nothing more is scanned into it. Closed twice is closed: a second pair of hands may have been quicker. */
export async function closeReceipt(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'may'>,
  receiptId: string,
  requestKey?: RequestKey,
) {
  return runCommand<TakeInFact, ReceiptView, Refusal<'receipt-not-found'>>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const receipt = await firstRow(house.db, receiptById, [scopeValue(caller.scope), receiptId])
      if (receipt === undefined) return { refused: 'receipt-not-found' }
      if (receipt.closed_at !== null) return { streams: [], reply: viewOfReceipt(receipt, caller) }
      return {
        streams: [
          {
            stream: receiptStream(receipt.id, receipt.version, receipt.head),
            facts: [{ type: 'receipt-closed', receiptId }],
          },
        ],
        reply: viewOfReceipt({ ...receipt, closed_at: now }, caller),
      }
    },
  })
}
