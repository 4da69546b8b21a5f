import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { convertWithLibreOffice } from '../../../../test/convert-with-libreoffice.ts'
import { context, goodForm, goodInput } from '../../../../test/fixtures/xlsx/forms.ts'
import type { FormReading } from '../rules/reading.ts'
import { readTradeInForm } from './read-form.ts'
import { readSource } from './read-in-worker.ts'
import { readSheetSource } from './read-sheet.ts'

const read = (bytes: Uint8Array, change = {}): FormReading =>
  readTradeInForm(bytes, { ...context, ...change })
const codes = (reading: FormReading) => reading.problems.map(({ code }) => code)

const input = {
  ...goodInput,
  lines: [
    {
      ...goodInput.lines[0],
      note: 'Größe "L", Keller;\nRegal 3',
      supportContract: 'C-1',
      supportEnds: '2027-03-31',
    },
    ...goodInput.lines.slice(1),
    {
      sku: 'MPC7E-MRATE',
      quantity: 1,
      route: 'return',
      serial: '00004711',
      customsValue: '1234.5',
      working: true,
    },
  ],
} as const

describe('OpenDocument, as LibreOffice writes it', () => {
  let excel: FormReading
  let ods: Uint8Array
  beforeAll(async () => {
    const bytes = await goodForm(input)
    excel = read(bytes)
    ods = Object.values(await convertWithLibreOffice(bytes, 'xlsx', 'ods'))[0] as Uint8Array
  }, 120_000)

  const withContent = (change: (content: string) => string, name = 'content.xml'): Uint8Array => {
    const parts = unzipSync(ods)
    parts[name] = strToU8(change(Buffer.from(parts[name] ?? new Uint8Array()).toString()))
    return zipSync(parts)
  }

  test('reads exactly as the same form in Excel', () => {
    expect(excel.outcome).toBe('read')
    expect({ ...read(ods), format: 'xlsx' }).toEqual(excel)
  })
  test('the same in one flat file', async () => {
    const flat = Object.values(await convertWithLibreOffice(ods, 'ods', 'fods'))[0] as Uint8Array
    expect({ ...read(flat), format: 'xlsx' }).toEqual(excel)
  }, 120_000)
  test('numbers, hidden rows, formulas and errors say the same as in a workbook', () => {
    const [line] = /<table:table-cell[^>]*><text:p>JN122D0FEAFC<\/text:p><\/table:table-cell>/.exec(
      withContentText(),
    ) ?? ['']
    expect(line).not.toBe('')
    const instead = (cell: string) => read(withContent((content) => content.replace(line, cell)))
    const number =
      '<table:table-cell office:value-type="float" office:value="4711"><text:p>4711</text:p></table:table-cell>'
    expect(codes(instead(number))).toEqual(['serial-from-number'])
    expect(codes(instead(number.replaceAll('4711', '1.23456789012346E+017')))).toEqual(['serial-scientific'])
    expect(
      codes(instead(number.replace('office:value-type', 'table:formula="of:=1" office:value-type'))),
    ).toEqual(['serial-from-number', 'formula'])
    const error =
      '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>'
    expect(codes(instead(error))).toEqual(['cell-error'])
    const noted = `<table:table-cell office:value-type="string"><office:annotation><text:p>WRONG</text:p></office:annotation><text:p>JN1<text:s text:c="2"/>22</text:p></table:table-cell>`
    expect(instead(noted).lines[0]?.serial).toBe('JN122')
  })
  const withContentText = () => Buffer.from(unzipSync(ods)['content.xml'] ?? new Uint8Array()).toString()

  test('a form that says it repeats itself a million times is refused, blank repetition is not', () => {
    const repeated = (row: string) =>
      withContent((content) => content.replace('</table:table>', `${row}</table:table>`))
    const first = (row: string) =>
      withContent((content) => content.replace('<table:table-row', `${row}<table:table-row`))
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    expect(
      codes(read(first(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`))),
    ).toEqual(['inflates-too-large'])
    const blank =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    expect(read(repeated(blank)).outcome).toBe('read')
  })
  test.each([
    [
      'active-content',
      '<office:event-listeners><script:event-listener script:language="x"/></office:event-listeners>',
    ],
    ['external-links', '<table:table-source xlink:href="file:///etc/passwd"/>'],
  ])('%s in the content', (code, xml) => {
    expect(
      codes(read(withContent((content) => content.replace('</table:table>', `${xml}</table:table>`)))),
    ).toEqual([code])
  })
  test('macros, locked files and other documents', () => {
    const parts = unzipSync(ods)
    expect(codes(read(zipSync({ ...parts, 'Basic/Standard/Module1.xml': strToU8('<a/>') })))).toEqual([
      'macros',
    ])
    const manifest = (change: (text: string) => string) => withContent(change, 'META-INF/manifest.xml')
    expect(
      codes(
        read(
          manifest((text) =>
            text.replace(
              'full-path="content.xml"',
              '$&><manifest:encryption-data/></manifest:file-entry><manifest:file-entry manifest:full-path="x"',
            ),
          ),
        ),
      ),
    ).toEqual(['encrypted'])
    const word = manifest((text) => text.replaceAll('opendocument.spreadsheet', 'opendocument.text'))
    expect(codes(read(word))).toEqual(['wrong-format'])
  })
})

describe('CSV, as LibreOffice writes it', () => {
  /** Delimiter, quote, character set, first line, all cells as text, every sheet a file (filter options of LibreOffice). */
  const csvOf = async (bytes: Uint8Array, delimiter: number, characters: number): Promise<Uint8Array> => {
    const options = `${delimiter},34,${characters},1,,0,false,true,false,false,false,-1`
    const files = await convertWithLibreOffice(bytes, 'xlsx', `csv:Text - txt - csv (StarCalc):${options}`)
    const devices = Object.entries(files).find(([name]) => name.includes('Devices'))
    if (devices === undefined) throw new Error(`no sheet of devices among ${Object.keys(files).join()}`)
    return devices[1]
  }
  let comma: Uint8Array
  let excel: FormReading
  beforeAll(async () => {
    const bytes = await goodForm(input)
    excel = read(bytes)
    comma = await csvOf(bytes, 44, 76)
  }, 120_000)

  test('the sheet of the devices has the same lines; the details are said to be missing', () => {
    const reading = read(comma)
    expect(reading.format).toBe('csv')
    expect(reading.lines).toEqual(excel.lines)
    expect(reading.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'template-missing warning',
      'header-absent warning',
    ])
  })
  const text = () => Buffer.from(comma).toString()
  test.each([
    ['UTF-8 with a mark', () => Buffer.from(`\ufeff${text()}`)],
    ['UTF-16 little endian', () => Buffer.from(`\ufeff${text()}`, 'utf16le')],
    ['UTF-16 without a mark', () => Buffer.from(text(), 'utf16le')],
    ['UTF-16 big endian', () => Buffer.from(`\ufeff${text()}`, 'utf16le').swap16()],
    ['Windows-1252', () => Buffer.from(text().replace(/[^\0-\xff]/g, '?'), 'latin1')],
    ['lines that end as on Windows', () => Buffer.from(text().replace(/\r?\n/g, '\r\n'))],
    ['said by Excel: sep=,', () => Buffer.from(`sep=,\r\n${text()}`)],
  ])('%s', (_, make) => {
    const [line] = read(make()).lines
    expect(line?.note?.replace('\r\n', '\n')).toBe('Größe "L", Keller;\nRegal 3')
    expect(read(make()).lines).toHaveLength(excel.lines.length)
  })
  test('semicolon, tab and Windows-1252 from the program itself', async () => {
    const bytes = await goodForm(input)
    for (const [delimiter, characters] of [
      [59, 1],
      [9, 76],
    ] as const)
      expect(read(await csvOf(bytes, delimiter, characters)).lines).toEqual(excel.lines)
  }, 120_000)
  test('the sheet of the details alone is told apart from a list', async () => {
    const files = await convertWithLibreOffice(await goodForm(input), 'xlsx', 'csv')
    expect(codes(read(Object.values(files)[0] as Uint8Array))).toEqual(['lines-sheet-missing'])
  }, 120_000)
  test('a quote that never ends, and a hundred million empty cells', () => {
    expect(codes(read(Buffer.from('sku,serial\n"MX960BASE-DC,JN1\n'.repeat(3))))).toEqual(['damaged'])
    expect(codes(read(Buffer.alloc(2 * 1024 * 1024, ',')))).toEqual(['inflates-too-large'])
  })
  test('text that Excel was made to keep', () => {
    const list = 'SKU;Serial number\nMX960BASE-DC;="00012345"\nMX240BASE-AC;="00012346"\n'
    const mapping = {
      sheet: 'CSV',
      headingRow: 1,
      columns: { A: 'sku', B: 'serial' },
      route: null,
      leaveOut: [],
    }
    expect(read(Buffer.from(list), { mapping }).lines.map(({ serial }) => serial)).toEqual([
      '00012345',
      '00012346',
    ])
  })
})

describe('Excel of before 2007, as LibreOffice writes it', () => {
  test('reads as the same form of today, but for what the format of a number would say', async () => {
    const bytes = await goodForm(input)
    const [xls] = Object.values(await convertWithLibreOffice(bytes, 'xlsx', 'xls:MS Excel 97'))
    const reading = await readSource({ source: xls as Uint8Array, context })
    expect(reading.format).toBe('xls')
    expect({ ...reading, format: 'xlsx' }).toEqual(read(bytes))
    const page = await readSheetSource({ source: xls as Uint8Array, sheet: 'Devices', after: 0 })
    expect(JSON.stringify(page)).toContain('JN122D0FEAFC')
    for (let length = 512; length < (xls as Uint8Array).length; length += 1_531) {
      const cut = await readSource({ source: (xls as Uint8Array).slice(0, length), context })
      expect(['refused', 'read-with-problems', 'read']).toContain(cut.outcome)
    }
    const withMacros = Buffer.concat([xls as Uint8Array, Buffer.from('_VBA_PROJECT_CUR', 'utf16le')])
    expect(codes(await readSource({ source: withMacros, context }))).toEqual(['macros'])
  }, 120_000)
})
