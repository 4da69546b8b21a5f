import type { Day } from '../../../values/calendar.ts'
import { normaliseSku } from '../../../values/sku.ts'
import type { Catalogue } from './catalogue.ts'
import { isEligible } from './eligibility.ts'
import type { Part } from './schema/scope.ts'
import type { Programme } from './schema.ts'

export interface CatalogueHit {
  readonly sku: string
  readonly family: string
  readonly description: string
  /** An old device that the programme takes on this day, or new equipment whose order earns a credit. */
  readonly eligible: boolean
}

/**
 * Parts for a field that completes while one types: SKUs that begin with the text, then those that hold it, then
 * descriptions and assembly numbers; where nothing does, what may have been meant. Eligible ones stand before the others.
 */
export function searchCatalogue({
  programme,
  catalogue,
  search,
  kind,
  on,
  limit,
}: {
  readonly programme: Programme
  readonly catalogue: Catalogue
  readonly search: string
  /** Old devices to trade in, or new equipment to order. */
  readonly kind: 'old' | 'new'
  readonly on: Day
  readonly limit: number
}): CatalogueHit[] {
  const sku = normaliseSku(search)
  const words = search.trim().toLowerCase()
  const near = new Set(catalogue.suggest(search))
  const earning = new Set(
    programme.phases
      .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo))
      .flatMap(({ newFamilies }) => newFamilies),
  )
  const eligible = (part: Part) =>
    kind === 'old' ? isEligible(programme, part.sku, on) : earning.has(part.family)
  const rank = (part: Part): number => {
    if (part.sku.startsWith(sku)) return 0
    if (part.sku.includes(sku)) return 1
    if (part.description.toLowerCase().includes(words) || part.assemblyPartNumbers.includes(sku)) return 2
    return near.has(part.sku) ? 3 : 4
  }
  const found = catalogue.parts.map((part) => ({ part, rank: rank(part) })).filter((one) => one.rank < 4)
  const best = found.some((one) => one.rank < 3) ? found.filter((one) => one.rank < 3) : found
  return best
    .sort((one, other) => one.rank - other.rank)
    .map(({ part }) => ({
      sku: part.sku,
      family: part.family,
      description: part.description,
      eligible: eligible(part),
    }))
    .sort((one, other) => Number(other.eligible) - Number(one.eligible))
    .slice(0, limit)
}
