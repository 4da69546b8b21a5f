import type { Schema } from '../../api/client.ts'

export type ExposureState = Schema['ExposureTotal']['state']

/** In the order of a device's life; the chart stacks them from below. */
export const exposureStates = [
  'secured',
  'at-risk',
  'overdue',
  'proposed',
  'no-case',
  'waived',
  'charged-back',
] as const satisfies readonly ExposureState[]

export interface MonthRow {
  readonly month: string | null
  readonly sums: Readonly<Partial<Record<ExposureState, Schema['ExposureOfMonth']>>>
}

/** One row for each month of a currency, in order, with what lies before and after the range and what has no date yet. */
export function monthRows(months: readonly Schema['ExposureOfMonth'][], currency: string): MonthRow[] {
  const rows = new Map<string | null, Partial<Record<ExposureState, Schema['ExposureOfMonth']>>>()
  for (const one of months) {
    if (one.currency !== currency) continue
    const row = rows.get(one.month) ?? {}
    row[one.state] = one
    rows.set(one.month, row)
  }
  const place = (month: string | null) =>
    month === null ? '9999-13' : month === 'before' ? '' : month === 'after' ? '9999-12' : month
  return [...rows]
    .map(([month, sums]) => ({ month, sums }))
    .sort((a, b) => (place(a.month) < place(b.month) ? -1 : 1))
}
