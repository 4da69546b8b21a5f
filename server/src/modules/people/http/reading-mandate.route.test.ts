import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderOf, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
})
afterAll(() => world.close())

test('a partner whose mandate only lets it read is offered nothing that it would be refused', async () => {
  const [desk, customer, partner] = await Promise.all([
    world.as(people.desk),
    world.as(people.customer),
    world.as(people.partner),
  ])
  const order = await desk.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity: 2 }]))
  const opened = await customer.post('/cases', { orderNumber: order.body.number })
  const path = `/cases/${opened.body.id}`
  expect((await partner.get(path)).body.actions).toContain('upload-form')
  expect((await partner.get(`${path}/units`)).body.items[0].actions).toContain('change-unit')

  const [mandate] = (await customer.get('/mandates')).body.items
  expect((await customer.put(`/mandates/${mandate.id}`, { access: 'read' })).status).toBe(200)
  const seen = await partner.get(path)
  expect(seen.status).toBe(200)
  // What is left reads: papers and the form to look at.
  expect(seen.body.actions.every((action: string) => action.startsWith('download-'))).toBe(true)
  expect((await partner.get(`${path}/units`)).body.items[0].actions).toEqual([])
  expect((await partner.put(`${path}/units/1`, { route: 'destroy' })).status).toBe(404)
})
