/** Other vendors' rules, published over HTTP with no change of code: dates, tiers, money and papers follow the file. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { answered, balancesOf, caseOf, dockOf, historyOf, openCase, unitOf } from '../fixtures/cases.ts'
import { photograph, signedPdf } from '../fixtures/signed-documents.ts'
import { type Client, orderOf, people, startHouse, type TestHouse, until } from '../house.ts'

let world: TestHouse
let customer: Client
let partner: Client
let desk: Client
let dock: Client
beforeAll(async () => {
  world = await startHouse({ clock: () => '2026-08-03T10:00:00.000Z' })
  customer = await world.as(people.customer)
  partner = await world.as(people.partner)
  desk = await world.as(people.desk)
  dock = await world.as(people.dock)
})
afterAll(() => world.close())

async function publish(name: string): Promise<Record<string, string>> {
  const yaml = await readFile(new URL(`../../../programmes/examples/${name}.yaml`, import.meta.url), 'utf8')
  const administrator = await world.as(people.administrator)
  const reply = await administrator.post('/programmes', yaml, { 'content-type': 'application/yaml' })
  // Published once and found by every other test that needs it.
  expect([200, 201], JSON.stringify(reply.body)).toContain(reply.status)
  return reply.body
}

test('180 days from the last shipment: the clock starts later, only the ordering partner asks, tiers by length', async () => {
  expect(await publish('180-days-from-last-shipment')).toMatchObject({ id: 'northlake-renew' })
  const opened = await openCase(partner, [{ sku: 'NL-5100', quantity: 1 }], {
    serials: { 1: 'NL000001' },
    order: {
      programme: 'northlake-renew',
      partnerAccount: 'P-2001',
      placedOn: '2026-05-01',
      lastShippedOn: '2026-07-01',
      currency: 'JPY',
      consumption: { model: 'flex', tier: 'advanced', term: 'P3Y' },
    },
  })
  // 180 days after 1 July are 28 December, a Monday.
  const view = await caseOf(customer, opened.id)
  expect(view.due).toMatchObject({ on: '2026-12-28', at: '2026-12-28T23:00:00.000Z' })
  // Yen have no minor unit.
  expect(await balancesOf(customer, opened.orderId)).toEqual({ granted: '-135000', exposure: '135000' })

  const path = `/cases/${opened.id}/extensions`
  const ask = (by: Client, untilDay: string) => by.post(path, { until: untilDay, reason: 'Delivery is late' })
  expect(answered(await ask(customer, '2027-01-28'), 403).body).toMatchObject({
    code: 'extension-asker-not-allowed',
    data: { allowed: ['ordering-partner'] },
  })
  expect(answered(await ask(partner, '2027-06-27'), 422).body.data.latestDueOn).toBe('2027-06-26')
  expect(answered(await ask(partner, '2027-03-27'), 201).body).toMatchObject({ approvedBy: ['desk'] })
  answered(await desk.put(`${path}/1/decision`, { granted: true }), 200)
  expect((await caseOf(customer, opened.id)).due.on).toBe('2027-03-27')
  // The 90th day since the first due date.
  expect(answered(await ask(partner, '2027-03-28'), 201).body).toMatchObject({ approvedBy: ['finance'] })
  expect(answered(await desk.put(`${path}/2/decision`, { granted: true }), 403).body.code).toBe(
    'extension-not-yours',
  )

  // Its certificates are PDFs only, and its goods go to the site of the region.
  answered(await customer.put(`/cases/${opened.id}/units/1`, { route: 'destroy' }), 200)
  answered(await customer.post(`/cases/${opened.id}/certificates`, {}), 201)
  const certificate = `/cases/${opened.id}/certificates/1/signed-document`
  const jpeg = await customer.upload(certificate, await photograph(), 'signed.pdf')
  expect(answered(jpeg, 415).body).toMatchObject({ code: 'media-type-not-accepted' })
  answered(await customer.upload(certificate, await signedPdf(), 'signed.pdf'), 201)
})

test('the day of the last shipment: without it no case opens, the desk records it, and the case fixes it', async () => {
  await publish('180-days-from-last-shipment')
  const rules = {
    programme: 'northlake-renew',
    placedOn: '2026-05-01',
    currency: 'JPY',
    consumption: { model: 'flex', tier: 'advanced', term: 'P3Y' },
  }
  const order = answered(
    await customer.post('/orders', orderOf([{ sku: 'NL-5100', quantity: 2 }], rules)),
    201,
  ).body
  const open = (row: number) => customer.post('/cases', { orderNumber: order.number, rows: [row] })
  const record = (by: Client, on: string) => by.put(`/orders/${order.id}/last-shipment`, { on })
  expect(answered(await open(1), 409).body).toMatchObject({
    code: 'last-shipment-unknown',
    data: { number: order.number },
  })
  expect((await record(customer, '2026-07-01')).status).toBe(403)
  expect(answered(await record(desk, '2026-08-04'), 422).body.code).toBe('date-in-future')
  answered(await record(desk, '2026-06-30'), 200)
  expect(answered(await record(desk, '2026-07-01'), 200).body).toMatchObject({
    lastShippedOn: '2026-07-01',
    version: 3,
  })
  // Said again, it changes nothing.
  expect(answered(await record(desk, '2026-07-01'), 200).body.version).toBe(3)
  const opened = answered(await open(1), 201).body
  expect(opened.due).toMatchObject({ on: '2026-12-28', rule: { startedOn: '2026-07-01' } })
  expect(answered(await record(desk, '2026-07-02'), 409).body).toMatchObject({
    code: 'order-has-cases',
    data: { cases: [opened.id] },
  })
})

test('only the partner of the order is the ordering partner, and the desk says for whom it asks', async () => {
  await publish('180-days-from-last-shipment')
  // The partner opens the case with the customer's mandate, but the customer ordered without it.
  const opened = await openCase(partner, [{ sku: 'NL-5100', quantity: 1 }], {
    order: {
      programme: 'northlake-renew',
      placedOn: '2026-05-01',
      lastShippedOn: '2026-07-01',
      currency: 'JPY',
      consumption: { model: 'flex', tier: 'advanced', term: 'P3Y' },
    },
  })
  const ask = (by: Client, more: object = {}) =>
    by.post(`/cases/${opened.id}/extensions`, { until: '2027-01-28', reason: 'Delivery is late', ...more })
  for (const reply of [
    await ask(partner),
    // What others say of themselves does not count.
    await ask(partner, { for: 'ordering-partner' }),
    await ask(customer, { for: 'ordering-partner' }),
    await ask(desk),
    await ask(desk, { for: 'partner' }),
  ])
    expect(answered(reply, 403).body.code).toBe('extension-asker-not-allowed')
  expect(answered(await ask(desk, { for: 'ordering-partner' }), 201).body).toMatchObject({
    approvedBy: ['desk'],
  })
  const { items } = answered(await customer.get(`/cases/${opened.id}/history?limit=200`), 200).body
  expect(items.at(-1)).toMatchObject({ type: 'extension-asked', body: { askedBy: 'ordering-partner' } })
})

test('serials before the order: an order without them is refused, with them the case is identified from the start', async () => {
  expect(await publish('serials-before-order')).toMatchObject({ id: 'corvane-swap' })
  const rules = { programme: 'corvane-swap', currency: 'USD', placedOn: '2026-08-01' }
  const without = answered(
    await customer.post('/orders', orderOf([{ sku: 'CV-R1', quantity: 2 }], rules)),
    422,
  ).body
  expect(without.code).toBe('order-invalid')
  expect(without.errors).toEqual([
    {
      pointer: '/body/tradeIns/0/serials',
      detail:
        'Dieses Programm verlangt die Seriennummern schon mit der Bestellung. Geben Sie für jedes der 2 Geräte die Seriennummer an.',
    },
  ])
  const short = [{ sku: 'CV-R1', quantity: 2, serials: ['CV000001'] }]
  expect(answered(await customer.post('/orders', orderOf(short, rules)), 422).body.errors[0].pointer).toBe(
    '/body/tradeIns/0/serials',
  )
  const opened = await openCase(
    customer,
    [{ sku: 'CV-R1', quantity: 2, serials: ['CV000001', 'CV000002'] }],
    {
      order: rules,
    },
  )
  const view = await caseOf(customer, opened.id)
  expect(view.due.on).toBe('2026-11-29')
  expect(view.units).toMatchObject({ identified: 2, owed: 0 })
  // Nobody may ask for more time, and nothing may be destroyed.
  const more = await customer.post(`/cases/${opened.id}/extensions`, {
    until: '2026-12-24',
    reason: 'Please',
  })
  expect(answered(more, 409).body.code).toBe('extension-not-offered')
  const destroy = await customer.put(`/cases/${opened.id}/units/1`, { route: 'destroy' })
  expect(answered(destroy, 422).body.code).toBe('route-not-offered')
  const scan = await dockOf(dock)
  await scan('CV000001')
  await scan('CV000002')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({ secured: '2200.00', exposure: '0.00' })
})

test('credit after receipt: nothing is exposed at the order, and an inspection stands before the money', async () => {
  expect(await publish('credit-after-receipt')).toMatchObject({ id: 'aster-buyback' })
  const opened = await openCase(
    customer,
    [
      { sku: 'AO-1200', quantity: 1 },
      { sku: 'AO-FILLER', quantity: 1 },
    ],
    {
      serials: { 1: 'AO000001' },
      order: {
        programme: 'aster-buyback',
        placedOn: '2026-07-20',
        lastShippedOn: '2026-07-31',
        currency: 'EUR',
      },
    },
  )
  // Two months after 31 July with the clamp of a month's end: 30 September.
  expect((await caseOf(customer, opened.id)).due.on).toBe('2026-09-30')
  expect(await balancesOf(customer, opened.orderId)).toEqual({})

  const finance = await world.as(people.finance)
  answered(await finance.post(`/cases/${opened.id}/waivers`, { rows: [2], reason: 'A filler panel' }), 200)
  const scan = await dockOf(dock)
  expect((await scan('AO000001')).outcome).toBe('expected')
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ state: 'received' })
  expect((await caseOf(customer, opened.id)).waitingOn).toMatchObject({
    on: 'dock',
    because: 'inspection',
    count: 1,
  })
  expect(await balancesOf(customer, opened.orderId)).toEqual({})
})

test('late arrival where an inspection is needed: the closed case opens again and stays open, without what was asked before', async () => {
  await publish('credit-after-receipt')
  const opened = await openCase(customer, [{ sku: 'AO-T10', quantity: 1 }], {
    serials: { 1: 'AO000009' },
    order: {
      programme: 'aster-buyback',
      placedOn: '2026-07-20',
      lastShippedOn: '2026-07-31',
      currency: 'GBP',
    },
  })
  const extensions = `/cases/${opened.id}/extensions`
  const more = { until: '2026-10-20', reason: 'Delivery is late' }
  answered(await customer.post(extensions, more), 201)
  const finance = await world.as(people.finance)
  answered(await finance.post(`/cases/${opened.id}/waivers`, { rows: [1], reason: 'Lost on the way' }), 200)
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  const scan = await dockOf(dock)
  expect((await scan('AO000009')).outcome).toBe('late-arrival')
  expect(await caseOf(customer, opened.id)).toMatchObject({
    status: 'open',
    closedAt: null,
    units: { received: 1 },
  })
  expect((await historyOf(customer, opened.id)).slice(-2)).toEqual(['case-reopened', 'unit-received'])
  // What was asked for before it closed ended with it: it is neither waited for nor granted, and can be asked anew.
  expect((await caseOf(customer, opened.id)).waitingOn.because).toBe('inspection')
  const grant = (number: number) => desk.put(`${extensions}/${number}/decision`, { granted: true })
  expect(answered(await grant(1), 409).body.code).toBe('extension-decided')
  expect(answered(await customer.post(extensions, more), 201).body.number).toBe(2)
  answered(await grant(2), 200)
})

test('destruction near the customer: no return at all, two phases, due dates that move off holidays', async () => {
  expect(await publish('approval-before-destroying')).toMatchObject({ id: 'halden-green' })
  const rules = { programme: 'halden-green', currency: 'CHF', placedOn: '2026-06-30' }
  // The HG-300 is accepted from July on.
  const early = answered(
    await customer.post('/orders', orderOf([{ sku: 'HG-300', quantity: 1 }], rules)),
    422,
  ).body
  expect(early.data.problems[0]).toMatchObject({ refused: 'phase-not-valid-on', pointer: '/tradeIns/0/sku' })
  const order = answered(
    await customer.post('/orders', orderOf([{ sku: 'HG-200', quantity: 1 }], rules)),
    201,
  ).body
  const returned = await customer.post('/cases', { orderNumber: order.number, route: 'return' })
  expect(answered(returned, 422).body.code).toBe('route-not-offered')
  const opened = answered(
    await customer.post('/cases', { orderNumber: order.number, route: 'destroy' }),
    201,
  ).body
  expect(opened.due.on).toBe('2026-09-28')
  answered(await customer.put(`/cases/${opened.id}/units/1`, { serial: 'HG000001' }), 200)
  answered(await customer.post(`/cases/${opened.id}/certificates`, {}), 201)
  answered(
    await customer.upload(`/cases/${opened.id}/certificates/1/signed-document`, await photograph(), 's.jpg'),
    201,
  )
  const code = answered(
    await desk.put(`/cases/${opened.id}/certificates/1/decision`, {
      decision: 'reject',
      reason: 'before-approval',
    }),
    200,
  ).body
  expect(code.decision.reason).toBe('before-approval')
  await until(
    () => customer.get(`/cases/${opened.id}`),
    ({ body }) => body.waitingOn.because === 'certificate-missing',
  )
})

test('an open case keeps the version of its order when the programme changes', async () => {
  const yaml = await readFile(
    new URL('../../../programmes/examples/serials-before-order.yaml', import.meta.url),
    'utf8',
  )
  await publish('serials-before-order')
  const administrator = await world.as(people.administrator)
  const rules = { programme: 'corvane-swap', currency: 'USD', placedOn: '2026-08-01' }
  const before = await openCase(customer, [{ sku: 'CV-R1', quantity: 1, serials: ['CV000011'] }], {
    order: rules,
  })
  const headers = { 'content-type': 'application/yaml' }
  const changed = yaml.replace('window: P120D', 'window: P90D')
  const taken = answered(await administrator.post('/programmes', changed, headers), 409).body
  expect(taken.code).toBe('programme-version-taken')
  answered(await administrator.post('/programmes', changed.replace('"2025.4"', '"2026.1"'), headers), 201)
  const after = await openCase(customer, [{ sku: 'CV-R1', quantity: 1, serials: ['CV000012'] }], {
    order: rules,
  })
  expect((await caseOf(customer, before.id)).due.on).toBe('2026-11-29')
  expect((await caseOf(customer, after.id)).due.on).toBe('2026-10-30')
  expect((await caseOf(customer, before.id)).programme.version).toBe('2025.4')
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
