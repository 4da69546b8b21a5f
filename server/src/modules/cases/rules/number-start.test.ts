import { expect, test } from 'vitest'
import { caseNumberStart } from './number-start.ts'

test.each([
  ['TM-7K3Q9-XWD42', 'TM-7K3Q9-XWD42'],
  ['tm 7k3q9x', 'TM-7K3Q9-X'],
  ['7K3Q9', 'TM-7K3Q9'],
  ['7k', 'TM-7K'],
  ['TM', null],
  ['TM-7', null],
  ['Rheinnetz GmbH', null],
  ['SO/17', null],
])('%s begins %s', (typed, start) => {
  expect(caseNumberStart(typed)).toBe(start)
})
