import Big from 'big.js'
import type { Day } from '../../../values/calendar.ts'
import { minorDigits } from '../../../values/money.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { fitsSkuPattern, normaliseSku } from '../../../values/sku.ts'
import { eligiblePhases, type NotEligible } from './eligibility.ts'
import type { Consumption } from './schema/scope.ts'
import type { Programme } from './schema.ts'

/** What one unit earns, and which rule of the programme said so (storable: only `minor` is no JSON). */
export interface CreditPerUnit {
  readonly minor: bigint
  readonly currency: string
  readonly phase: string
  /** Place in the credit table, from 0. */
  readonly row: number
  /** The amount is invented; say so wherever it is shown. */
  readonly sample: boolean
}

export type NoCredit =
  | NotEligible
  | Refusal<'currency-not-offered', { readonly currency: string; readonly offered: readonly string[] }>
  /** Accepted, but the table has no row for this new family and consumption model. */
  | Refusal<
      'no-credit-listed',
      { readonly sku: string; readonly newFamily?: string; readonly consumption?: Consumption }
    >

/**
 * The credit of one old unit in minor units. The first row of the table that fits counts; a row that asks for a family
 * or a consumption model fits only where that is known. `on` is the day of the order.
 */
export function creditFor({
  programme,
  sku: rawSku,
  newFamily,
  consumption,
  currency,
  on,
}: {
  readonly programme: Programme
  readonly sku: string
  readonly newFamily?: string
  readonly consumption?: Consumption
  readonly currency: string
  readonly on: Day
}): CreditPerUnit | NoCredit {
  if (!programme.currencies.includes(currency))
    return { refused: 'currency-not-offered', currency, offered: programme.currencies }
  const sku = normaliseSku(rawSku)
  const phases = eligiblePhases(programme, sku, on, newFamily)
  if (isRefused(phases)) return phases
  const row = programme.credit.table.findIndex(
    (candidate) =>
      candidate.skus.some((selector) => fitsSkuPattern(sku, selector)) &&
      (candidate.newFamilies === undefined ||
        (newFamily !== undefined && candidate.newFamilies.includes(newFamily))) &&
      covers(candidate.consumption, consumption),
  )
  const amount = programme.credit.table[row]?.amounts[currency]
  const phase = phases[0]
  if (amount === undefined || phase === undefined)
    return { refused: 'no-credit-listed', sku, newFamily, consumption }
  return { minor: toMinor(amount, currency), currency, phase: phase.id, row, sample: programme.credit.sample }
}

const covers = (wanted: Consumption | undefined, actual: Consumption | undefined): boolean =>
  wanted === undefined ||
  (wanted.model === actual?.model &&
    (wanted.tier === undefined || wanted.tier === actual.tier) &&
    (wanted.term === undefined || wanted.term === actual.term))

/** The check of the file has refused more digits than the currency has, so nothing is ever rounded here. */
const toMinor = (amount: string, currency: string): bigint =>
  BigInt(new Big(amount).times(new Big(10).pow(minorDigits(currency))).toFixed(0))

/**
 * Split a sum over equal units so that the parts add up to it exactly: each gets the whole share, and the minor units
 * left over go one each to the first units (largest remainder; the remainders are equal, so order decides). A negative
 * sum splits into the opposite of the positive one, so that a reversal meets each unit's own entry.
 */
export const allocateCredit = (totalMinor: bigint, quantity: number): bigint[] => {
  if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`no ${quantity} units to allocate to`)
  const units = BigInt(quantity)
  const share = totalMinor / units
  const left = totalMinor % units
  const step = left < 0n ? -1n : 1n
  const more = Number(left * step)
  return Array.from({ length: quantity }, (_, index) => share + (index < more ? step : 0n))
}
