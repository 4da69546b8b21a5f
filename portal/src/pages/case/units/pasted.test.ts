import { expect, test } from 'vitest'
import type { Schema } from '../../../api/client.ts'
import { cellsIn, fill, linesIn } from './pasted.ts'

const unit = (row: number, sku: string, more: Partial<Schema['Unit']> = {}): Schema['Unit'] => ({
  row,
  sku,
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
const units = [
  unit(1, 'MX480BASE-AC'),
  unit(2, 'MX480BASE-AC', { serial: 'JN0002', state: 'accepted', actions: [] }),
  unit(3, 'MPC7E-MRATE'),
  unit(4, 'MPC7E-MRATE'),
]
const skus = new Set(units.map(({ sku }) => sku))
const known = ({ serial }: Schema['Unit']) => serial ?? ''
const paste = (text: string, from = 1) => {
  const { filled, misfits } = fill(linesIn(text, skus) ?? [], units, from, known)
  return {
    filled: filled.map(({ unit: { row }, serial }) => [row, serial]),
    misfits: misfits.map(({ serial, why }) => [serial, why]),
  }
}

test('cells as spreadsheets copy them', () => {
  expect(cellsIn('A\tB\r\nC\tD\r\n')).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ])
  expect(cellsIn('"two\nlines"\t"say ""hi"""\n')).toEqual([['two\nlines', 'say "hi"']])
  expect(cellsIn('A\n\nB')).toEqual([['A'], [''], ['B']])
})

test('a column fills downwards from the cell it is pasted into, and a blank cell keeps its place', () => {
  expect(paste('S1\nS2', 3)).toEqual({
    filled: [
      [3, 'S1'],
      [4, 'S2'],
    ],
    misfits: [],
  })
  expect(paste('S1\n\n\nS4')).toEqual({
    filled: [
      [1, 'S1'],
      [4, 'S4'],
    ],
    misfits: [],
  })
})

test('the heading of a column is no serial number', () => {
  for (const heading of ['Serial number', 'Seriennummer', 'S/N', 'Serial No.'])
    expect(paste(`${heading}\nS1`, 3).filled).toEqual([[3, 'S1']])
})

test('what does not fit is said: too many, and a device that can no longer be changed', () => {
  expect(paste('S1\nS2\nS3\nS4\nS5')).toEqual({
    filled: [
      [1, 'S1'],
      [3, 'S3'],
      [4, 'S4'],
    ],
    misfits: [
      ['S2', 'locked'],
      ['S5', 'no-row'],
    ],
  })
  // It says what is known of that device: nothing to do, and nothing to complain about.
  expect(paste('S1\njn 0002').misfits).toEqual([])
})

test('two columns name the device by its row, in any order of columns and rows', () => {
  const expected = {
    filled: [
      [4, 'S4'],
      [1, 'S1'],
    ],
    misfits: [['S9', 'no-row']],
  }
  expect(paste('4\tS4\n1\tS1\n9\tS9')).toEqual(expected)
  expect(paste('Serial\tRow\nS4\t4\nS1\t1\nS9\t9')).toEqual(expected)
})

test('two columns name the device by its SKU: the next one of this kind without a serial number', () => {
  expect(paste('SKU\tSerial\nMPC7E-MRATE\tS3\nmpc7e-mrate\tS4\nMPC7E-MRATE\tS5\nMX480BASE-AC\tS1')).toEqual({
    filled: [
      [3, 'S3'],
      [4, 'S4'],
      [1, 'S1'],
    ],
    misfits: [['S5', 'no-sku']],
  })
})

test('other tables are not guessed at', () => {
  expect(linesIn('a\tb\tc\nd\te\tf', skus)).toBeNull()
  expect(linesIn('S1\tS2\nS3\tS4', skus)).toBeNull()
})
