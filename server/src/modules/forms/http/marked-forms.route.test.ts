import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillForm, requiredHeader } from '../../../../test/fill-form.ts'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

test('a form with problems: told beside row and cell, looked at, taken back marked, corrected, applied', async () => {
  await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }], { serials: { 1: 'TAKEN00001' } })
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }])
  const at = `/cases/${id}/forms`
  const blank = await customer.get(`/cases/${id}/trade-in-form?language=de`)
  const bad = await fillForm(blank.bytes, requiredHeader('de'), {
    1: { serial: 'TAKEN00001' },
    2: { serial: 'GOOD000001', route: 'Verschrotten' },
  })
  const uploaded = answered(await customer.upload(at, bad, 'Liste.xlsx'), 201).body
  expect(uploaded).toMatchObject({
    uploadedByName: 'Greta Geräte',
    appliedByName: null,
    actions: ['read-form-sheet', 'download-form-file', 'download-marked-form'],
  })
  const problem = (code: string) => uploaded.problems.find((one: { code: string }) => one.code === code)
  const reserved = problem('serial-reserved')
  expect(reserved).toMatchObject({ sheet: 'Geräte', cell: expect.stringMatching(/^F\d+$/), row: 1 })
  expect(problem('unknown-choice')).toMatchObject({ sheet: 'Geräte', row: 2, found: 'Verschrotten' })
  const english = answered(await customer.get(`${at}/1`, { 'accept-language': 'en' }), 200).body
  expect(english.problems.map(({ cell }: { cell: string }) => cell)).toEqual(
    uploaded.problems.map(({ cell }: { cell: string }) => cell),
  )
  expect(english.problems.map(({ message }: { message: string }) => message)).toContainEqual(
    expect.stringContaining('serial number is registered already'),
  )

  const sheet = answered(await customer.get(`${at}/1/sheet?sheet=${encodeURIComponent('Geräte')}`), 200).body
  const cells = sheet.rows.flatMap(({ cells }: { cells: object[] }) => cells)
  expect(cells).toContainEqual({ cell: reserved.cell, text: 'TAKEN00001', problems: ['serial-reserved'] })
  expect((await customer.get(`${at}/1/sheet?sheet=Nichts`)).body.code).toBe('sheet-not-found')

  const marked = answered(await customer.get(`${at}/1/marked-file?language=en`), 200)
  expect(marked.headers.get('content-disposition')).toMatch(/^attachment;.*Liste/)
  const book = new exceljs.Workbook()
  await book.xlsx.load(marked.bytes as unknown as ArrayBuffer)
  const place = book.getWorksheet('Geräte')?.getCell(reserved.cell)
  expect(JSON.stringify(place?.note)).toContain('serial number is registered already')
  expect(book.getWorksheet('Problems')).toBeDefined()
  expect((await (await world.as(people.otherCustomer)).get(`${at}/1/marked-file`)).body.code).toBe(
    'case-not-found',
  )

  const corrected = await fillForm(
    marked.bytes,
    {},
    {
      1: { serial: 'GOOD000002' },
      2: { route: 'Vernichtung' },
    },
  )
  const second = answered(await customer.upload(at, corrected, 'Liste.xlsx'), 201).body
  expect(second.errors).toBe(0)
  expect(second.actions).toContain('apply-form')
  expect(second.diff).toContainEqual({
    row: 2,
    sku: 'MX480BASE-AC',
    field: 'route',
    fieldLabel: expect.any(String),
    from: 'return',
    fromText: 'Inzahlungnahme',
    to: 'destroy',
    toText: 'Vernichtung',
  })
  answered(await customer.post(`${at}/2/application`), 200)
  const { items } = answered(await customer.get(at), 200).body
  expect(items[1]).toMatchObject({ appliedByName: 'Greta Geräte' })
  expect(items[1].actions).not.toContain('apply-form')
})
