import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { serialOf } from './serial-cells.ts'

const text = (written: string): Cell => ({ kind: 'text', text: written, format: '@', formula: 'none' })
const read = (written: string) => serialOf(text(written))
const said = (written: string) => read(written).notes.map(({ code, severity }) => `${code} ${severity}`)

describe('one serial in a cell', () => {
  test.each([
    ["'00012345", '00012345'],
    ['’CAFR4421', 'CAFR4421'],
    ['＇CAFR4421', 'CAFR4421'],
    ['"CAFR4421"', 'CAFR4421'],
    ['\u00a0CAFR\u00a04421\u200b', 'CAFR4421'],
    ['CAFR\u00ad4421', 'CAFR4421'],
    ['AB‑12–34', 'AB-12-34'],
    ['ＣＡＦＲ４４２１', 'CAFR4421'],
    ['s/n12', 'S/N12'],
    ['JN12 2D0F EAFC', 'JN122D0FEAFC'],
  ])('%j', (written, serial) => expect(read(written)).toEqual({ value: serial, notes: [] }))
  test('Cyrillic and Greek letters that look Latin are read as those, and told', () => {
    expect(read('САFR4421')).toEqual({
      value: 'CAFR4421',
      notes: [
        {
          code: 'serial-foreign-letters',
          severity: 'warning',
          found: 'САFR4421',
          values: { serial: 'CAFR4421' },
        },
      ],
    })
    expect(read('ΑΒ1234').value).toBe('AB1234')
    expect(said('ЖЩ1234')).toEqual(['serial-malformed error'])
  })
  test('O and 0, I and 1 are never changed', () => expect(read('OI0101').value).toBe('OI0101'))
})

describe('several serials in a cell', () => {
  test.each([
    'CAFR4421, CAFR4422',
    'CAFR4421;CAFR4422',
    'CAFR4421\nCAFR4422',
    'CAFR4421\r\nCAFR4422\r\n',
    'CAFR4421 / CAFR4422',
    'CAFR4421/CAFR4422',
    'CAFR4421 CAFR4422',
    'CAFR4421 und CAFR4422',
    "'CAFR4421', 'CAFR4422'",
    'CAFR4421, CAFR4422, CAFR4421, BUILTIN',
  ])('%j', (written) =>
    expect(read(written)).toMatchObject({ value: null, several: ['CAFR4421', 'CAFR4422'] }),
  )
  test('a slash inside a serial parts nothing', () => expect(read('AB12/34').value).toBe('AB12/34'))
  test('each is judged by itself', () => {
    expect(read('CAFR4421, !!').several).toEqual(['CAFR4421', '!!'])
    expect(said('CAFR4421, !!')).toEqual(['serial-malformed error'])
  })
})

describe('ranges are only suggested', () => {
  test.each(['JN0001 - JN0003', 'JN0001..JN0003', 'JN0001 bis JN0003', 'JN0001 to JN0003', 'JN0001…JN0003'])(
    '%j',
    (written) =>
      expect(read(written)).toEqual({
        value: null,
        notes: [
          {
            code: 'serial-range',
            severity: 'error',
            found: written,
            expected: { kind: 'serials-listed', values: { serials: 'JN0001, JN0002, JN0003', count: 3 } },
          },
        ],
      }),
  )
  test('a hyphen may belong to the serial: it is taken, and told', () => {
    expect(read('JN0001-JN0003').value).toBe('JN0001-JN0003')
    expect(said('JN0001-JN0003')).toEqual(['serial-range warning'])
  })
  test.each(['750-028467', '2024-2025', 'JN0003-JN0001', 'AB1234-XY1235', '1001-1005'])(
    '%j is none',
    (written) => expect(said(written)).toEqual([]),
  )
})

describe('laws', () => {
  const serial = fc.stringMatching(/^[A-Z]{2}[0-9]{6}$/)
  test('what is listed comes out, whatever stands between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(serial, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(', ', ',', ';', '\n', '\r\n', ' / ', '/', ' ; ', ' '),
        (serials, between) => {
          expect(read(serials.join(between)).several).toEqual(serials)
        },
      ),
    )
  })
  test('a reading of what was read changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (written) => {
        const { value, several } = read(written)
        for (const one of several ?? (typeof value === 'string' ? [value] : []))
          if (said(one).length === 0) expect(read(one)).toEqual({ value: one, notes: [] })
      }),
      { numRuns: 2_000 },
    )
  })
  test('typography around and inside a serial never changes it', () => {
    fc.assert(
      fc.property(
        serial,
        fc.array(fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '\u200e', '\u00a0', ' '), {
          maxLength: 6,
        }),
        fc.nat(8),
        fc.constantFrom('', "'", '"', '’'),
        (plain, noise, at, quote) => {
          expect(read(quote + plain.slice(0, at) + noise.join('') + plain.slice(at) + quote).value).toBe(
            plain,
          )
        },
      ),
    )
  })
})
