/** The largest order there is, from the form to the shipment: 10,000 devices. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { answered, balancesOf, caseOf, dockOf, openCase, unitOf } from '../fixtures/cases.ts'
import { goodForm } from '../fixtures/xlsx/forms.ts'
import { people, startHouse, type TestHouse, until } from '../house.ts'

const DEVICES = 10_000
let world: TestHouse
beforeAll(async () => {
  world = await startHouse()
})
afterAll(() => world.close())

// Some ten seconds on an idle machine.
test('a form of 10,000 lines is read, shown, applied and shipped, and one scan is one device', {
  timeout: 300_000,
}, async () => {
  const customer = await world.as(people.customer)
  const { id, orderId } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: DEVICES }])
  const lines = Array.from({ length: DEVICES }, (_, index) => ({
    row: index + 1,
    sku: 'MX240BASE-AC',
    quantity: 1,
    route: 'return' as const,
    serial: `JN11${String(index + 1).padStart(6, '0')}`,
  }))
  const form = await goodForm({ caseNumber: id, lines })
  const uploaded = answered(await customer.upload(`/cases/${id}/forms`, form, 'all.xlsx'), 201).body
  expect(uploaded).toMatchObject({ errors: 0, lines: DEVICES })
  expect(uploaded.diff).toHaveLength(DEVICES)
  const applied = answered(await customer.post(`/cases/${id}/forms/1/application`), 200).body
  expect(applied.units).toMatchObject({ identified: DEVICES, owed: 0 })

  const download = answered(await customer.get(`/cases/${id}/trade-in-form?language=de`), 200)
  const again = answered(
    await customer.upload(`/cases/${id}/forms`, download.bytes, 'unchanged.xlsx'),
    201,
  ).body
  expect([again.lines, again.diff]).toEqual([DEVICES, []])
  answered(await customer.post(`/cases/${id}/forms/2/application`), 200)

  await until(
    () => customer.get(`/cases/${id}`),
    ({ body }) => body.actions.includes('create-shipment'),
  )
  answered(await customer.post(`/cases/${id}/shipments`, { packages: 400 }), 201)
  const scan = await dockOf(await world.as(people.dock))
  expect(await scan('JN11007777')).toMatchObject({ outcome: 'expected', row: 7_777 })
  expect((await caseOf(customer, id)).units).toMatchObject({ accepted: 1, 'in-transit': DEVICES - 1 })
  expect(await balancesOf(customer, orderId)).toMatchObject({ secured: '2300.00' })
  expect((await unitOf(customer, id, 1)).serial).toBe('JN11000001')
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
