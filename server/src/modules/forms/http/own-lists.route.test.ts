import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillForm, requiredHeader } from '../../../../test/fill-form.ts'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'
import { firstRow } from '../../../platform/database/pool.ts'
import { lastAppliedHeader } from '../index.ts'

let world: TestHouse
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

const list = (serials: readonly string[], more = ''): Buffer =>
  Buffer.from(
    `Inventar-Nr.;Gerätetyp;Serien-Nr.;Raum\n${serials
      .map((serial, index) => `INV-${index};MX480BASE-AC;${serial};K${index}`)
      .join('\n')}\nINV-9;EX4200-48T;BP0211111111;K9\n${more}`,
  )

test('an own inventory: shown, confirmed by a person, read again, compared, applied, remembered', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }])
  const at = `/cases/${id}/forms`
  const uploaded = answered(
    await customer.upload(at, list(['JN1200000AFA', 'JN1200001AFA']), 'Export.csv'),
    201,
  ).body
  expect(uploaded).toMatchObject({ outcome: 'confirm-columns', errors: 1, lines: 0, diff: [] })
  expect(uploaded.actions).toContain('confirm-form-columns')
  expect(uploaded.actions).not.toContain('apply-form')
  expect(uploaded.columns).toMatchObject({ sheet: 'CSV', headingRow: 1, remembered: false, confirmed: null })
  const found = Object.fromEntries(
    uploaded.columns.columns.map(({ column, field }: { column: string; field: string }) => [column, field]),
  )
  expect(found).toEqual({ A: 'assetTag', B: 'sku', C: 'serial', D: null })
  expect(uploaded.columns.columns[2]).toMatchObject({
    heading: 'Serien-Nr.',
    samples: ['JN1200000AFA', 'JN1200001AFA', 'BP0211111111'],
    why: [expect.any(String), expect.stringContaining('100')],
  })
  expect(uploaded.columns.fields).toContainEqual({ field: 'partNumber', label: expect.any(String) })
  expect((await customer.post(`${at}/1/application`)).body.code).toBe('form-has-problems')

  const columns = { A: 'assetTag', B: 'sku', C: 'serial' }
  const confirm = (version: number, mapping: object) => customer.put(`${at}/${version}/columns`, mapping)
  const mapping = { sheet: 'CSV', headingRow: 1, columns, route: 'destroy' }
  expect((await confirm(1, { ...mapping, columns: { A: 'serial', C: 'serial' } })).body.code).toBe(
    'columns-unusable',
  )
  expect((await confirm(1, { ...mapping, sheet: 'Nichts' })).body.code).toBe('form-refused')
  expect((await confirm(7, mapping)).body.code).toBe('form-not-found')
  const read = answered(await confirm(1, mapping), 200).body
  expect(read).toMatchObject({ formVersion: 1, outcome: 'read-with-problems', errors: 0, lines: 2 })
  expect(read.columns.confirmed).toEqual({ ...mapping, leaveOut: [] })
  expect(read.problems.map(({ code }: { code: string }) => code)).toEqual(['header-absent', 'lines-not-owed'])
  expect(read.diff).toContainEqual(expect.objectContaining({ row: 1, field: 'serial', to: 'JN1200000AFA' }))
  expect(read.diff).toContainEqual(expect.objectContaining({ row: 2, field: 'route', to: 'destroy' }))
  expect(answered(await customer.get(`${at}/1`), 200).body).toEqual(read)

  const otherwise = answered(await confirm(1, { ...mapping, route: null, leaveOut: [3] }), 200).body
  expect(otherwise.lines).toBe(1)
  expect(otherwise.diff.map(({ field }: { field: string }) => field)).not.toContain('route')
  answered(await confirm(1, mapping), 200)
  answered(await customer.post(`${at}/1/application`), 200)
  const units = answered(await customer.get(`/cases/${id}/units`), 200).body.items
  expect(units).toContainEqual(expect.objectContaining({ row: 2, serial: 'JN1200001AFA', route: 'destroy' }))
  expect((await confirm(1, mapping)).body.code).toBe('form-superseded')

  const other = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  const next = answered(
    await customer.upload(`/cases/${other.id}/forms`, list(['JN1200002AFA']), 'Export.csv'),
    201,
  ).body
  expect(next).toMatchObject({ outcome: 'confirm-columns', columns: { remembered: true, route: 'destroy' } })
  expect(next.columns.columns.map(({ confidence }: { confidence: number }) => confidence)).toEqual([
    1, 1, 1, 1,
  ])
  const stranger = await world.as(people.otherCustomer)
  expect((await stranger.put(`${at}/1/columns`, mapping)).body.code).toBe('case-not-found')
})

test('a list with an error comes back marked; corrected it is read without a question', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }])
  const at = `/cases/${id}/forms`
  answered(await customer.upload(at, list(['JN1200100AFA', '!!'], '\n'), 'Export.csv'), 201)
  const mapping = { sheet: 'CSV', headingRow: 1, columns: { B: 'sku', C: 'serial' } }
  const read = answered(await customer.put(`${at}/1/columns`, mapping), 200).body
  expect(read.errors).toBeGreaterThan(0)
  const marked = answered(await customer.get(`${at}/1/marked-file?language=de`), 200)
  expect(marked.headers.get('content-disposition')).toMatch(/Export.*\.xlsx/)
  const sheet = answered(await customer.get(`${at}/1/sheet`), 200).body
  expect(sheet.rows[2].cells).toContainEqual({
    cell: 'C3',
    text: '!!',
    problems: expect.arrayContaining(['serial-malformed']),
  })

  const book = new exceljs.Workbook()
  await book.xlsx.load(marked.bytes as unknown as ArrayBuffer)
  const place = book.getWorksheet('CSV')?.getCell('C3') as exceljs.Cell
  expect(JSON.stringify(place.note)).toContain('Seriennummer')
  place.value = 'JN1200101AFA'
  const corrected = Buffer.from(await book.xlsx.writeBuffer())
  const second = answered(await customer.upload(at, corrected, 'Export.xlsx'), 201).body
  expect(second).toMatchObject({ formVersion: 2, outcome: 'read-with-problems', errors: 0, lines: 2 })
  expect(second.actions).toEqual(expect.arrayContaining(['apply-form', 'confirm-form-columns']))
  answered(await customer.post(`${at}/2/application`), 200)
})

test('the output of a router brings serials; what the form said of the pickup stays', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  const at = `/cases/${id}/forms`
  const blank = await customer.get(`/cases/${id}/trade-in-form?language=de`)
  answered(
    await customer.upload(at, await fillForm(blank.bytes, requiredHeader('de'), {}), 'Formular.xlsx'),
    201,
  )
  answered(await customer.post(`${at}/1/application`), 200)
  const output = `admin@mx1> show chassis hardware
Hardware inventory:
Item             Version  Part number  Serial number     Description
Chassis                                JN1200200AFB      MX480
Midplane         REV 05   710-017414   TR2072            MX480 Midplane
PEM 0            Rev 10   740-029970   QCS1234U01A       PS 1.4-2.52kW; 90-264V AC in`
  const read = answered(await customer.upload(at, Buffer.from(output), 'mx1.txt'), 201).body
  expect(read).toMatchObject({ outcome: 'read-with-problems', errors: 0, lines: 1, columns: null })
  expect(read.diff).toContainEqual(
    expect.objectContaining({ row: 1, sku: 'MX480BASE-AC', field: 'serial', to: 'JN1200200AFB' }),
  )
  expect(
    (await customer.put(`${at}/2/columns`, { sheet: 'x', headingRow: 1, columns: { A: 'sku' } })).body.code,
  ).toBe('form-has-no-columns')
  answered(await customer.post(`${at}/2/application`), 200)
  const header = await firstRow(world.house.db, lastAppliedHeader, [id])
  expect(header?.header).toMatchObject({ customer: expect.any(String) })
  const file = await customer.get(`${at}/2/file`)
  expect(file.headers.get('content-type')).toContain('text/plain')
})
