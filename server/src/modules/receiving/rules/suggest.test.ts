import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reasonsFor, similarSerials } from './suggest.ts'

const serial = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
  minLength: 3,
  maxLength: 20,
})

test('who is similar to one is found from the other, whoever wrote the wrong character', () => {
  fc.assert(
    fc.property(serial, fc.nat(), fc.constantFrom('A', '7', 'Z'), (one, place, letter) => {
      const at = place % one.length
      for (const other of [
        one.slice(0, at) + letter + one.slice(at + 1),
        one.slice(0, at) + one.slice(at + 1),
        one.slice(0, at) + letter + one.slice(at),
      ]) {
        if (other === one) continue
        expect(similarSerials(one)).toContain(other)
        expect(similarSerials(other)).toContain(one)
      }
    }),
  )
})

test('O and 0, I and 1 in any number are similar, and a serial is not similar to itself', () => {
  expect(similarSerials('JO1I0A')).toContain('J0IIOA')
  fc.assert(fc.property(serial, (one) => !similarSerials(one).includes(one)))
  expect(similarSerials('OI01OI01OI01OI01OI01').length).toBeLessThan(2_000)
})

test('what can arrive no more is not suggested', () => {
  const goods = { serial: 'ABC1', sku: 'X', labelCase: 'TM-1' }
  const unit = { serial: 'ABC1', sku: 'X', case_id: 'TM-1' }
  expect(reasonsFor(goods, { ...unit, state: 'in-transit' }, new Set())).toEqual([
    'same-serial',
    'label-case',
    'same-sku',
  ])
  expect(reasonsFor(goods, { ...unit, state: 'certified' }, new Set())).toEqual([])
})
