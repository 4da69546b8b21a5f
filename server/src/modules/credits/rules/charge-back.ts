/**
 * When credit may be taken back, and of which devices. A charge-back is never automatic and never done by one person;
 * and nobody is charged while it is the vendor's turn, or while the dock holds a box that may be theirs.
 */
import { dayAt } from '../../../values/calendar.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { CaseRow, Move, UnitRow } from '../../cases/index.ts'
import { mayHappen } from '../../cases/rules/lifecycle.ts'
import type { Programme } from '../../programmes/index.ts'
import { deniedGraceEndsOn, graceEndsOn } from '../../programmes/rules/due-date.ts'

export type ChargeBackHindrance =
  | Refusal<'case-not-overdue', { dueOn: string; graceEndsOn: string }>
  | Refusal<'extension-pending', { number: number }>
  | Refusal<'charge-back-vendor-turn', { because: 'certificate-review' | 'instructions' }>
  | Refusal<'charge-back-goods-held', { count: number }>

export interface Circumstances {
  readonly now: string
  /** When the last denied request for more time was denied: there is a grace after it as well. */
  readonly extensionDeniedAt: string | null
  /** Unmatched goods at the dock that carry the label of the case or the serial number of one of its devices. */
  readonly goodsHeld: number
}

type Standing = Pick<
  CaseRow,
  | 'due_on'
  | 'time_zone'
  | 'extension_asked'
  | 'certificates_in_review'
  | 'owed'
  | 'to_ship'
  | 'instructions_sent_at'
>

/** What stands in the way of charging anything of this case back now; null when nothing does. */
export function chargeBackHindrance(
  row: Standing,
  programme: Programme,
  { now, extensionDeniedAt, goodsHeld }: Circumstances,
): ChargeBackHindrance | null {
  const afterDue = graceEndsOn(programme, row.due_on)
  const afterDenial =
    extensionDeniedAt === null
      ? afterDue
      : deniedGraceEndsOn(programme, row.due_on, dayAt(extensionDeniedAt, row.time_zone))
  const lastDay = afterDenial > afterDue ? afterDenial : afterDue
  if (dayAt(now, row.time_zone) <= lastDay)
    return { refused: 'case-not-overdue', dueOn: row.due_on, graceEndsOn: lastDay }
  if (row.extension_asked !== null) return { refused: 'extension-pending', number: row.extension_asked }
  if (row.certificates_in_review > 0)
    return { refused: 'charge-back-vendor-turn', because: 'certificate-review' }
  // Everything is named, and nobody has told them where to send it.
  if (row.owed === 0 && row.to_ship > 0 && row.instructions_sent_at === null)
    return { refused: 'charge-back-vendor-turn', because: 'instructions' }
  return goodsHeld > 0 ? { refused: 'charge-back-goods-held', count: goodsHeld } : null
}

/** Devices of these whose credit can still be taken back, as the moves that do it. */
export const chargeable = (units: readonly UnitRow[]): Move[] =>
  units
    .filter(({ state }) => mayHappen('charge-back', state))
    .map(({ row, state, route, credit_minor }) => ({
      row,
      from: state,
      to: 'charged-back',
      route,
      creditMinor: credit_minor,
    }))

export const amountOf = (moves: readonly Move[]): number =>
  moves.reduce((sum, { creditMinor }) => sum + creditMinor, 0)
