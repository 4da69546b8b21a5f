import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { convertWithLibreOffice } from '../../../../../test/convert-with-libreoffice.ts'
import { context } from '../../../../../test/fixtures/xlsx/forms.ts'
import { type ColumnMapping, suggestedMapping } from '../../rules/column-mapping.ts'
import type { KnownPart } from '../../rules/lead-to-sku.ts'
import type { FormReading } from '../../rules/reading.ts'
import { readTradeInForm } from '../read-form.ts'

const parts: readonly KnownPart[] = [
  { sku: 'MX960BASE-DC', family: 'MX960', kind: 'chassis', assemblyPartNumbers: ['710-013698'] },
  { sku: 'MX240BASE-AC', family: 'MX240', kind: 'chassis', assemblyPartNumbers: ['760-021404'] },
  { sku: 'MX240BASE-DC', family: 'MX240', kind: 'chassis', assemblyPartNumbers: ['760-021404'] },
  { sku: 'MPC7E-MRATE', family: 'MX', kind: 'line-card', assemblyPartNumbers: ['750-053323', '750-056519'] },
]
const { skus: _, ...withoutCatalogue } = context
const read = (file: Uint8Array | string, change = {}): FormReading =>
  readTradeInForm(typeof file === 'string' ? Buffer.from(file) : file, {
    ...withoutCatalogue,
    parts,
    ...change,
  })
const fieldsOf = ({ columns }: FormReading) =>
  Object.fromEntries((columns?.columns ?? []).map(({ column, field }) => [column, field]))
const confirmed = (
  file: Uint8Array | string,
  change: Partial<ColumnMapping> = {},
  known = {},
): FormReading => {
  const { columns } = read(file, known)
  if (columns === undefined) throw new Error('no columns suggested')
  return read(file, { ...known, mapping: { ...suggestedMapping(columns), ...change } })
}

const german = `Anlagenverzeichnis Stadtwerke;;;;;;
Stand: 01.11.2026;;;;;;
Inventar-Nr.;Gerätetyp;Bezeichnung;Hostname;Serien-Nr.;Standort;Menge
INV-001;MX960BASE-DC;Router Kern;core-rtr-01;JN1234560AFA;Köln;1
INV-002;MX240BASE-AC;Router Rand;edge-rtr-01;JN1234561AFC;Köln;1
INV-003;MPC7E-MRATE;Karte;;CAFR4421;Bonn;1
INV-004;MPC7E-MRATE;Karte;;CAFR4422;Bonn;1
INV-005;EX4200-48T;Switch;sw-01;BP0211111111;Bonn;1
Summe;;;;;;5
`

describe('a list of somebody’s own', () => {
  test('is shown for confirmation: names and contents say which column is which, and why', () => {
    const reading = read(german)
    expect(reading).toMatchObject({ outcome: 'confirm-columns', format: 'csv', lines: [] })
    expect(reading.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'columns-unconfirmed error',
    ])
    expect(reading.columns).toMatchObject({ sheet: 'CSV', headingRow: 3, remembered: false, confirmed: null })
    expect(fieldsOf(reading)).toEqual({
      A: 'assetTag',
      B: 'sku',
      C: 'description',
      D: null,
      E: 'serial',
      F: 'note',
      G: 'quantity',
    })
    const serial = reading.columns?.columns.find(({ field }) => field === 'serial')
    expect(serial).toMatchObject({
      heading: 'Serien-Nr.',
      reasons: [{ code: 'name' }, { code: 'serials', percent: 100 }],
      samples: ['JN1234560AFA', 'JN1234561AFC', 'CAFR4421', 'CAFR4422', 'BP0211111111'],
    })
    expect(serial?.confidence).toBeGreaterThan(0.95)
  })
  test('confirmed, becomes lines; of the whole house only what the case owes', () => {
    const reading = confirmed(german, { route: 'destroy' }, { owed: ['MX960BASE-DC', 'MPC7E-MRATE'] })
    expect(
      reading.lines.map(({ sku, serial, route, assetTag, sheetRow }) => [
        sku,
        serial,
        route,
        assetTag,
        sheetRow,
      ]),
    ).toEqual([
      ['MX960BASE-DC', 'JN1234560AFA', 'destroy', 'INV-001', 4],
      ['MPC7E-MRATE', 'CAFR4421', 'destroy', 'INV-003', 6],
      ['MPC7E-MRATE', 'CAFR4422', 'destroy', 'INV-004', 7],
    ])
    const notOwed = reading.problems.find(({ code }) => code === 'lines-not-owed')
    expect(notOwed?.message).toMatch(/^3 lines/)
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(reading.columns?.confirmed?.columns).toMatchObject({ B: 'sku', E: 'serial' })
  })
  test('rows may be left out, and a slip in a SKU that is owed is told instead of dropped', () => {
    const known = { owed: ['MX960BASE-DC', 'MPC7E-MRATE'] }
    const reading = confirmed(
      german.replace('MPC7E-MRATE;Karte;;CAFR4422', 'MPC7E-MRAET;Karte;;CAFR4422'),
      { leaveOut: [4] },
      known,
    )
    expect(reading.lines.map(({ serial }) => serial)).toEqual(['CAFR4421', 'CAFR4422'])
    expect(reading.problems.find(({ code }) => code === 'unknown-sku')).toMatchObject({
      cell: 'B7',
      expected: 'perhaps MPC7E-MRATE',
    })
  })
  test('without headings the contents are enough', () => {
    const rows = Array.from({ length: 6 }, (_, index) => `x${index},MPC7E-MRATE,CAFR44${index + 10},rack`)
    const reading = read(rows.join('\n'))
    expect(reading.columns).toMatchObject({ headingRow: 0, signature: null })
    expect(fieldsOf(reading)).toMatchObject({ B: 'sku', C: 'serial' })
    expect(confirmed(rows.join('\n')).lines).toHaveLength(6)
  })
  test('part numbers and models lead to SKUs, of several the owed one', () => {
    const list = `Model,Part No.,S/N
MX240,760-021404,JN1111110AFA
MPC7E,750-053323,CAFR4421
,750-056519 REV 12,CAFR4423
`
    expect(fieldsOf(read(list))).toEqual({ A: 'sku', B: 'partNumber', C: 'serial' })
    const known = { owed: ['MX240BASE-DC', 'MPC7E-MRATE'] }
    expect(confirmed(list, {}, known).lines.map(({ sku, serial }) => [sku, serial])).toEqual([
      ['MX240BASE-DC', 'JN1111110AFA'],
      ['MPC7E-MRATE', 'CAFR4421'],
      ['MPC7E-MRATE', 'CAFR4423'],
    ])
    const open = confirmed(list)
    expect(open.problems.find(({ code }) => code === 'sku-ambiguous')).toMatchObject({
      cell: 'A2',
      expected: 'perhaps MX240BASE-AC, MX240BASE-DC',
    })
  })
  test('headings that lie are seen through: the cells decide between two of one name', () => {
    const list = `SKU;Type;Serial;Serial number
10001;MPC7E-MRATE;1;CAFR4421
10002;MPC7E-MRATE;2;CAFR4422
10003;MX960BASE-DC;3;JN1234560AFA
`
    const reading = read(list)
    expect(fieldsOf(reading)).toMatchObject({ B: 'sku', D: 'serial' })
    expect(fieldsOf(reading)['A']).not.toBe('sku')
  })
  test('several serials in a cell become lines, unless the quantity says otherwise', () => {
    const list = `SKU,Serial number,Qty
MPC7E-MRATE,"CAFR4421, CAFR4422",2
MPC7E-MRATE,"CAFR4431\nCAFR4432",
MPC7E-MRATE,CAFR4441;CAFR4442,5
`
    const reading = confirmed(list)
    expect(reading.lines.map(({ serial, quantity, sheetRow }) => [serial, quantity, sheetRow])).toEqual([
      ['CAFR4421', 1, 2],
      ['CAFR4422', 1, 2],
      ['CAFR4431', 1, 3],
      ['CAFR4432', 1, 3],
      [null, 5, 4],
    ])
    expect(reading.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'header-absent null',
      'serial-split B2',
      'serial-split B3',
      'serial-count B4',
    ])
  })
  test('the best of several sheets, also as Excel and OpenDocument; hidden ones are not asked', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Contacts').addRows([
      ['Name', 'Phone', 'Type'],
      ['Jörg', '+49 221 1', 'Admin'],
    ])
    const list = book.addWorksheet('Export 2026')
    list.addRows([
      ['Exported from asset register'],
      [],
      ['Asset ID', 'Product', 'Serial No', 'Support end'],
      ['A1', 'MX960BASE-DC', 'JN1234560AFA', new Date('2027-03-31')],
      ['A2', 'MPC7E-MRATE', 4711, new Date('2027-04-30')],
    ])
    book.addWorksheet('Old', { state: 'hidden' }).addRows([
      ['SKU', 'Serial'],
      ['MPC7E-MRATE', 'CAFR1'],
      ['MPC7E-MRATE', 'CAFR2'],
    ])
    const excel = new Uint8Array(await book.xlsx.writeBuffer())
    const [ods] = Object.values(await convertWithLibreOffice(excel, 'xlsx', 'ods'))
    for (const file of [excel, ods as Uint8Array]) {
      expect(read(file).columns).toMatchObject({ sheet: 'Export 2026', headingRow: 3 })
      expect(fieldsOf(read(file))).toEqual({ A: 'assetTag', B: 'sku', C: 'serial', D: 'supportEnds' })
      const reading = confirmed(file)
      expect(reading.lines.map(({ serial, supportEnds }) => [serial, supportEnds])).toEqual([
        ['JN1234560AFA', '2027-03-31'],
        ['4711', '2027-04-30'],
      ])
      expect(reading.problems.map(({ code }) => code)).toContain('serial-from-number')
    }
  }, 120_000)
  test('of the same shape as one that was confirmed is suggested with certainty, in its own case read at once', () => {
    const { columns } = read(german)
    const mapping = { ...suggestedMapping(columns as NonNullable<typeof columns>), route: 'return' as const }
    const changed = { ...mapping, columns: { ...mapping.columns, D: 'package' as const } }
    const remembered = [{ signature: columns?.signature ?? '', mapping: changed, inThisCase: false }]
    const next = german.replaceAll('JN', 'JX').replace('01.11.2026', '01.12.2026')
    const reading = read(next, { remembered })
    expect(reading).toMatchObject({
      outcome: 'confirm-columns',
      columns: { remembered: true, route: 'return' },
    })
    expect(reading.columns?.columns.every(({ confidence }) => confidence === 1)).toBe(true)
    expect(fieldsOf(reading)['D']).toBe('package')
    const again = read(next, { remembered: remembered.map((one) => ({ ...one, inThisCase: true })) })
    expect(again.outcome).toBe('read-with-problems')
    expect(again.lines[0]).toMatchObject({ serial: 'JX1234560AFA', route: 'return', package: 'core-rtr-01' })
  })
  test.each([
    ['a letter', 'Dear Sir,\nwe have, as agreed,\nsent the devices\n'],
    ['a list of people', 'Name,E-mail,Type\nJörg,a@example.com,Admin\nGreta,b@example.com,User\n'],
    ['a bill', 'Pos;Betrag;Währung\n1;100,00;EUR\n2;200,00;EUR\n'],
  ])('%s is none', (_, text) => expect(read(text).outcome).toBe('refused'))
  test('a sheet that is not there is refused', () => {
    const mapping = {
      sheet: 'Nothing',
      headingRow: 1,
      columns: { A: 'sku' as const },
      route: null,
      leaveOut: [],
    }
    expect(read(german, { mapping }).problems[0]?.code).toBe('columns-not-there')
  })
})
