import { expect, test } from 'vitest'
import { newCaseNumber, newTrackingNumber } from '../../../../server/src/values/identifiers.ts'
import { recognise } from './recognise.ts'

test('the case label: as printed, in small letters, and inside the code of a certificate', () => {
  for (let count = 0; count < 200; count += 1) {
    const caseNumber = newCaseNumber()
    expect(recognise(caseNumber)).toEqual({ kind: 'case', caseNumber })
    expect(recognise(` ${caseNumber.toLowerCase()} `)).toEqual({ kind: 'case', caseNumber })
    expect(recognise(`TMIP:COD:CD-1:2:${caseNumber}:1:0123456789AB`)).toEqual({ kind: 'case', caseNumber })
  }
})

test('a case number with one character wrong is neither a case nor a serial number', () => {
  for (let count = 0; count < 200; count += 1) {
    const right = newCaseNumber()
    const wrong = right.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
    expect(recognise(wrong)).toEqual({ kind: 'misread', text: wrong })
  }
  expect(recognise('TMIP:FORM').kind).toBe('misread')
})

test('the tracking number on our label is no device', () => {
  const text = newTrackingNumber()
  expect(recognise(text)).toEqual({ kind: 'tracking', text })
})

test.each([
  ['JN122D0FEAFC', false],
  ['cafr 4421', false],
  ['MX480BASE-AC', true],
  ['MX204', true],
  ['TM7K3Q9XWD42', false],
])('%s is a device, and perhaps an SKU: %s', (text, perhapsSku) =>
  expect(recognise(text)).toEqual({
    kind: 'device',
    text: text.replace(' ', '').toUpperCase(),
    perhapsSku,
  }),
)

test('what no serial number is that long', () => {
  expect(recognise('A'.repeat(100)).kind).toBe('device')
  expect(recognise('A'.repeat(101)).kind).toBe('too-long')
})
