import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  context,
  goodForm,
  goodInput,
  linesPart,
  manyLines,
  withCell,
  withParts,
} from '../../../../test/fixtures/xlsx/forms.ts'
import type { FormReading, Problem } from '../rules/reading.ts'
import { readTradeInForm } from './read-form.ts'

const read = (bytes: Uint8Array, change = {}): FormReading =>
  readTradeInForm(bytes, { ...context, ...change })
const refusedAs = (bytes: Uint8Array): string | undefined => {
  const reading = read(bytes)
  expect(reading.outcome).toBe('refused')
  expect(reading.problems).toHaveLength(1)
  expect(reading.lines).toEqual([])
  return reading.problems[0]?.code
}
const only = (reading: FormReading): Problem => {
  expect(reading.problems).toHaveLength(1)
  return reading.problems[0] as Problem
}

describe('a good form', () => {
  test('is read without problems, in its own words and types', async () => {
    const reading = read(await goodForm())
    expect(reading).toMatchObject({
      outcome: 'read',
      format: 'xlsx',
      template: { id: 'trade-in', version: '1', language: 'en', caseNumber: 'TM-7K3Q9-XWD42' },
      header: { customer: 'Stadtwerke Köln & Söhne GmbH', orderDate: '2026-09-30', batteries: false },
      problems: [],
    })
    expect(reading.lines[0]).toMatchObject({ row: 1, sheetRow: 6, serial: 'JN122D0FEAFC', route: 'return' })
    expect(reading.lines).toHaveLength(3)
  })
  test('in German reads the same', async () => {
    const [english, german] = [read(await goodForm()), read(await goodForm({ language: 'de' }))]
    expect(german.problems).toEqual([])
    expect(german.lines).toEqual(english.lines)
    expect({ ...german.header, programme: null }).toEqual({ ...english.header, programme: null })
  })
  test('without serials is fine: they may follow later', async () => {
    const lines = goodInput.lines.map((line) => ({ ...line, serial: null }))
    expect(read(await goodForm({ lines })).outcome).toBe('read')
  })
  test('saved with the calendar of 1904 keeps its days', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
        /<workbookPr[^>]*\/>|(?=<sheets>)/,
        '<workbookPr date1904="1"/>',
      )
      const details = parts['xl/worksheets/sheet1.xml'] ?? ''
      parts['xl/worksheets/sheet1.xml'] = details.replace('<v>46295</v>', `<v>${46295 - 1462}</v>`)
    })
    expect(read(bytes).header.orderDate).toBe('2026-09-30')
  })
  test('left blank names every required field and no line', async () => {
    const reading = read(await goodForm({ caseNumber: null, header: {}, lines: [] }))
    expect(reading.lines).toEqual([])
    expect(reading.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array.from({ length: 7 }, () => 'required error'),
    )
    expect(reading.problems[0]).toMatchObject({
      sheet: 'Details',
      cell: 'C8',
      found: null,
      expected: 'a value',
    })
  })
})

describe('refused by content', () => {
  test('an empty file', () => expect(refusedAs(new Uint8Array(0))).toBe('empty-file'))
  test('an oversized file', () => expect(refusedAs(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('too-large'))
  test('a JPEG called .xlsx', () => {
    const reading = read(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70))
    expect(reading.format).toBe('jpeg')
    expect(only(reading)).toMatchObject({ code: 'wrong-format', found: 'jpeg' })
    expect(only(reading).message).toContain('JPEG picture')
  })
  test.each([
    ['pdf', '%PDF-1.7\n'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['html', '\n<!DOCTYPE html><html>'],
    ['html', '<table><tr><td>1</td></tr></table>'],
    ['xml', '<?xml version="1.0"?><Workbook/>'],
    ['text', 'Dear all,\nplease find attached\nour list'],
    ['rtf', '{\\rtf1 }'],
    [null, 'a\x00b'],
  ])('a renamed file: %s', (format, start) => {
    const reading = read(Buffer.from(start, 'latin1'))
    expect(only(reading).code).toBe('wrong-format')
    expect(reading.format).toBe(format)
  })
  const compound = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(600),
    ])
  test('an encrypted workbook', () => expect(refusedAs(compound('EncryptedPackage'))).toBe('encrypted'))
  test('an old .xls', () => {
    expect(refusedAs(compound('Workbook'))).toBe('old-workbook')
    expect(read(compound('Workbook')).format).toBe('xls')
  })
  test('other archives', () => {
    const word = {
      '[Content_Types].xml': strToU8('<Types><Default ContentType="x.wordprocessingml.y"/></Types>'),
    }
    expect(read(zipSync(word)).format).toBe('docx')
    expect(read(zipSync({ 'a.txt': strToU8('a') })).format).toBe('zip')
    expect(refusedAs(zipSync(word))).toBe('wrong-format')
  })
  test('a workbook that is no trade-in form', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      for (const name of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', linesPart])
        parts[name] = (parts[name] ?? '').replace(/<t(?: [^>]*)?>[^<]*/g, '<t>x')
    })
    expect(refusedAs(bytes)).toBe('not-a-trade-in-form')
  })
  test('a form of another version', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      const identity = parts['xl/worksheets/sheet5.xml'] ?? ''
      parts['xl/worksheets/sheet5.xml'] = identity.replace(
        /<c r="B3".*?<\/c>/,
        '<c r="B3" t="inlineStr"><is><t>9</t></is></c>',
      )
    })
    expect(only(read(bytes))).toMatchObject({ code: 'template-version', found: '9', expected: 'version 1' })
  })
  test.each([
    ['macros', 'xl/vbaProject.bin'],
    ['macros', 'xl/macrosheets/sheet1.xml'],
    ['active-content', 'xl/activeX/activeX1.xml'],
    ['active-content', 'customUI/customUI14.xml'],
    ['embedded-object', 'xl/embeddings/oleObject1.bin'],
    ['external-links', 'xl/externalLinks/externalLink1.xml'],
    ['external-links', 'xl/connections.xml'],
  ])('%s in %s', async (code, name) => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts[name] = '<a/>'
    })
    expect(refusedAs(bytes)).toBe(code)
  })
  test('macros under another name, told by their content type', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts['xl/harmless.bin'] = 'x'
      parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
        '</Types>',
        '<Override PartName="/xl/harmless.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      )
    })
    expect(refusedAs(bytes)).toBe('macros')
  })
  test('a macro-enabled workbook without macros', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      )
    })
    expect(refusedAs(bytes)).toBe('macros')
    expect(read(bytes).format).toBe('xlsm')
  })
  test('a document type declaration, and with it every entity of a stranger', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '').replace(
        '<worksheet',
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet',
      )
    })
    expect(refusedAs(bytes)).toBe('damaged')
  })
  test('more sheets than any form has', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      const sheet = '<sheet name="x" sheetId="9" r:id="rId1"/>'
      parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
        '</sheets>',
        `${sheet.repeat(200)}</sheets>`,
      )
    })
    expect(refusedAs(bytes)).toBe('too-many-parts')
  })
  test('the 10,001st line, naming its cell', async () => {
    const bytes = await goodForm({ lines: manyLines(10_000), emptyLines: 0 })
    expect(read(bytes).outcome).toBe('read')
    const more = withParts(bytes, (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '').replace(
        '</sheetData>',
        '<row r="10006"><c r="B10006" t="inlineStr"><is><t>MPC7E-MRATE</t></is></c></row></sheetData>',
      )
    })
    expect(only(read(more))).toMatchObject({ code: 'too-many-lines', sheet: 'Devices', cell: 'A10006' })
    expect(read(more).lines).toEqual([])
  })
})

describe('problems of cells', () => {
  const withSerial = async (xml: string): Promise<FormReading> => read(withCell(await goodForm(), 'F6', xml))

  test('a serial in scientific notation', async () => {
    for (const xml of [
      '<c r="F6"><v>1.23456789012346E+17</v></c>',
      '<c r="F6" t="inlineStr"><is><t>1,23457E+14</t></is></c>',
    ]) {
      const reading = await withSerial(xml)
      expect(only(reading)).toMatchObject({
        code: 'serial-scientific',
        severity: 'error',
        sheet: 'Devices',
        cell: 'F6',
        expected: 'the serial number in a cell formatted as text',
      })
      expect(reading.lines[0]?.serial).toBeNull()
    }
  })
  test('a serial with more than 15 digits in a number', async () =>
    expect(only(await withSerial('<c r="F6"><v>1234567890123456</v></c>')).code).toBe('serial-digits-lost'))
  test('a serial stored as a number', async () => {
    const reading = await withSerial('<c r="F6"><v>4711</v></c>')
    expect(only(reading)).toMatchObject({ code: 'serial-from-number', severity: 'warning', cell: 'F6' })
    expect(reading.lines[0]?.serial).toBe('4711')
  })
  test('a serial that a number format shows with its zeros', async () => {
    const bytes = withParts(
      withCell(await goodForm(), 'F6', '<c r="F6" s="999"><v>4711</v></c>'),
      (parts) => {
        const styles = parts['xl/styles.xml'] ?? ''
        const count = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1])
        parts['xl/styles.xml'] = styles
          .replace(/<numFmts[^>]*>/, '$&<numFmt numFmtId="199" formatCode="00000000"/>')
          .replace('</cellXfs>', '<xf numFmtId="199"/></cellXfs>')
        parts[linesPart] = (parts[linesPart] ?? '').replace('s="999"', `s="${count}"`)
      },
    )
    expect(read(bytes)).toMatchObject({ outcome: 'read', lines: [{ serial: '00004711' }, {}, {}] })
  })
  test('a placeholder where a serial would stand', async () => {
    const reading = read(await goodForm({ lines: [{ ...goodInput.lines[0], serial: 'BuiltIn' }] }))
    expect(only(reading)).toMatchObject({ code: 'serial-placeholder', severity: 'warning' })
    expect(reading.lines[0]?.serial).toBeNull()
  })
  test('the same serial twice, and one that only looks the same', async () => {
    const line = { sku: 'MPC7E-MRATE', quantity: 1, route: 'return' }
    const reading = read(
      await goodForm({
        lines: [
          { ...line, row: 1, serial: 'CAFO4421' },
          { ...line, row: 2, serial: ' cafo 4421' },
          { ...line, row: 3, serial: 'CAF04421' },
          { ...line, row: 4, serial: 'CAFO4421', sku: 'MX960BASE-DC' },
        ],
      }),
    )
    expect(reading.problems.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([
      ['serial-duplicate', 'error', 'F7'],
      ['serial-lookalike', 'warning', 'F8'],
    ])
    expect(reading.problems[0]?.message).toContain('F6')
  })
  test('a serial with a quantity', async () => {
    const reading = read(await goodForm({ lines: [{ ...goodInput.lines[0], quantity: 2 }] }))
    expect(only(reading)).toMatchObject({
      code: 'serial-with-quantity',
      cell: 'D6',
      found: '2',
      expected: '1',
    })
  })
  test('an unknown SKU, with the one that was probably meant', async () => {
    const reading = read(await goodForm({ lines: [{ ...goodInput.lines[0], sku: 'MX960BASE-CD' }] }))
    expect(only(reading)).toMatchObject({
      code: 'unknown-sku',
      cell: 'B6',
      found: 'MX960BASE-CD',
      expected: 'perhaps MX960BASE-DC',
    })
    expect(reading.lines[0]?.sku).toBe('MX960BASE-CD')
  })
  test('a wrong currency', async () => {
    const reading = read(await goodForm({ header: { ...goodInput.header, currency: 'CHF' } }))
    expect(only(reading)).toMatchObject({ code: 'unknown-currency', found: 'CHF', expected: 'EUR, USD' })
  })
  test('an order date in the future', async () => {
    const header = { ...goodInput.header, orderDate: '2026-11-23' }
    expect(only(read(await goodForm({ header })))).toMatchObject({
      code: 'day-in-future',
      severity: 'error',
      sheet: 'Details',
      cell: 'C10',
      found: '2026-11-23',
    })
    expect(read(await goodForm({ header }), { today: '2026-11-23' }).outcome).toBe('read')
  })
  test('the form of another case', async () => {
    const reading = read(await goodForm(), { caseNumber: 'TM-00000-00000' })
    expect(only(reading)).toMatchObject({ code: 'wrong-case', severity: 'error', found: 'TM-7K3Q9-XWD42' })
  })
  test('a word that is no choice, in the words of the reader', async () => {
    const bytes = withCell(
      await goodForm(),
      'E6',
      '<c r="E6" t="inlineStr"><is><t>Verschrottung</t></is></c>',
    )
    expect(only(read(bytes, { language: 'de' }))).toMatchObject({
      code: 'unknown-choice',
      cell: 'E6',
      found: 'Verschrottung',
      expected: 'Inzahlungnahme oder Vernichtung',
    })
  })
  test('a row number used twice', async () => {
    const [one, two] = goodInput.lines
    const reading = read(
      await goodForm({
        lines: [
          { ...one, row: 7 },
          { ...two, row: 7 },
        ],
      }),
    )
    expect(only(reading)).toMatchObject({ code: 'row-duplicate', cell: 'A7', found: '7' })
  })
  test('a formula is not computed: its saved value counts, and without one nothing does', async () => {
    const cached = await withSerial('<c r="F6" t="str"><f>A1</f><v>JN1</v></c>')
    expect(only(cached)).toMatchObject({ code: 'formula', severity: 'warning', found: 'JN1' })
    expect(cached.lines[0]?.serial).toBe('JN1')
    expect(only(await withSerial('<c r="F6"><f>A1</f></c>'))).toMatchObject({
      code: 'formula-without-value',
      severity: 'error',
    })
  })
  test('an error value', async () =>
    expect(only(await withSerial('<c r="F6" t="e"><v>#REF!</v></c>'))).toMatchObject({
      code: 'cell-error',
      found: '#REF!',
    }))
  test('hidden rows are read and told', async () => {
    const bytes = withParts(await goodForm(), (parts) => {
      parts[linesPart] = (parts[linesPart] ?? '').replace('<row r="7"', '<row hidden="1" r="7"')
    })
    expect(only(read(bytes))).toMatchObject({ code: 'hidden-rows', severity: 'warning', cell: 'A7' })
    expect(read(bytes).lines).toHaveLength(3)
  })
  test('all at once, from top to bottom', async () => {
    const reading = read(
      await goodForm({
        header: { ...goodInput.header, submitterEmail: 'nobody' },
        lines: [
          { row: 1, sku: null, quantity: 1, route: 'return', serial: 'ABC' },
          { row: 2, sku: 'MPC7E-MRATE', quantity: 0.5, route: null, serial: 'A' },
        ],
      }),
    )
    expect(reading.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'not-an-email C18',
      'required B6',
      'not-an-integer D7',
      'required E7',
      'serial-malformed F7',
    ])
  })
})
