import { expect, test } from 'vitest'
import type { Schema } from '../../../api/client.ts'
import { hasMoved, noChanges, rebased, twins, type Wish, wishesOf, withChanges, without } from './changes.ts'

const unit = (row: number, more: Partial<Schema['Unit']> = {}): Schema['Unit'] => ({
  row,
  sku: 'MX480BASE-AC',
  state: 'owed',
  route: 'return',
  serial: null,
  serialMark: null,
  credit: { minor: 0, amount: '0.00', currency: 'EUR' },
  details: {},
  shipment: null,
  certificate: null,
  changedAt: '2026-11-02T00:00:00Z',
  actions: ['change-unit'],
  ...more,
})
const after = (...said: [Schema['Unit'], Wish][]) =>
  said.reduce((changes, [one, wish]) => withChanges(changes, [{ unit: one, wish }], 7), noChanges)

test('what is as it stands there is no change', () => {
  const known = unit(1, { serial: 'JN0001' })
  expect(after([known, { serial: 'JN0002' }], [known, { serial: ' jn 0001 ' }])).toBe(noChanges)
  expect(after([unit(1), { serial: 'A' }], [unit(1), { serial: '' }])).toBe(noChanges)
  expect(after([unit(1), { route: 'destroy' }], [unit(1), { route: 'return' }])).toBe(noChanges)
})

test('it is kept on which version the first change was begun', () => {
  const first = after([unit(1), { serial: 'A' }])
  expect(withChanges(first, [{ unit: unit(2), wish: { serial: 'B' } }], 9).version).toBe(7)
})

test('a serial number and a mark take each other away', () => {
  expect(wishesOf(after([unit(1), { serial: 'A' }], [unit(1), { mark: 'unreadable' }]))).toEqual([
    { row: 1, serialMark: 'unreadable' },
  ])
  expect(wishesOf(after([unit(1), { mark: 'unreadable' }], [unit(1), { serial: 'A1B' }]))).toEqual([
    { row: 1, serial: 'A1B' },
  ])
  const marked = unit(1, { serialMark: 'unreadable' })
  expect(wishesOf(after([marked, { mark: null }]))).toEqual([{ row: 1, serialMark: null }])
})

test('a cell that was emptied is not sent', () => {
  const changes = after([unit(1, { serial: 'JN0001' }), { serial: '' }], [unit(2), { serial: 'JN0002' }])
  expect(Object.keys(changes.rows)).toEqual(['1', '2'])
  expect(wishesOf(changes)).toEqual([{ row: 2, serial: 'JN0002' }])
})

test('the same serial number twice is seen, typed or known, and only for the same kind of device', () => {
  const units = [unit(1, { serial: 'JN0001' }), unit(2), unit(3), unit(4, { sku: 'MPC7E-MRATE' })]
  const [, second, third, other] = units as [unknown, Schema['Unit'], Schema['Unit'], Schema['Unit']]
  const changes = after(
    [second, { serial: 'jn0001' }],
    [third, { serial: 'X1Y' }],
    [other, { serial: 'X1Y' }],
  )
  expect([...twins(units, changes)]).toEqual([
    [1, 2],
    [2, 1],
  ])
})

test('what somebody typed on while it was sent stays', () => {
  const sent = after([unit(1), { serial: 'A1' }], [unit(2), { serial: 'B1' }])
  const typed = withChanges(sent, [{ unit: unit(2), wish: { serial: 'B12' } }], 7)
  expect(wishesOf(without(typed, sent.rows, 8))).toEqual([{ row: 2, serial: 'B12' }])
  expect(without(sent, sent.rows, 8)).toBe(noChanges)
})

test('what somebody else changed is seen, and the wishes begin again on it', () => {
  const changes = after([unit(1), { serial: 'A1' }], [unit(2), { serial: 'B1' }], [unit(3), { serial: 'C1' }])
  const now = [unit(1, { serial: 'A1' }), unit(2, { serial: 'OTHER' })]
  expect(now.map((one) => hasMoved(one, changes.rows[one.row] as never))).toEqual([true, true])
  const again = rebased(changes, now, 9)
  expect(again.version).toBe(9)
  expect(wishesOf(again)).toEqual([
    { row: 2, serial: 'B1' },
    { row: 3, serial: 'C1' },
  ])
  expect(again.rows[2]?.base.serial).toBe('OTHER')
})
