import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'

test('a piece of the rules reads as in its file', () => {
  expect(linesOf('P3M')).toEqual(['P3M'])
  expect(linesOf([60, 30, 14])).toEqual(['60, 30, 14'])
  expect(
    linesOf({
      id: 'austin',
      address: ['TMIP', 'Austin'],
      hours: { opens: 8, note: 'by\nappointment' },
      docks: [{ name: 'A', open: true }, { name: 'B' }],
    }),
  ).toEqual([
    'id: austin',
    'address: TMIP, Austin',
    'hours:',
    '  opens: 8',
    '  note:',
    '    by',
    '    appointment',
    'docks:',
    '  - name: A',
    '    open: true',
    '  - name: B',
  ])
})

test('nothing there is still a line', () => {
  expect(linesOf(null)).toEqual(['–'])
  expect(linesOf({ end: null })).toEqual(['end: –'])
})
