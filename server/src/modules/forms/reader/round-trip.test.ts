import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, goodForm, goodInput, withParts } from '../../../../test/fixtures/xlsx/forms.ts'
import { languages } from '../../../values/language.ts'
import { normaliseSerial } from '../../../values/serial-number.ts'
import { choiceSets, type Field, type LineKey, lineFields } from '../rules/fields.ts'
import type { CellContent, LineInput } from '../workbook/input.ts'
import { writeTradeInForm } from '../workbook/write-trade-in-form.ts'
import { readTradeInForm } from './read-form.ts'

/** What a text cell can hold: no control characters, no blanks around it, no half of a surrogate pair. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((drawn) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
    drawn.replace(/[\x00-\x1f\ufffe\uffff]/g, '').trim(),
  )
  .filter((drawn) => drawn !== '')
const awkward = fc.constantFrom(
  '=cmd|calc!A1',
  '+49',
  '-1',
  '@SUM(A1)',
  '#N/A',
  '#REF!',
  '_x0041_',
  '_x005F_',
  '00012345',
  'Größe ß Ä',
  '😀👩‍🔧',
  '<b>&amp;</b>',
  ']]>',
  'a\nb',
  'TRUE',
  '1E5',
  "'x",
)
const anyText = fc.oneof(text, awkward)
const serial = fc.oneof(
  fc.stringMatching(/^[A-Z0-9]{3,20}$/),
  fc.stringMatching(/^0{1,5}[0-9]{3,20}$/),
  fc.constantFrom('=CMD', '-1', '+1', '@A1', 'ÄÖÜ123', '😀😀😀'),
)
const day = fc
  .date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const byType = ({ key, type, maxLength }: Field<LineKey>): fc.Arbitrary<CellContent> => {
  switch (type) {
    case 'integer':
      return fc.integer({ min: 1, max: 100_000 })
    case 'decimal':
      return fc.integer({ min: 0, max: 999_999_999 }).map((mills) => String(mills / 1000))
    case 'date':
      return day
    case 'yes-no':
      return fc.boolean()
    case 'serial':
      return serial
    case 'sku':
      return fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,20}$/)
    case 'country':
      return fc.constantFrom('DE', 'US', 'AT', 'CH')
    case 'choice':
      return fc.constantFrom(...choiceSets[key as 'route'])
    default:
      return anyText.filter((drawn) => drawn.length <= (maxLength ?? 1000))
  }
}
const line = fc.record(
  Object.fromEntries(
    lineFields.map((field) => [field.key, fc.option(byType(field), { nil: null })]),
  ) as Record<LineKey, fc.Arbitrary<CellContent>>,
)
const isFilled = (drawn: LineInput): boolean =>
  Object.entries(drawn).some(([key, value]) => key !== 'row' && value !== null)

describe('what was written is read', () => {
  test('for any lines in either language', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...languages),
        async (lines, language) => {
          const reading = readTradeInForm(await writeTradeInForm({ ...goodInput, language, lines }), {
            language,
            today: '2026-11-22',
          })
          const expected = lines.filter(isFilled).map((drawn) => ({
            ...drawn,
            quantity: drawn.quantity ?? 1,
            serial: drawn.serial === null ? null : normaliseSerial(String(drawn.serial)),
            parentSerial: drawn.parentSerial === null ? null : normaliseSerial(String(drawn.parentSerial)),
          }))
          expect(reading.lines.map(({ sheetRow, ...values }) => values)).toEqual(expected)
        },
      ),
      { numRuns: 50 },
    )
  })
  test('for any text in the header', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (customer) => {
        const header = { ...goodInput.header, customer }
        const reading = readTradeInForm(await goodForm({ header }), context)
        expect(reading.header.customer).toBe(customer)
        expect(reading.problems).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

describe('filled by another program', () => {
  const reopened = async (bytes: Uint8Array, fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
    const book = new ExcelJS.Workbook()
    // exceljs declares a Buffer of its own that Node's no longer fits.
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
    fill(book)
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const devices = (book: ExcelJS.Workbook): ExcelJS.Worksheet => book.worksheets[1] as ExcelJS.Worksheet

  test('cells filled in are read, and the form is still known', async () => {
    const bytes = await reopened(await goodForm({ language: 'de' }), (book) => {
      devices(book).getCell('F7').value = ' jn 123abc '
      devices(book).getCell('B9').value = 'mx240base-ac'
      devices(book).getCell('E9').value = 'vernichtung'
      devices(book).getCell('P9').value = new Date('2027-03-31')
      devices(book).getCell('O9').value = { richText: [{ text: 'C-' }, { text: '1' }] }
      const details = book.worksheets[0] as ExcelJS.Worksheet
      details.getCell('C10').value = '1.10.2026'
    })
    const reading = readTradeInForm(bytes, context)
    expect(reading.template).toMatchObject({ id: 'trade-in', caseNumber: 'TM-7K3Q9-XWD42', language: 'de' })
    expect(reading.header.orderDate).toBe('2026-10-01')
    expect(reading.lines[1]).toMatchObject({ row: 2, serial: 'JN123ABC' })
    expect(reading.lines[3]).toMatchObject({
      row: null,
      sku: 'MX240BASE-AC',
      quantity: 1,
      route: 'destroy',
      supportContract: 'C-1',
      supportEnds: '2027-03-31',
    })
    expect(reading.problems.map(({ code }) => code)).toEqual(['quantity-assumed'])
  })
  test('moved columns and renamed sheets are found', async () => {
    const bytes = await reopened(await goodForm(), (book) => {
      const sheet = devices(book)
      sheet.spliceColumns(3, 0, ['', '', '', '', 'Our remark'], [])
      sheet.name = 'Liste 2026'
    })
    const reading = readTradeInForm(bytes, context)
    expect(reading.lines.map(({ serial, route }) => [serial, route])).toEqual([
      ['JN122D0FEAFC', 'return'],
      [null, 'return'],
      ['CAFR4421', 'destroy'],
    ])
    expect(reading.problems).toMatchObject([
      { code: 'unknown-column', severity: 'warning', sheet: 'Liste 2026', cell: 'C5', found: 'Our remark' },
    ])
  })
  test('without the hidden marks the labels are enough', async () => {
    const bytes = await reopened(await goodForm(), (book) => {
      book.removeWorksheet('tmip')
      devices(book).spliceColumns(1, 1)
      devices(book)
        .getRow(3)
        .eachCell((cell) => {
          cell.value = null
        })
      book.worksheets[0]?.spliceColumns(1, 1)
    })
    const reading = readTradeInForm(bytes, context)
    expect(reading.template).toBeNull()
    expect(reading.header.orderNumber).toBe('SO-4711')
    expect(reading.lines).toHaveLength(3)
    expect(reading.problems.map(({ code }) => code)).toEqual(['template-missing'])
  })
  test('a column taken out is missed', async () => {
    const bytes = await reopened(await goodForm(), (book) => devices(book).spliceColumns(6, 1))
    expect(readTradeInForm(bytes, context).problems).toMatchObject([
      { code: 'missing-column', severity: 'error', message: 'The column “Serial number” is missing.' },
    ])
  })
  test('names with prefixes, as some programs write them, are understood', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      for (const name of Object.keys(parts))
        if (name.startsWith('xl/worksheets/sheet'))
          parts[name] = (parts[name] ?? '').replace(/<(\/?)(\w)/g, '<$1x:$2').replace(' xmlns=', ' xmlns:x=')
    })
    expect(readTradeInForm(bytes, context)).toMatchObject({ outcome: 'read', lines: [{ row: 1 }, {}, {}] })
  })
})
