import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsSkuPattern, normaliseSku, skuPatternShape, skuShape } from './sku.ts'

test.each([
  ['MX240BASE-AC', 'MX240*', true],
  ['MX2010-BASE-AC', 'MX240*', false],
  ['CHAS-BP3-MX960-S', 'CHAS-BP*-MX960-S', true],
  ['CHAS-BP-MX960-S', 'CHAS-BP*-MX960-S', true],
  ['CHAS-BP-MX480-S', 'CHAS-BP*-MX960-S', false],
  ['FFANTRAY-MX240-S', '*FANTRAY*', true],
  ['ABA', 'AB*BA', false],
  ['ABBA', 'AB*BA', true],
  ['MX240', 'MX240', true],
  ['MX2400', 'MX240', false],
])('%s fits %s: %s', (sku, pattern, fits) => expect(fitsSkuPattern(sku, pattern)).toBe(fits))

const letters = fc.string({ unit: fc.constantFrom('A', 'B', '-', '1'), maxLength: 12 })
const pattern = fc.string({ unit: fc.constantFrom('A', 'B', '-', '1', '*'), minLength: 1, maxLength: 8 })

test('patterns mean what the regular expression with .* means', () => {
  fc.assert(
    fc.property(letters, pattern, (sku, pattern) => {
      expect(fitsSkuPattern(sku, pattern)).toBe(
        new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u').test(sku),
      )
    }),
    { numRuns: 2000 },
  )
})

test('a SKU is compared in capitals and without blanks', () => {
  expect(normaliseSku(' mx240base -ac\u00a0')).toBe('MX240BASE-AC')
  expect(skuShape.test('mx240')).toBe(false)
  expect(skuPatternShape.test('***')).toBe(false)
})
