import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ExposureRow, exposureStates, inOrder, monthAfter, totalsOf } from './exposure.ts'

test.each([
  ['2026-11', 12, '2027-11'],
  ['2026-11', -6, '2026-05'],
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-07', 0, '2026-07'],
])('%s and %i months are %s', (month, months, expected) => {
  expect(monthAfter(month, months)).toBe(expected)
})

const row = fc.record({
  month: fc.constantFrom('before', '2026-11', '2026-12', '2027-01', 'after', null),
  currency: fc.constantFrom('EUR', 'USD'),
  state: fc.constantFrom(...exposureStates),
  cases: fc.nat(1_000),
  units: fc.nat(10_000),
  minor: fc.nat(1_000_000_000),
})

test('what comes before the range stands first, what comes after it last, and what has no date at the very end', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const months = inOrder(rows).map(({ month }) => month)
      const order = ['before', '2026-11', '2026-12', '2027-01', 'after', null]
      const places = months.map((month) => order.indexOf(month))
      expect(places).toEqual([...places].sort((one, other) => one - other))
    }),
  )
})

test('the totals are what the months are together, each currency and state once', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const totals = totalsOf(rows)
      const sum = (list: readonly Pick<ExposureRow, 'minor'>[]) =>
        list.reduce((all, { minor }) => all + minor, 0)
      expect(sum(totals)).toBe(sum(rows))
      expect(new Set(totals.map(({ currency, state }) => `${currency} ${state}`)).size).toBe(totals.length)
    }),
  )
})
