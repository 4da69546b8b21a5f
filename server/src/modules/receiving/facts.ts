import type { Move, OfOrder } from '../cases/index.ts'
import type { ScanOutcome } from './rules/match.ts'

export type ReceivingFact =
  // In the chain of the receipt: what the dock saw, whatever it belongs to.
  | {
      readonly type: 'receipt-opened'
      readonly receiptId: string
      readonly site: string
      readonly reference: string | null
    }
  | { readonly type: 'receipt-closed'; readonly receiptId: string }
  | {
      readonly type: 'device-scanned'
      readonly receiptId: string
      readonly number: number
      /** Null when nobody could read the label. */
      readonly scanned: string | null
      readonly sku: string | null
      readonly outcome: ScanOutcome
      readonly caseId: string | null
      /** Of the case label on the box, if there was one. */
      readonly labelCase: string | null
      readonly row: number | null
      readonly note: string | null
      /** What the papers say that this serial number is, and in which package it should be. */
      readonly expectedSku: string | null
      readonly package: string | null
      /** Until when it is held, if it is, and the number that is written on it. */
      readonly heldUntil: string | null
      readonly shelfNumber: string | null
    }
  | {
      readonly type: 'photo-added'
      readonly receiptId: string
      readonly number: number
      readonly photo: number
      /** SHA-256 of the picture that we drew from the photograph, its name in the file store. */
      readonly file: string
    }
  | {
      readonly type: 'goods-assigned'
      readonly receiptId: string
      readonly number: number
      readonly caseId: string
      readonly row: number
    }
  // In the chain of the case: what that means for a unit.
  | (OfOrder & {
      readonly type: 'unit-received'
      readonly receiptId: string
      readonly number: number
      readonly moves: readonly Move[]
      /** The serial on the device where it is not the one on the form: the desk accepted a substitution. */
      readonly serial?: string
      /** It came without a serial on record and its label cannot be read: the desk knew it by other means. */
      readonly serialMark?: 'unreadable'
    })
  | (OfOrder & { readonly type: 'unit-accepted'; readonly moves: readonly Move[] })
