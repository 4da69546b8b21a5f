import type { Day } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { normaliseSku } from '../../../values/sku.ts'
import { creditFor, type NoCredit } from './credit.ts'
import type { Consumption } from './schema/scope.ts'
import type { Programme } from './schema.ts'

/** How many devices of a kind would go which way; those that are kept earn nothing. */
export interface PlannedLine {
  readonly sku: string
  readonly return: number
  readonly destroy: number
  readonly keep: number
}

/** In minor units. Granted is what the order brings at once; kept devices lose their part of it again. */
export interface Sums {
  readonly granted: bigint
  readonly secured: bigint
  readonly lost: bigint
}

type Route = 'return' | 'destroy'
export type LineProblem = NoCredit | Refusal<'route-not-offered', { readonly route: Route }>

export type CalculatedLine = PlannedLine &
  (
    | { readonly problem: LineProblem; readonly perUnit: null; readonly sums: null }
    | { readonly problem: null; readonly perUnit: bigint; readonly sums: Sums }
  )

export interface Calculation {
  readonly lines: readonly CalculatedLine[]
  /** Of the lines without problem. */
  readonly totals: Sums
}

/** What is earned by returning some and destroying others. A line that earns nothing says why, and the others count. */
export function calculate({
  programme,
  lines,
  ...order
}: {
  readonly programme: Programme
  readonly lines: readonly PlannedLine[]
  readonly currency: string
  readonly newFamily?: string
  readonly consumption?: Consumption
  readonly on: Day
}): Calculation {
  const calculated = lines.map((line): CalculatedLine => {
    const planned = { ...line, sku: normaliseSku(line.sku) }
    const credit = creditFor({ programme, ...order, sku: line.sku })
    if (isRefused(credit)) return { ...planned, problem: credit, perUnit: null, sums: null }
    const route = (['return', 'destroy'] as const).find(
      (one) => line[one] > 0 && programme.routes[one] === undefined,
    )
    if (route !== undefined)
      return { ...planned, problem: { refused: 'route-not-offered', route }, perUnit: null, sums: null }
    const secured = credit.minor * BigInt(line.return + line.destroy)
    const lost = credit.minor * BigInt(line.keep)
    return {
      ...planned,
      problem: null,
      perUnit: credit.minor,
      sums: { granted: secured + lost, secured, lost },
    }
  })
  const total = (part: keyof Sums) => calculated.reduce((sum, { sums }) => sum + (sums?.[part] ?? 0n), 0n)
  return {
    lines: calculated,
    totals: { granted: total('granted'), secured: total('secured'), lost: total('lost') },
  }
}
