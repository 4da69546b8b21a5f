import type { Language } from '../../values/language.ts'
import type { Asker, DueRule, ExtensionTier } from '../programmes/index.ts'
import type { UnitState } from './rules/lifecycle.ts'

export type Route = 'return' | 'destroy'
export type SerialMark = 'not-serialised' | 'unreadable'
/** For whom somebody writes in the thread of a case. */
export type ThreadSide = 'customer' | 'partner' | 'vendor'

/** One unit from one state to another; with what it needs to book its credit. */
export interface Move {
  readonly row: number
  readonly from: UnitState
  readonly to: UnitState
  readonly route: Route
  /** When the way itself changed with this step. */
  readonly routeBefore?: Route
  readonly creditMinor: number
}

/** What a form or a person said about a unit. */
export interface UnitChange extends Move {
  readonly serial?: string | null
  readonly serialMark?: SerialMark | null
  readonly details?: Readonly<Record<string, unknown>>
}

/** Where the credit of the units lies before this step: see modules/credits. */
export interface OfOrder {
  readonly orderId: string
  readonly caseId: string
  readonly customerId: string
  readonly currency: string
  readonly creditPaid: 'at-order' | 'after-receipt'
}

export type CaseFact =
  | (OfOrder & {
      readonly type: 'case-opened'
      readonly partnerId: string | null
      readonly programmeId: string
      readonly programmeVersion: string
      readonly language: Language
      readonly timeZone: string
      readonly due: { readonly at: string; readonly on: string; readonly rule: DueRule }
      readonly units: readonly {
        readonly row: number
        readonly state: UnitState
        readonly route: Route
        readonly creditMinor: number
      }[]
    })
  | (OfOrder & { readonly type: 'units-changed'; readonly changes: readonly UnitChange[] })
  | (OfOrder & { readonly type: 'unit-waived'; readonly moves: readonly Move[]; readonly reason: string })
  | (OfOrder & { readonly type: 'case-closed' })
  | (OfOrder & { readonly type: 'case-reopened'; readonly because: 'late-arrival' | 'reversal' })
  | (OfOrder & {
      readonly type: 'extension-asked'
      readonly number: number
      readonly until: string
      readonly reason: string
      /** Whose request it is; the desk writes down what others ask for. */
      readonly askedBy: Asker
      readonly tier: ExtensionTier
    })
  | (OfOrder & {
      readonly type: 'extension-decided'
      readonly number: number
      readonly granted: boolean
      readonly note: string
      readonly due: { readonly at: string; readonly on: string; readonly rule: DueRule } | null
    })
  // The thread: what customer, partner and vendor write to each other.
  | (OfOrder & {
      readonly type: 'attachment-added'
      readonly number: number
      /** SHA-256 of the file, its name in the file store. */
      readonly file: string
      readonly fileName: string
      readonly size: number
      readonly mediaType: string
    })
  | (OfOrder & {
      readonly type: 'message-posted'
      readonly number: number
      readonly text: string
      /** Numbers of attachments that no message had yet. */
      readonly attachments: readonly number[]
      readonly side: ThreadSide
      /** Since when somebody waits for the vendor's answer; null after the vendor's own message. */
      readonly waitingSince: string | null
    })
  /** The vendor has read what was written, and there is nothing to answer. */
  | (OfOrder & { readonly type: 'thread-settled' })
