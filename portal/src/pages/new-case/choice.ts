import type { Schema } from '../../api/client.ts'
import type { Way } from '../../subjects/order/programme-rules.ts'

type Order = Schema['OrderDetail']

export interface CaseChoice {
  readonly part: 'all' | 'some'
  readonly way: Way | 'mixed'
  readonly language: 'de' | 'en'
  /** By line of the order; what is not named: all that are free, and none of them destroyed. */
  readonly take: Readonly<Record<number, number>>
  readonly destroy: Readonly<Record<number, number>>
}

/** Devices of one line of the order that no case has yet. */
export interface FreeLine {
  readonly line: number
  readonly sku: string
  readonly rows: readonly number[]
  /** Minor units of one device. */
  readonly creditMinor: number
}

/** The rows that cases took, as the history of the order tells; what it tells in other shapes is passed over. */
export function takenRows(facts: readonly Schema['Fact'][]): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { type, body } of facts) {
    if (type !== 'units-taken-by-case') continue
    const rows = body?.['rows']
    if (Array.isArray(rows)) for (const row of rows) if (typeof row === 'number') taken.add(row)
  }
  return taken
}

export const freeLines = ({ commitments }: Order, taken: ReadonlySet<number>): FreeLine[] =>
  commitments
    .map(({ line, sku, quantity, firstRow, credit }) => ({
      line,
      sku,
      rows: Array.from({ length: quantity }, (_, index) => firstRow + index).filter((row) => !taken.has(row)),
      creditMinor: credit.minor / quantity,
    }))
    .filter(({ rows }) => rows.length > 0)

/** What a choice means, in rows of the order: those that the case gets, and those of them to be destroyed. */
export function chosenRows(
  lines: readonly FreeLine[],
  { part, way, take, destroy }: CaseChoice,
): { readonly taken: number[]; readonly destroyed: number[]; readonly creditMinor: number } {
  const chosen = lines.map(({ line, rows, creditMinor }) => {
    const taken = rows.slice(0, part === 'all' ? rows.length : (take[line] ?? rows.length))
    const count =
      way === 'mixed' ? Math.min(destroy[line] ?? 0, taken.length) : way === 'destroy' ? taken.length : 0
    // The last ones, so that the devices to be returned are counted from the first row.
    return { taken, destroyed: count === 0 ? [] : taken.slice(-count), credit: taken.length * creditMinor }
  })
  return {
    taken: chosen.flatMap(({ taken }) => taken),
    destroyed: chosen.flatMap(({ destroyed }) => destroyed),
    creditMinor: chosen.reduce((sum, { credit }) => sum + credit, 0),
  }
}
