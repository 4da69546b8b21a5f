import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { fillForm, requiredHeader } from '../fill-form.ts'
import { orderOf, people, startHouse, type TestHouse, until } from '../house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await startHouse()
})
afterAll(() => world.close())

test('an order becomes a closed case by return: form, partial serials, second upload, label, scans', async () => {
  const customer = await world.as(people.customer)
  const dock = await world.as(people.dock)

  const order = await customer.post(
    '/orders',
    orderOf([
      { sku: 'MX480BASE-AC', quantity: 2 },
      { sku: 'MIC-3D-20GE-SFP', quantity: 1 },
    ]),
  )
  expect(order.status, JSON.stringify(order.body)).toBe(201)
  expect(order.body.units).toBe(3)
  const opened = await customer.post(
    '/cases',
    { orderNumber: order.body.number, language: 'de' },
    { 'accept-language': 'de' },
  )
  expect(opened.status, JSON.stringify(opened.body)).toBe(201)
  const id = opened.body.id as string
  expect(opened.body.waitingOn.sentence).toBe(
    'Wartet bis 2. Februar 2027 auf Sie: das ausgefüllte Formular für 3 Geräte fehlt.',
  )

  const blank = await customer.get(`/cases/${id}/trade-in-form?language=de`)
  expect(blank.status).toBe(200)
  const partly = await fillForm(blank.bytes, requiredHeader('de'), { 1: { serial: 'JN1231A2BAFC' } })
  const first = await customer.upload(`/cases/${id}/forms`, partly, 'Formular.xlsx')
  expect(first.status, JSON.stringify(first.body)).toBe(201)
  expect(first.body.errors, JSON.stringify(first.body.problems, null, 1)).toBe(0)
  expect(first.body.diff).toContainEqual({
    row: 1,
    sku: 'MX480BASE-AC',
    field: 'serial',
    fieldLabel: expect.any(String),
    from: null,
    fromText: null,
    to: 'JN1231A2BAFC',
    toText: 'JN1231A2BAFC',
  })
  const again = await customer.upload(`/cases/${id}/forms`, partly, 'Formular (Kopie).xlsx')
  expect([again.status, again.body.formVersion]).toEqual([200, 1])
  const applied = await customer.post(`/cases/${id}/forms/1/application`)
  expect(applied.status, JSON.stringify(applied.body)).toBe(200)
  expect(applied.body.units).toMatchObject({ identified: 1, owed: 2 })
  expect(applied.body.waitingOn).toMatchObject({ on: 'customer', because: 'serials-missing', count: 2 })

  const prefilled = await customer.get(`/cases/${id}/trade-in-form?language=en`)
  const full = await fillForm(prefilled.bytes, requiredHeader('en'), {
    2: { serial: 'JN1239Z8YAFC' },
    3: { serial: 'CAFR4421' },
  })
  const second = await customer.upload(`/cases/${id}/forms`, full, 'form.xlsx')
  expect(second.body.formVersion).toBe(2)
  await customer.post(`/cases/${id}/forms/2/application`)

  const waiting = await until(
    () => customer.get(`/cases/${id}`),
    ({ body }) => body.waitingOn.because === 'shipping',
  )
  expect(waiting.body.actions).toContain('create-shipment')
  const instructions = await customer.get(`/cases/${id}/shipping-instructions`)
  expect(instructions.body.site.address.join('\n')).toContain('PureWrx')
  const shipment = await customer.post(`/cases/${id}/shipments`, { packages: 2 })
  expect(shipment.status, JSON.stringify(shipment.body)).toBe(201)
  const label = await customer.get(`/cases/${id}/shipments/1/label`)
  expect(Buffer.from(label.bytes.subarray(0, 5)).toString()).toBe('%PDF-')

  const receipt = await dock.post('/receipts', { site: 'austin' })
  const scan = (serial: string) => dock.post(`/receipts/${receipt.body.id}/scans`, { serial })
  expect((await scan('JN1231A2BAFC')).body).toMatchObject({
    outcome: 'expected',
    signal: 'green',
    caseId: id,
    row: 1,
  })
  expect((await scan('jn1239z8yafc')).body).toMatchObject({ outcome: 'expected', row: 2 })
  const between = await customer.get(`/orders/${order.body.id}/ledger`)
  expect(
    Object.fromEntries(
      between.body.balances.map((entry: { account: string; balance: { amount: string } }) => [
        entry.account,
        entry.balance.amount,
      ]),
    ),
  ).toEqual({
    granted: '-6540.00',
    exposure: '140.00',
    secured: '6400.00',
  })
  expect((await scan('CAFR4421')).body.outcome).toBe('expected')

  const closed = await customer.get(`/cases/${id}`, { 'accept-language': 'de' })
  expect(closed.body.status).toBe('closed')
  expect(closed.body.waitingOn.sentence).toBe('Geschlossen: Es steht nichts mehr aus.')
  const history = await customer.get(`/cases/${id}/history`)
  expect(history.body.items.map(({ type }: { type: string }) => type)).toEqual([
    'case-opened',
    'form-uploaded',
    'form-applied',
    'shipping-instructions-sent',
    'form-uploaded',
    'form-applied',
    'shipment-created',
    'unit-received',
    'unit-accepted',
    'unit-received',
    'unit-accepted',
    'unit-received',
    'unit-accepted',
    'case-closed',
  ])
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
