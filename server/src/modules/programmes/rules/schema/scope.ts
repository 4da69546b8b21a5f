import { z } from 'zod'
import {
  amount,
  code,
  currency,
  date,
  duration,
  expects,
  family,
  sku,
  skuPattern,
  texts,
  words,
} from './leaves.ts'

/** Which devices the programme is about, and what they are worth. */

const partKinds = [
  'chassis',
  'line-card',
  'interface-card',
  'routing-engine',
  'switch-fabric',
  'power',
  'fan',
  'other',
] as const

/** One row of the catalogue. `assemblyPartNumbers` are what an inventory prints (`750-056519`) instead of the SKU. */
export const part = z.strictObject({
  sku,
  family,
  kind: z.enum(partKinds),
  description: words,
  assemblyPartNumbers: z.array(z.string(expects('expectText'))).default([]),
  serialised: z.boolean(expects('expectYesNo')),
  weightKg: z.number(expects('expectWeight')).positive(expects('expectWeight')).optional(),
})
export type Part = z.output<typeof part>

export const phase = z.strictObject({
  id: code,
  name: texts,
  /** First and last day on which an order counts; without a last day the phase is open. */
  validFrom: date,
  validTo: date.optional(),
  /** Old devices that are accepted: by name, by pattern, by family of the catalogue. */
  eligible: z
    .strictObject({
      skus: z.array(sku).default([]),
      patterns: z.array(skuPattern).default([]),
      families: z.array(family).default([]),
    })
    .refine(
      ({ skus, patterns, families }) => skus.length + patterns.length + families.length > 0,
      expects('expectEligible'),
    ),
  /** Families of new equipment whose order earns the credit. */
  newFamilies: z.array(family).min(1, expects('expectList')),
})

/** Bought for good, or by subscription (Flex) of a tier for a term. */
export const consumption = z
  .strictObject({
    model: z.enum(['perpetual', 'flex']),
    tier: code.optional(),
    term: duration.optional(),
  })
  .refine(
    ({ model, tier, term }) => model === 'flex' || (tier === undefined && term === undefined),
    expects('expectPerpetualAlone'),
  )
export type Consumption = z.output<typeof consumption>

/** A selector that is left out takes everything. */
const creditRow = z.strictObject({
  skus: z.array(skuPattern).min(1, expects('expectList')),
  newFamilies: z.array(family).min(1, expects('expectList')).optional(),
  consumption: consumption.optional(),
  /** Per unit, for each currency of the programme. */
  amounts: z.record(currency, amount),
})

export const credit = z.strictObject({
  paid: z.enum(['at-order', 'after-receipt']),
  /** The amounts are invented; screens and papers must say so. */
  sample: z.boolean(expects('expectYesNo')).default(false),
  /** Read from the top, the first row that fits counts. */
  table: z.array(creditRow).min(1, expects('expectList')),
})
