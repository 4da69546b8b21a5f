import { expect, test } from 'vitest'
import type { Schema } from '../../api/client.ts'
import { type CaseChoice, chosenRows, freeLines, takenRows } from './choice.ts'

const money = (minor: number) => ({ amount: (minor / 100).toFixed(2), minor, currency: 'EUR' })
const order = {
  commitments: [
    { line: 1, sku: 'MX480BASE-AC', quantity: 3, firstRow: 1, credit: money(960_000) },
    { line: 2, sku: 'MIC-3D-20GE-SFP', quantity: 4, firstRow: 4, credit: money(56_000) },
  ],
} as Schema['OrderDetail']
const everything: CaseChoice = { part: 'all', way: 'return', language: 'de', take: {}, destroy: {} }

test('what a case took already is not free any more', () => {
  const facts = [
    { type: 'order-registered', body: { rows: [1, 2, 3] } },
    { type: 'units-taken-by-case', body: { rows: [1, 3] } },
    { type: 'units-taken-by-case', body: { rows: [4, 5, 6, 7] } },
  ] as unknown as Schema['Fact'][]
  const lines = freeLines(order, takenRows(facts))
  expect(lines.map(({ line, rows }) => [line, rows])).toEqual([[1, [2]]])
  expect(chosenRows(lines, everything)).toEqual({ taken: [2], destroyed: [], creditMinor: 320_000 })
})

test('some devices, a part of which is destroyed', () => {
  const lines = freeLines(order, new Set())
  const { taken, destroyed, creditMinor } = chosenRows(lines, {
    ...everything,
    part: 'some',
    way: 'mixed',
    take: { 1: 2, 2: 0 },
    destroy: { 1: 1, 2: 3 },
  })
  expect(taken).toEqual([1, 2])
  expect(destroyed).toEqual([2])
  expect(creditMinor).toBe(640_000)
})

test('to destroy everything leaves nothing to return', () => {
  const { taken, destroyed } = chosenRows(freeLines(order, new Set()), { ...everything, way: 'destroy' })
  expect(destroyed).toEqual(taken)
  expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7])
})
