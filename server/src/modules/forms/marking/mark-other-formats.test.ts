import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { convertWithLibreOffice } from '../../../../test/convert-with-libreoffice.ts'
import { context, goodForm, goodInput } from '../../../../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from '../reader/read-form.ts'
import type { ColumnMapping } from '../rules/column-mapping.ts'
import { markAnyKind } from './mark-in-worker.ts'

const words = {
  sheetName: 'Problems',
  title: 'What has to be corrected',
  hint: 'Hint',
  none: 'Nothing',
  columns: ['Kind', 'Sheet', 'Cell', 'Found', 'Expected', 'What is wrong'],
  error: 'Error',
  warning: 'Warning',
}
const read = (file: Uint8Array, change = {}) => readTradeInForm(file, { ...context, ...change })
const marked = (file: Uint8Array, change = {}): Uint8Array => {
  const marks = read(file, change).problems.map(({ message, code, ...rest }) => ({ ...rest, text: message }))
  const made = markAnyKind({ source: file, marks, words })
  if ('refused' in made) throw new Error(made.why)
  return made
}
const places = (file: Uint8Array, change = {}) =>
  read(file, change).problems.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`)
const opened = async (file: Uint8Array) => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer)
  return book
}
const corrected = async (file: Uint8Array, sheet: string, cell: string, text: string) => {
  const book = await opened(file)
  const place = book.getWorksheet(sheet)?.getCell(cell) as exceljs.Cell
  place.value = text
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('an OpenDocument form comes back as a workbook with every problem in its cell, and is read again', async () => {
  const lines = goodInput.lines.map((line, index) => (index === 2 ? { ...line, serial: '?!' } : line))
  const [ods] = Object.values(await convertWithLibreOffice(await goodForm({ lines }), 'xlsx', 'ods'))
  const once = marked(ods as Uint8Array)
  expect(places(once)).toEqual(['serial-malformed Devices!F8'])
  expect(read(once).lines).toEqual(read(ods as Uint8Array).lines)
  expect(read(once).header).toEqual(read(ods as Uint8Array).header)
  const book = await opened(once)
  expect(JSON.stringify(book.getWorksheet('Devices')?.getCell('F8').note)).toContain('does not look like')
  expect(read(await corrected(once, 'Devices', 'F8', 'CAFR4421')).outcome).toBe('read')
}, 120_000)

test('a list of one’s own and the output of a router come back marked, corrected they are read without a question', async () => {
  const mapping: ColumnMapping = {
    sheet: 'CSV',
    headingRow: 1,
    columns: { A: 'sku', B: 'serial' },
    route: 'return',
    leaveOut: [],
  }
  const list = Buffer.from('SKU;Serial number;Preis\nMX960BASE-DC;00012345;=1+1\nMPC7E-MRATE;!!;-\n')
  const marks = marked(list, { mapping })
  expect(places(marks, { mapping })).toContain('serial-malformed CSV!B3')
  const { columns } = read(marks)
  expect(columns).toMatchObject({ sheet: 'CSV', headingRow: 1, signature: read(list).columns?.signature })
  const again = await corrected(marks, 'CSV', 'B3', 'CAFR4421')
  const remembered = [{ signature: columns?.signature ?? '', mapping, inThisCase: true }]
  expect(read(again, { remembered }).lines.map(({ sku, serial, route }) => [sku, serial, route])).toEqual([
    ['MX960BASE-DC', '00012345', 'return'],
    ['MPC7E-MRATE', 'CAFR4421', 'return'],
  ])

  const output = Buffer.from(`Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                JN1234560AFA      MX960
Midplane         REV 03   710-013698   TR1234            MX960 Backplane
FPC 0            REV 32   750-999999   CAFR4421          Something unknown`)
  const parts = [
    { sku: 'MX960BASE-AC', family: 'MX960', kind: 'chassis', assemblyPartNumbers: [] },
    { sku: 'MX960BASE-DC', family: 'MX960', kind: 'chassis', assemblyPartNumbers: [] },
  ]
  const sheet = 'show chassis hardware'
  expect(places(output, { parts })).toContain(`sku-ambiguous ${sheet}!B3`)
  const back = await corrected(marked(output, { parts }), sheet, 'B3', 'MX960BASE-DC')
  const reading = read(back, { parts })
  expect(reading.lines.map(({ sku, serial }) => [sku, serial])).toEqual([['MX960BASE-DC', 'JN1234560AFA']])
  expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([])
})
