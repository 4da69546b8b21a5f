import type { Move, OfOrder } from '../cases/index.ts'

export type CreditFact =
  | (OfOrder & {
      readonly type: 'charge-back-proposed'
      readonly number: number
      readonly rows: readonly number[]
      readonly amountMinor: number
      readonly reason: string
    })
  | (OfOrder & {
      readonly type: 'charge-back-decided'
      readonly number: number
      readonly approved: boolean
      readonly note: string
      /** What is charged back: of the proposed devices those that are still owed. None when it was turned down. */
      readonly moves: readonly Move[]
    })
