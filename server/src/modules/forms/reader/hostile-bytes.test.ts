import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, goodForm, linesPart, withParts } from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from './read-form.ts'

const answers = (bytes: Uint8Array): void => {
  const reading = readTradeInForm(bytes, context)
  expect(['read', 'read-with-problems', 'refused']).toContain(reading.outcome)
  if (reading.outcome === 'refused') expect(reading.problems[0]?.message).toBeTruthy()
}

describe('whatever the bytes are, there is an answer', () => {
  test('a form cut off at any length is refused', async () => {
    const whole = await goodForm()
    for (let length = 0; length < whole.length; length += 61)
      expect(readTradeInForm(whole.subarray(0, length), context).outcome).toBe('refused')
  })
  test('a form with some bytes changed', async () => {
    const whole = await goodForm()
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const spoiled = whole.slice()
        for (const [place, byte] of changes) spoiled[place] = byte
        answers(spoiled)
      }),
      { numRuns: 400 },
    )
  })
  test('a well packed form with spoiled XML', async () => {
    const whole = await goodForm({ emptyLines: 0 })
    const names = [
      linesPart,
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]
    const insert = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '</row>',
      '<c>',
      '<v>1e999</v>',
      'r="ZZZZ9"',
      '&#x110000;',
      '',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(20),
        insert,
        (name, where, removed, text) => {
          const spoiled = withParts(whole, (parts) => {
            const part = parts[name] ?? ''
            const place = Math.floor(part.length * where)
            parts[name] = part.slice(0, place) + text + part.slice(place + removed)
          })
          answers(spoiled)
        },
      ),
      { numRuns: 300 },
    )
  })
  test('any bytes at all', () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF-', '<?xml')
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 2000 }), (head, rest) =>
        answers(Buffer.concat([Buffer.from(head, 'latin1'), rest])),
      ),
      { numRuns: 300 },
    )
  })
  test('problems without number are counted, not listed', async () => {
    const cell = (column: string, row: number): string => `<c r="${column}${row}" t="e"><v>#REF!</v></c>`
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const row = index + 6
      return `<row r="${row}">${Array.from('BCDEF')
        .map((column) => cell(column, row))
        .join('')}</row>`
    })
    const bytes = withParts(await goodForm({ lines: [], emptyLines: 0 }), (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '').replace('</sheetData>', `${rows.join('')}</sheetData>`)
    })
    const { problems } = readTradeInForm(bytes, context)
    expect(problems.length).toBe(20_001)
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems' })
  })
})
