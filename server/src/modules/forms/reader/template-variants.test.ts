import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { convertWithLibreOffice } from '../../../../test/convert-with-libreoffice.ts'
import { context, goodForm } from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from './read-form.ts'

/** Our form after other people had it. Each change is made by another program than the one that wrote the form. */
const changed = async (
  change: (devices: ExcelJS.Worksheet, details: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  language: 'en' | 'de' = 'en',
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await goodForm({ language })) as unknown as ExcelJS.Buffer)
  change(book.worksheets[1] as ExcelJS.Worksheet, book.worksheets[0] as ExcelJS.Worksheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const read = (bytes: Uint8Array) => readTradeInForm(bytes, context)
const serials = ['JN122D0FEAFC', null, 'CAFR4421']
const codes = (bytes: Uint8Array) => read(bytes).problems.map(({ code }) => code)
/** As whoever copies only the visible cells into a new file leaves it. */
const withoutMarks = (devices: ExcelJS.Worksheet, details: ExcelJS.Worksheet, book: ExcelJS.Workbook) => {
  book.removeWorksheet('tmip')
  devices.getRow(3).eachCell((cell) => {
    cell.value = null
  })
  details.spliceColumns(1, 1)
}

describe('our form, changed', () => {
  test('columns hidden and moved, rows inserted above and between, sheets added in front', async () => {
    const bytes = await changed((devices, details, book) => {
      const column = (number: number) => [...devices.getColumn(number).values.slice(1)]
      const serial = column(6)
      devices.spliceColumns(6, 1)
      devices.spliceColumns(2, 0, serial)
      devices.getColumn(3).hidden = true
      devices.insertRow(1, ['Inventar der Stadtwerke'])
      devices.insertRow(5, [])
      details.insertRow(1, ['Stadtwerke Köln', null, 'Anlage 3'])
      const extra = book.addWorksheet('Erst lesen')
      extra.addRow(['SKU', 'Qty', 'Route', 'kein Formular'])
    })
    const reading = read(bytes)
    expect(reading.lines.map(({ serial }) => serial)).toEqual(serials)
    expect(reading.problems).toEqual([])
    expect(reading.header.customer).toBe('Stadtwerke Köln & Söhne GmbH')
  })
  test('with a filter that hides rows: they are read and told', async () => {
    const bytes = await changed((devices) => {
      devices.autoFilter = 'A5:U8'
      devices.getRow(7).hidden = true
    })
    expect(read(bytes).lines.map(({ serial }) => serial)).toEqual(serials)
    expect(codes(bytes)).toEqual(['hidden-rows'])
  })
  test('without marks, headings written a little differently', async () => {
    const bytes = await changed((devices, details, book) => {
      withoutMarks(devices, details, book)
      for (const [cell, text] of [
        ['F5', 'Serial-No.'],
        ['D5', 'Quantity'],
        ['I5', 'Asset tg'],
        ['B5', 'SKU *'],
      ] as const)
        devices.getCell(cell).value = text
    })
    const reading = read(bytes)
    expect(reading.lines.map(({ serial }) => serial)).toEqual(serials)
    expect(reading.problems.map(({ code, cell, found }) => `${code} ${cell} ${found}`)).toEqual([
      'template-missing null null',
      'column-renamed D5 Quantity',
      'column-renamed F5 Serial-No.',
      'column-renamed I5 Asset tg',
    ])
  })
  test('in German without marks, a label of the details shortened', async () => {
    const bytes = await changed((devices, details, book) => {
      withoutMarks(devices, details, book)
      devices.getCell('F5').value = 'Serien-Nr.'
      details.eachRow((row) => {
        const label = row.getCell(1)
        if (label.text.startsWith('Bestellnummer')) label.value = 'Bestelnummer'
      })
    }, 'de')
    const reading = read(bytes)
    expect(reading.header.orderNumber).toBe('SO-4711')
    expect(reading.lines.map(({ serial }) => serial)).toEqual(serials)
    expect(reading.problems.map(({ code }) => code)).toEqual(['template-missing', 'column-renamed'])
  })
  test('cells merged across a label, a column put before the values', async () => {
    const bytes = await changed((devices, details) => {
      details.spliceColumns(3, 0, [])
      details.mergeCells('B8:C8')
      devices.mergeCells('C4:D4')
    })
    const reading = read(bytes)
    expect(reading.header.orderNumber).toBe('SO-4711')
    expect(reading.header.customer).toBe('Stadtwerke Köln & Söhne GmbH')
    expect(reading.lines.map(({ serial }) => serial)).toEqual(serials)
    expect(reading.problems).toEqual([])
  })
  test('and all of it after LibreOffice saved it as another kind of file', async () => {
    const bytes = await changed((devices, details) => {
      devices.insertRow(1, ['Inventar'])
      devices.getColumn(3).hidden = true
      details.spliceColumns(3, 0, [])
    })
    const [ods] = Object.values(await convertWithLibreOffice(bytes, 'xlsx', 'ods'))
    const reading = read(ods as Uint8Array)
    expect(reading.lines.map(({ serial }) => serial)).toEqual(serials)
    expect(reading.problems).toEqual([])
  }, 120_000)
})
