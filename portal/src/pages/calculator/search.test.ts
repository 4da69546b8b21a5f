import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculatorSearch, planOf, readLines, writeLines } from './search.ts'

const line = fc.record({
  sku: fc.stringMatching(/^[A-Z0-9][A-Z0-9._\-+/=#()]{1,59}$/),
  return: fc.nat(10_000),
  destroy: fc.nat(10_000),
  keep: fc.nat(10_000),
})

test('what is written into an address is read from it again', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      expect(readLines(writeLines(lines))).toEqual(lines)
    }),
  )
})

test('an address that somebody made up is read as far as it makes sense', () => {
  expect(calculatorSearch({ lines: 'MX480:2:-1:x,,:3', on: 'soon', order: 'mine' })).toEqual({
    lines: 'MX480:2:0:0',
  })
  expect(calculatorSearch({ lines: ['MX480'], currency: 7 })).toEqual({ currency: '7' })
})

test('of the devices of an order none gets lost and none comes in', () => {
  const commitments = [{ sku: 'MX480', quantity: 5 }]
  expect(planOf(commitments, undefined)).toEqual([{ sku: 'MX480', return: 5, destroy: 0, keep: 0 }])
  fc.assert(
    fc.property(line, (planned) => {
      const [plan] = planOf(commitments, [{ ...planned, sku: 'MX480' }])
      if (plan === undefined) throw new Error('no line')
      expect(plan.return + plan.destroy + plan.keep).toBe(5)
      expect(Math.min(plan.return, plan.destroy, plan.keep)).toBeGreaterThanOrEqual(0)
    }),
  )
})
