import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceWords, countryCode } from '../reader/vocabulary.ts'
import { interpret, type Surroundings } from './cell-values.ts'
import { type Cell, columnLetters, dayOfSerialDate, isDateFormat, serialDateOfDay } from './cells.ts'
import type { Field } from './fields.ts'

const around: Surroundings = {
  today: '2026-11-22',
  choiceWords,
  countryCode,
  skus: null,
  parts: null,
  currencies: new Set(['EUR']),
  suggestions: new Map(),
}
const text = (content: string): Cell => ({ kind: 'text', text: content, format: 'General', formula: 'none' })
const number = (content: string, format = 'General'): Cell => ({
  kind: 'number',
  text: content,
  format,
  formula: 'none',
})
const value = (field: Partial<Field>, cell: Cell): unknown => {
  const read = interpret({ key: 'x', type: 'text', ...field }, cell, around)
  return read.notes[0]?.code ?? read.value
}

describe('days', () => {
  test.each([
    [text('2026-03-01'), '2026-03-01'],
    [text('1.3.2026'), '2026-03-01'],
    [text('01. 03. 2026'), '2026-03-01'],
    [number('46082', 'dd.mm.yyyy'), '2026-03-01'],
    [number('46082.75', 'dd.mm.yyyy hh:mm'), '2026-03-01'],
    [number('46082'), 'day-from-number'],
    [text('29.02.2026'), 'not-a-day'],
    [text('03/01/2026'), 'not-a-day'],
    [text('1.3.26'), 'not-a-day'],
    [number('12', 'dd.mm.yyyy'), 'not-a-day'],
    [text('bald'), 'not-a-day'],
  ])('%o is %s', (cell, expected) => expect(value({ type: 'date' }, cell)).toBe(expected))
  test('serial dates and days are each other backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        expect(serialDateOfDay(dayOfSerialDate(serial))).toBe(serial)
      }),
    )
    expect(dayOfSerialDate(61)).toBe('1900-03-01')
  })
  test.each([
    ['dd.mm.yyyy', true],
    ['[$-407]d. mmm yy', true],
    ['0.00', false],
    ['General', false],
    ['0 "days"', false],
    ['[Red]0', false],
  ])('%s shows a day: %s', (format, expected) => expect(isDateFormat(format)).toBe(expected))
})

describe('numbers', () => {
  test.each([
    ['1234,5', '1234.5'],
    ['1234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['0', '0'],
    ['1.234', 'ambiguous-number'],
    ['1,234', 'ambiguous-number'],
    ['-1', 'not-a-number'],
    ['1,2345', 'not-a-number'],
    ['10 kg', 'not-a-number'],
    ['2000000000', 'out-of-range'],
  ])('%s is %s', (content, expected) => expect(value({ type: 'decimal' }, text(content))).toBe(expected))
  test('a double brings no noise along', () => {
    expect(value({ type: 'decimal' }, number('0.30000000000000004'))).toBe('0.3')
    expect(value({ type: 'integer' }, number('3.0'))).toBe(3)
    expect(value({ type: 'integer' }, number('2.5'))).toBe('not-an-integer')
    expect(value({ type: 'text' }, number('1.2000000000000002'))).toBe('1.2')
    expect(value({ type: 'text' }, number('123456789012345'))).toBe('123456789012345')
  })
})

describe('words', () => {
  test.each(['Ja', 'yes', ' Y ', 'x', 'WAHR', '1'])('%s is yes', (word) =>
    expect(value({ type: 'yes-no' }, text(word))).toBe(true),
  )
  test.each(['Nein', 'NO', 'falsch', '0'])('%s is no', (word) =>
    expect(value({ type: 'yes-no' }, text(word))).toBe(false),
  )
  test('a tick is yes too', () =>
    expect(value({ type: 'yes-no' }, { ...text('1'), kind: 'boolean' })).toBe(true))
  test.each(['Inzahlungnahme', 'return', 'RETURN'])('%s is the way back', (word) =>
    expect(value({ type: 'choice', choices: 'route' }, text(word))).toBe('return'),
  )
  test.each(['DE', 'de', 'Deutschland', 'Germany'])('%s is DE', (word) =>
    expect(value({ type: 'country' }, text(word))).toBe('DE'),
  )
  test.each(['EU', 'XX', 'Bavaria'])('%s is no country', (word) =>
    expect(value({ type: 'country' }, text(word))).toBe('unknown-country'),
  )
})

describe('serials', () => {
  test.each([
    [number('4711', '00000000'), '00004711'],
    [number('12345678', '0000-0000'), '1234-5678'],
    [number('123', '"SN"0000'), 'serial-from-number'],
    [number('12.5'), 'serial-not-whole'],
    [number('-7'), 'serial-not-whole'],
    [text('jn 122\u00a0d0'), 'JN122D0'],
    [text('1E5'), '1E5'],
    [text('1E+5'), 'serial-scientific'],
    [text('12345678901234567890'), '12345678901234567890'],
    [text('n/a'), 'serial-placeholder'],
  ])('%o is %s', (cell, expected) => expect(value({ type: 'serial' }, cell)).toBe(expected))
  test('digits in a format of zeros are padded and never lost', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), fc.integer({ min: 2, max: 15 }), (digits, places) => {
        const read = interpret(
          { key: 'x', type: 'serial' },
          number(String(digits), '0'.repeat(places)),
          around,
        )
        expect(read.value).toBe(String(digits).padStart(places, '0'))
      }),
    )
  })
})

test('columns are lettered as spreadsheets do', () =>
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
