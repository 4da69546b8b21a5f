import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mistakesBetween, nearWords } from './near-words.ts'

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['window', 'widnow', 1],
  ['window', 'windo', 1],
  ['window', 'wimdow', 1],
  ['kitten', 'sitting', 3],
])('%s and %s: %d', (left, right, mistakes) => expect(mistakesBetween(left, right)).toBe(mistakes))

const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 })
test('equal words have none, order does not matter, length sets the bounds', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      const mistakes = mistakesBetween(left, right)
      expect(mistakes === 0).toBe(left === right)
      expect(mistakes).toBe(mistakesBetween(right, left))
      expect(mistakes).toBeGreaterThanOrEqual(Math.abs(left.length - right.length))
      expect(mistakes).toBeLessThanOrEqual(Math.max(left.length, right.length))
    }),
  )
})

test('the nearest come first, strangers not at all', () =>
  expect(nearWords('mailbx', ['vendor', 'mailboxes', 'mailbox'])).toEqual(['mailbox']))
