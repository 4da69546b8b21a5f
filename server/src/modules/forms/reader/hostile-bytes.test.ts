import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, goodForm, linesPart, withParts } from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from './read-form.ts'

const answers = (bytes: Uint8Array): void => {
  const reading = readTradeInForm(bytes, context)
  expect(['read', 'read-with-problems', 'confirm-columns', 'refused']).toContain(reading.outcome)
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
  test('lists and outputs, spoiled in any place', () => {
    const list = 'SKU;Serial number;Qty\nMX960BASE-DC;"JN1;JN2\nJN3";3\nMPC7E-MRATE;CAFR1..CAFR9;x\n'
    const text = readFileSync(
      new URL('../../../../test/fixtures/chassis/mx10-t.txt', import.meta.url),
      'utf8',
    )
    const xml = readFileSync(
      new URL('../../../../test/fixtures/chassis/srx-rpc-reply.xml', import.meta.url),
      'utf8',
    )
    const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="A">${[
      'SKU',
      'MX960BASE-DC',
      'MPC7E-MRATE',
    ]
      .map(
        (sku, index) =>
          `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>${sku}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>${index === 0 ? 'Serial' : `CAFR00${index}`}</text:p></table:table-cell></table:table-row>`,
      )
      .join('')}</table:table></office:spreadsheet></office:body></office:document>`
    expect(readTradeInForm(Buffer.from(flat), context).outcome).toBe('confirm-columns')
    const inserted = fc.constantFrom(
      '<',
      '"',
      '\0',
      '\ufeff',
      '&#x110000;',
      '"9999999999"',
      ';;;;',
      '\r',
      'REV 01 750-028380',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(list, text, xml, flat),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        inserted,
        fc.constantFrom('utf8' as const, 'utf16le' as const, 'latin1' as const),
        (whole, where, removed, more, encoding) => {
          const place = Math.floor(whole.length * where)
          answers(Buffer.from(whole.slice(0, place) + more + whole.slice(place + removed), encoding))
        },
      ),
      { numRuns: 600 },
    )
  })
  test('a table that only seems long is refused before it is held', () => {
    const codes = (bytes: Uint8Array) => readTradeInForm(bytes, context).problems.map(({ code }) => code)
    expect(codes(Buffer.alloc(4_000_000, '\n'))).toEqual(['inflates-too-large'])
    expect(codes(Buffer.alloc(4_000_000, 'a;b;'))).toEqual(['inflates-too-large'])
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
