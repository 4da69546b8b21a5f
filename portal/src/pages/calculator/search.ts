import { idIn, textIn } from '../../app/search-params.ts'

export interface PlannedLine {
  readonly sku: string
  readonly return: number
  readonly destroy: number
  readonly keep: number
}

/** A whole calculation, so that its address can be sent to a colleague. */
export interface CalculatorSearch {
  order?: string | undefined
  programme?: string | undefined
  currency?: string | undefined
  on?: string | undefined
  family?: string | undefined
  consumption?: string | undefined
  /** `SKU:return:destroy:keep` of each device, separated by commas, which no SKU contains. */
  lines?: string | undefined
}

const MOST_LINES = 200

export const calculatorSearch = (raw: Record<string, unknown>): CalculatorSearch => {
  const lines = raw['lines']
  const on = textIn(raw, 'on')
  return {
    order: idIn(raw, 'order'),
    programme: textIn(raw, 'programme'),
    currency: textIn(raw, 'currency'),
    on: on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined,
    family: textIn(raw, 'family'),
    consumption: textIn(raw, 'consumption'),
    lines: typeof lines === 'string' && lines !== '' ? writeLines(readLines(lines)) : undefined,
  }
}

const count = (text: string | undefined): number =>
  Math.min(10_000, Math.max(0, Math.trunc(Number(text)) || 0))

export const readLines = (text: string | undefined): PlannedLine[] =>
  (text ?? '')
    .split(',')
    .slice(0, MOST_LINES)
    .flatMap((line) => {
      const [sku = '', back, destroyed, kept] = line.split(':')
      return sku === ''
        ? []
        : [{ sku: sku.slice(0, 60), return: count(back), destroy: count(destroyed), keep: count(kept) }]
    })

export const writeLines = (lines: readonly PlannedLine[]): string | undefined =>
  lines.map((line) => [line.sku, line.return, line.destroy, line.keep].join(':')).join(',') || undefined

/** What somebody typed as a SKU, as it can stand in the address. */
export const asSku = (typed: string): string => typed.replace(/[\s,:]+/g, '').toUpperCase()

/**
 * The devices of an order with what was planned for them. A device has one way and an order a fixed number of devices,
 * so whatever is neither returned nor destroyed is kept.
 */
export const planOf = (
  commitments: readonly { readonly sku: string; readonly quantity: number }[],
  planned: readonly PlannedLine[] | undefined,
): PlannedLine[] =>
  commitments.map(({ sku, quantity }, index) => {
    const plan = planned?.[index]
    if (plan === undefined || plan.sku !== sku) return { sku, return: quantity, destroy: 0, keep: 0 }
    const back = Math.min(plan.return, quantity)
    const destroy = Math.min(plan.destroy, quantity - back)
    return { sku, return: back, destroy, keep: quantity - back - destroy }
  })
