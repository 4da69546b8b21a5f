import { describe, expect, test } from 'vitest'
import type { UnitRow } from '../storage/cases.ts'
import { changeUnits, type UnitWish } from './change-units.ts'

const unit = (row: number, over: Partial<UnitRow> = {}): UnitRow => ({
  order_id: 'o1',
  row,
  customer_id: 'c1',
  case_id: 'TM-1',
  line: 1,
  sku: 'MX480BASE-AC',
  sku_family: 'MX480',
  state: 'owed',
  route: 'return',
  serial: null,
  serial_mark: null,
  credit_minor: 100,
  currency: 'EUR',
  details: {},
  shipment: null,
  certificate: null,
  changed_at: '',
  ...over,
})
const both = { routes: { return: {}, destroy: {} } } as Parameters<typeof changeUnits>[2]
const onlyReturn = { routes: { return: {} } } as Parameters<typeof changeUnits>[2]
const change = (units: UnitRow[], wishes: UnitWish[], programme = both, reserved = new Set<string>()) =>
  changeUnits(units, wishes, programme, reserved)

describe('what a form or a person says of a unit', () => {
  test('a serial identifies an owed unit, in its normal form', () => {
    expect(change([unit(1)], [{ row: 1, serial: ' jn 1231a2bafc' }]).changes).toEqual([
      { row: 1, from: 'owed', to: 'identified', route: 'return', creditMinor: 100, serial: 'JN1231A2BAFC' },
    ])
  })
  test('what only repeats what is known changes nothing', () => {
    expect(
      change(
        [unit(1, { serial: 'AB1234', state: 'identified' })],
        [{ row: 1, serial: 'AB1234', route: 'return', details: {} }],
      ),
    ).toEqual({ changes: [], problems: [] })
  })
  test('a serial that another unit gives up in the same step is refused, in a swap and in a chain', () => {
    const units = [
      unit(1, { serial: 'AAA111', state: 'identified' }),
      unit(2, { serial: 'BBB222', state: 'identified' }),
    ]
    const swap = change(units, [
      { row: 1, serial: 'BBB222' },
      { row: 2, serial: 'AAA111' },
    ])
    expect(swap).toEqual({
      changes: [],
      problems: [
        { row: 1, refused: 'serial-swap', found: 'BBB222', heldBy: 2 },
        { row: 2, refused: 'serial-swap', found: 'AAA111', heldBy: 1 },
      ],
    })
    const chain = change(units, [
      { row: 1, serial: 'BBB222' },
      { row: 2, serial: 'CCC333' },
    ])
    expect(chain.problems).toEqual([{ row: 1, refused: 'serial-swap', found: 'BBB222', heldBy: 2 }])
  })
  test.each<[string, Partial<UnitRow>, Omit<UnitWish, 'row'>, object]>([
    [
      'a serial takes the mark away',
      { state: 'identified', serial_mark: 'unreadable' },
      { serial: 'AAA111' },
      { serial: 'AAA111', serialMark: null, to: 'identified' },
    ],
    [
      'a mark takes the serial away',
      { state: 'identified', serial: 'AAA111' },
      { serialMark: 'unreadable' },
      { serial: null, serialMark: 'unreadable', to: 'identified' },
    ],
    [
      'a mark that is taken back leaves nothing known',
      { state: 'identified', serial_mark: 'unreadable' },
      { serialMark: null },
      { serialMark: null, to: 'owed' },
    ],
    ['a mark identifies', {}, { serialMark: 'not-serialised' }, { to: 'identified' }],
  ])('%s', (_name, before, wish, expected) => {
    const { changes, problems } = change([unit(1, before)], [{ row: 1, ...wish }])
    expect(problems).toEqual([])
    expect(changes).toEqual([expect.objectContaining({ row: 1, ...expected })])
  })
  const refusals: [string, UnitRow[], UnitWish[], string][] = [
    ['a unit that is not there', [unit(1)], [{ row: 9, serial: 'AB1234' }], 'unit-not-in-case'],
    [
      'a word that stands where a serial would',
      [unit(1)],
      [{ row: 1, serial: 'BUILTIN' }],
      'serial-malformed',
    ],
    [
      'the same serial for two units',
      [unit(1), unit(2)],
      [
        { row: 1, serial: 'AB1234' },
        { row: 2, serial: 'AB1234' },
      ],
      'serial-repeated',
    ],
    [
      'a serial of a unit that keeps it',
      [unit(1), unit(2, { serial: 'AB1234', state: 'identified' })],
      [{ row: 1, serial: 'AB1234' }],
      'serial-repeated',
    ],
    [
      'a serial after a certificate named another',
      [unit(1, { serial: 'AB1234', state: 'destruction-declared', route: 'destroy' })],
      [{ row: 1, serial: 'CD5678' }],
      'serial-locked',
    ],
    [
      'another way after it was shipped',
      [unit(1, { state: 'in-transit' })],
      [{ row: 1, route: 'destroy' }],
      'route-locked',
    ],
  ]
  test.each(refusals)('%s is refused', (_name, units, wishes, code) => {
    const { changes, problems } = change(units, wishes)
    expect(problems.map(({ refused }) => refused)).toEqual([code])
    expect(changes.every((one) => one.row !== problems[0]?.row)).toBe(true)
  })
  test('a serial that another case holds is refused without a word about whose', () => {
    const { problems } = change([unit(1)], [{ row: 1, serial: 'AB1234' }], both, new Set(['MX480 AB1234']))
    expect(problems).toEqual([{ row: 1, refused: 'serial-reserved', found: 'AB1234' }])
  })
  test('a way the programme does not offer', () => {
    expect(change([unit(1)], [{ row: 1, route: 'destroy' }], onlyReturn).problems[0]?.refused).toBe(
      'route-not-offered',
    )
  })
})
