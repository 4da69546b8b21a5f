import type { Day } from '../../../values/calendar.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { fitsSkuPattern, normaliseSku } from '../../../values/sku.ts'
import type { Part } from './schema/scope.ts'
import type { Programme } from './schema.ts'

export type Phase = Programme['phases'][number]

/** Whether a phase takes an old SKU (in its normal form), whatever the date. */
export const acceptedBy = ({ eligible }: Phase, sku: string, parts: readonly Part[]): boolean => {
  if (eligible.skus.includes(sku) || eligible.patterns.some((pattern) => fitsSkuPattern(sku, pattern)))
    return true
  if (eligible.families.length === 0) return false
  const part = parts.find((candidate) => candidate.sku === sku)
  return part !== undefined && eligible.families.includes(part.family)
}

const validOn = ({ validFrom, validTo }: Phase, on: Day): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo)

export type NotEligible =
  | Refusal<'sku-not-eligible', { readonly sku: string }>
  /** Some phase takes the SKU, but none on this day: `phases` says when. */
  | Refusal<
      'phase-not-valid-on',
      {
        readonly sku: string
        readonly on: Day
        readonly phases: readonly { readonly id: string; readonly validFrom: Day; readonly validTo?: Day }[]
      }
    >
  | Refusal<
      'new-family-not-in-phase',
      { readonly sku: string; readonly newFamily: string; readonly families: readonly string[] }
    >

/**
 * The phases that take an old SKU for an order of a day: one or more, newest rule last, or why none does. With
 * `newFamily` there is at most one (the check of the file sees to that).
 */
export const eligiblePhases = (
  programme: Programme,
  rawSku: string,
  on: Day,
  newFamily?: string,
): readonly Phase[] | NotEligible => {
  const sku = normaliseSku(rawSku)
  const taking = programme.phases.filter((phase) => acceptedBy(phase, sku, programme.parts))
  if (taking.length === 0) return { refused: 'sku-not-eligible', sku }
  const open = taking.filter((phase) => validOn(phase, on))
  if (open.length === 0)
    return {
      refused: 'phase-not-valid-on',
      sku,
      on,
      phases: taking.map(({ id, validFrom, validTo }) => ({ id, validFrom, validTo })),
    }
  if (newFamily === undefined) return open
  const meant = open.filter(({ newFamilies }) => newFamilies.includes(newFamily))
  if (meant.length > 0) return meant
  const families = [...new Set(open.flatMap(({ newFamilies }) => newFamilies))]
  return { refused: 'new-family-not-in-phase', sku, newFamily, families }
}

/** Whether an order of this day may name the old SKU, for any new equipment. */
export const isEligible = (programme: Programme, sku: string, on: Day): boolean =>
  Array.isArray(eligiblePhases(programme, sku, on))
