import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import type { Database } from '../../src/platform/database/pool.ts'
import { answered, balancesOf, caseOf, dockOf, openCase } from '../fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let customer: Client
let desk: Client
let dock: Client
beforeAll(async () => {
  world = await startHouse()
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
  dock = await world.as(people.dock)
})
afterAll(() => world.close())

/** Lets a rival do its whole work between one named query of ours and the next: the race, forced once. */
async function between<T>(query: string, ours: () => Promise<T>, rival: () => Promise<unknown>): Promise<T> {
  const db = world.house.db as Database & { query: (...args: unknown[]) => Promise<unknown> }
  const real = db.query.bind(db) as (...args: unknown[]) => Promise<unknown>
  let armed = true
  db.query = (async (...args: unknown[]) => {
    const found = await real(...args)
    if (armed && (args[0] as { name?: string }).name === query) {
      armed = false
      await rival()
    }
    return found
  }) as never
  try {
    return await ours()
  } finally {
    db.query = real as never
  }
}

test('one device scanned at two docks at the same moment is received once', async () => {
  const { id, orderId } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 2 }])
  answered(await customer.put(`/cases/${id}/units/1`, { serial: 'JN11TWICE' }), 200)
  const [here, there] = [await dockOf(dock), await dockOf(dock)]
  const first = await between(
    'candidates-by-serial',
    () => here('JN11TWICE'),
    () => there('JN11TWICE'),
  )
  expect(first.outcome).toBe('already-received')
  expect((await caseOf(customer, id)).units).toMatchObject({ accepted: 1, owed: 1 })
  expect(await balancesOf(desk, orderId)).toMatchObject({ secured: '2300.00', exposure: '2300.00' })
})

test('held goods that two people assign at the same moment are assigned once', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 2 }])
  const receipt = answered(await dock.post('/receipts', { site: 'austin' }), 201).body
  answered(await dock.post(`/receipts/${receipt.id}/scans`, { serial: '#' }), 201)
  const assign = (row: number) =>
    desk.post(`/unmatched-goods/${receipt.id}/1/assignment`, { caseId: id, row })
  for (const query of ['unmatched-goods', 'receipt-by-id']) {
    const reply = await between(
      query,
      () => assign(1),
      () => assign(2),
    )
    expect([reply.status, reply.body.code]).toEqual([409, 'goods-resolved'])
  }
  expect((await caseOf(customer, id)).units).toMatchObject({ accepted: 1, owed: 1 })
})

test('of two certificates issued for a device the one that is handed in counts', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], { route: 'destroy' })
  answered(await customer.put(`/cases/${id}/units/1`, { serial: 'JN11ISSUED' }), 200)
  for (const number of [1, 2])
    expect(answered(await customer.post(`/cases/${id}/certificates`, {}), 201).body.number).toBe(number)
  const paper = await customer.get(`/cases/${id}/certificates/1/paper`)
  answered(
    await customer.upload(`/cases/${id}/certificates/1/signed-document`, paper.bytes, 'signed.pdf'),
    201,
  )
  answered(await desk.put(`/cases/${id}/certificates/1/decision`, { decision: 'accept' }), 200)
  expect(await caseOf(customer, id)).toMatchObject({ status: 'closed', units: { certified: 1 } })
})

test('an upload repeated with its key gets its first answer, whatever happened since', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], { route: 'destroy' })
  answered(await customer.put(`/cases/${id}/units/1`, { serial: 'JN11AGAIN' }), 200)
  answered(await customer.post(`/cases/${id}/certificates`, {}), 201)
  const paper = await customer.get(`/cases/${id}/certificates/1/paper`)
  const tag = (await customer.get(`/cases/${id}`)).headers.get('etag') ?? ''
  const hand = () =>
    customer.upload(`/cases/${id}/certificates/1/signed-document`, paper.bytes, 'signed.pdf', {
      'idempotency-key': 'hand-in-once',
      'if-match': tag,
    })
  const [first, again] = [await hand(), await hand()]
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
  expect(again.body).toEqual(first.body)
})

test('a case whose serials come by hand gets its shipping instructions too', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }])
  expect((await customer.get(`/cases/${id}/shipping-instructions`)).body.code).toBe('instructions-not-sent')
  answered(await customer.put(`/cases/${id}/units/1`, { serial: 'JN11BYHAND' }), 200)
  await expect
    .poll(async () => (await caseOf(customer, id)).waitingOn.because, { timeout: 10_000 })
    .toBe('shipping')
  answered(await customer.post(`/cases/${id}/shipments`, {}), 201)
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
