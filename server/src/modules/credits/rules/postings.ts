/**
 * What each fact does to the ledger, on one page. An entry moves an amount between two accounts, so every order and
 * currency sums to zero by construction.
 *
 *   granted       the vendor's promise (the source; its balance is minus what was given)
 *   exposure      granted and not yet secured: owed by the customer in devices
 *   secured       earned by a device that was accepted or a certificate that was accepted
 *   waived        let go by finance
 *   charged-back  billed, because it was never earned
 */
import type { CaseFact, Move, OfOrder } from '../../cases/index.ts'
import type { CertificateFact } from '../../certificates/index.ts'
import type { OrderFact } from '../../orders/index.ts'
import type { ReceivingFact } from '../../receiving/index.ts'
import type { CreditFact } from '../facts.ts'

export const accounts = ['granted', 'exposure', 'secured', 'waived', 'charged-back'] as const
export type Account = (typeof accounts)[number]

export interface Posting {
  readonly orderId: string
  readonly customerId: string
  readonly row: number
  readonly from: Account
  readonly to: Account
  readonly amountMinor: number
  readonly currency: string
  readonly reversal: boolean
}

export type PostingFact = OrderFact | CaseFact | CertificateFact | ReceivingFact | CreditFact

/** Where credit lies as long as it is neither earned nor given up. */
const holds = ({ creditPaid }: Pick<OfOrder, 'creditPaid'>): Account =>
  creditPaid === 'at-order' ? 'exposure' : 'granted'

const move = (fact: OfOrder, moves: readonly Move[], from: Account, to: Account): Posting[] =>
  moves.map(({ row, creditMinor }) => ({
    orderId: fact.orderId,
    customerId: fact.customerId,
    row,
    from,
    to,
    amountMinor: creditMinor,
    currency: fact.currency,
    reversal: false,
  }))

export function postingsOf(fact: PostingFact): Posting[] {
  const postings = entriesOf(fact)
  // A device without credit (an unserialised extra) is owed all the same, but nothing is booked for it.
  return postings.filter(({ amountMinor, from, to }) => amountMinor > 0 && from !== to)
}

function entriesOf(fact: PostingFact): Posting[] {
  switch (fact.type) {
    case 'order-registered':
      // Credit that is paid after receipt is no exposure: nothing was given yet.
      if (fact.creditPaid === 'after-receipt') return []
      return fact.commitments.flatMap(({ firstRow, credits }) =>
        credits.map((amountMinor, index) => ({
          orderId: fact.orderId,
          customerId: fact.customerId,
          row: firstRow + index,
          from: 'granted' as const,
          to: 'exposure' as const,
          amountMinor,
          currency: fact.currency,
          reversal: false,
        })),
      )
    case 'order-cancelled':
      return fact.units.map(({ row, creditMinor }) => ({
        orderId: fact.orderId,
        customerId: fact.customerId,
        row,
        from: holds(fact),
        to: 'granted' as const,
        amountMinor: creditMinor,
        currency: fact.currency,
        reversal: true,
      }))
    case 'unit-accepted':
      return move(fact, fact.moves, holds(fact), 'secured')
    // Comes after it was charged back or waived: that is undone at once, whatever an inspection will say.
    case 'unit-received':
      return fact.moves.flatMap((arrived) =>
        arrived.from === 'charged-back' || arrived.from === 'waived'
          ? move(fact, [arrived], arrived.from, holds(fact)).map((posting) => ({
              ...posting,
              reversal: true,
            }))
          : [],
      )
    case 'certificate-accepted':
      return move(
        fact,
        fact.moves.filter(({ to }) => to === 'certified'),
        holds(fact),
        'secured',
      )
    case 'unit-waived':
      return move(fact, fact.moves, holds(fact), 'waived')
    case 'charge-back-decided':
      return move(fact, fact.moves, 'exposure', 'charged-back')
    default:
      return []
  }
}
