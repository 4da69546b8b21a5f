/** Exposure by due month, as rows that a chart and a table can take: one per month, currency and state. */

export const exposureStates = [
  'secured',
  'at-risk',
  'overdue',
  'proposed',
  'no-case',
  'waived',
  'charged-back',
] as const
export type ExposureState = (typeof exposureStates)[number]

export interface ExposureRow {
  /** `YYYY-MM` of the due date, `before` or `after` the range; null where none is known yet. */
  readonly month: string | null
  readonly currency: string
  readonly state: ExposureState
  readonly cases: number
  readonly units: number
  readonly minor: number
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
/** `YYYY-MM` so many months later, or earlier. */
export const monthAfter = (month: string, months: number): string => {
  const number = monthNumber(month) + months
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** In the order of time: what lies before the range first, what has no due date last. */
const place = (month: string | null): string =>
  month === 'before' ? '0' : month === 'after' ? '~1' : (month ?? '~2')
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export const inOrder = (rows: readonly ExposureRow[]): ExposureRow[] =>
  [...rows].sort(
    (one, other) =>
      compare(place(one.month), place(other.month)) ||
      compare(one.currency, other.currency) ||
      exposureStates.indexOf(one.state) - exposureStates.indexOf(other.state),
  )

/** All months together, per currency and state, in the order of the states. */
export function totalsOf(rows: readonly ExposureRow[]): Omit<ExposureRow, 'month'>[] {
  const totals = new Map<
    string,
    { -readonly [Field in keyof Omit<ExposureRow, 'month'>]: ExposureRow[Field] }
  >()
  for (const { month: _, ...row } of inOrder(rows.map((row) => ({ ...row, month: null })))) {
    const total = totals.get(`${row.currency} ${row.state}`)
    if (total === undefined) totals.set(`${row.currency} ${row.state}`, { ...row })
    else {
      total.cases += row.cases
      total.units += row.units
      total.minor += row.minor
    }
  }
  return [...totals.values()]
}
