/** What people change after a case was opened: the way of a device, who acts for whom, the due date. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePassword } from '../../src/commands/sample-world.ts'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { fillForm, requiredHeader } from '../fill-form.ts'
import { answered, balancesOf, caseOf, dockOf, openCase, unitOf } from '../fixtures/cases.ts'
import { photograph } from '../fixtures/signed-documents.ts'
import { type Client, client, orderOf, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let now = '2026-11-22T10:00:00.000Z'
beforeAll(async () => {
  world = await startHouse({ clock: () => now })
})
afterAll(() => world.close())

/** A session of its own each time: months pass in this file, and a session lasts for hours. */
async function signIn(email: string): Promise<Client> {
  const session = await world.stranger.post('/sessions', { email, password: samplePassword })
  return client(world.address, answered(session, 201).body.token)
}
const chassis = (quantity: number) => [{ sku: 'MX240BASE-AC', quantity }]

test('route switched mid-case: from return to destroy until it is shipped, and back until it is declared destroyed', async () => {
  const customer = await signIn(people.customer)
  const opened = await openCase(customer, chassis(2), { serials: { 1: 'JN11SWI1', 2: 'JN11SWI2' } })
  const route = (row: number, wanted: string) =>
    customer.put(`/cases/${opened.id}/units/${row}`, { route: wanted })
  answered(await route(1, 'destroy'), 200)
  answered(await route(1, 'return'), 200)
  answered(await route(1, 'destroy'), 200)
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ route: 'destroy', state: 'identified' })

  const form = await customer.get(`/cases/${opened.id}/trade-in-form`)
  expect(form.status).toBe(200)
  answered(await customer.post(`/cases/${opened.id}/certificates`, {}), 201)
  // Changed its mind after the certificate was printed: that paper is worth nothing now.
  answered(await route(1, 'return'), 200)
  const file = await photograph()
  const upload = () =>
    customer.upload(`/cases/${opened.id}/certificates/1/signed-document`, file, 'signed.jpg')
  expect(answered(await upload(), 409).body.code).toBe('certificate-outdated')
  answered(await route(1, 'destroy'), 200)
  answered(await upload(), 201)
  expect(answered(await route(1, 'return'), 409).body).toMatchObject({
    code: 'route-locked',
    data: { row: 1, state: 'destruction-declared' },
  })
  const scan = await dockOf(await signIn(people.dock))
  await scan('JN11SWI2')
  expect(answered(await route(2, 'destroy'), 409).body).toMatchObject({
    code: 'route-locked',
    data: { row: 2, state: 'accepted' },
  })
})

test('mandate: a partner acts for the customer, and with its revocation the access ends at once and the case lives on', async () => {
  const customer = await signIn(people.customer)
  const partner = await signIn(people.partner)
  const other = await signIn(people.otherCustomer)
  const opened = await openCase(partner, chassis(1), { order: { partnerAccount: 'P-2001' } })
  expect(await caseOf(customer, opened.id)).toMatchObject({ customerName: 'Rheinnetz GmbH', status: 'open' })
  expect((await other.get(`/cases/${opened.id}`)).status).toBe(404)
  // For a customer who gave no mandate there is nothing to find.
  const stranger = await partner.post('/orders', {
    number: 'SO-NO-MANDATE',
    programme: 'juniper-tmip',
    customerAccount: 'C-1002',
    placedOn: '2026-11-02',
    currency: 'USD',
    tradeIns: chassis(1),
  })
  expect(answered(stranger, 404).body.code).toBe('customer-not-found')

  const [mandate] = answered(await customer.get('/mandates'), 200).body.items
  answered(await customer.post(`/mandates/${mandate.id}/revocation`, {}), 200)
  for (const reply of [
    await partner.get(`/cases/${opened.id}`),
    await partner.get(`/orders/${opened.orderId}`),
    await partner.put(`/cases/${opened.id}/units/1`, { serial: 'JN11PARTNER' }),
    await partner.post(`/cases/${opened.id}/certificates`, {}),
  ])
    expect([reply.status, reply.body.code]).toEqual([404, expect.stringMatching(/^(case|order)-not-found$/)])
  expect(answered(await partner.get('/cases'), 200).body.items).toEqual([])

  answered(await customer.put(`/cases/${opened.id}/units/1`, { serial: 'JN11OWN' }), 200)
  const scan = await dockOf(await signIn(people.dock))
  expect((await scan('JN11OWN')).outcome).toBe('expected')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')

  const again = { partnerAccount: 'P-2001', validUntil: '2027-06-01T00:00:00Z' }
  answered(await customer.post('/mandates', again), 201)
  expect((await partner.get(`/cases/${opened.id}`)).status).toBe(200)
  now = '2027-06-01T00:00:01.000Z'
  expect((await (await signIn(people.partner)).get(`/cases/${opened.id}`)).status).toBe(404)
  now = '2026-11-22T10:00:00.000Z'
})

test('extension: asked, decided, denied, capped, a second one, and late', async () => {
  now = '2026-11-22T10:00:00.000Z'
  const customer = await signIn(people.customer)
  const desk = await signIn(people.desk)
  const opened = await openCase(customer, chassis(1), { serials: { 1: 'JN11EXT' } })
  const path = `/cases/${opened.id}/extensions`
  const ask = (untilDay: string) =>
    customer.post(path, { until: untilDay, reason: 'The new routers are late' })
  const decide = (by: Client, number: number, granted: boolean) =>
    by.put(`${path}/${number}/decision`, { granted, note: 'by phone' })
  expect((await caseOf(customer, opened.id)).due.on).toBe('2027-02-02')

  expect(answered(await ask('2027-02-02'), 422).body.code).toBe('extension-not-later')
  // Capped at six months after the first due date.
  expect(answered(await ask('2027-08-03'), 422).body).toMatchObject({
    code: 'extension-over-maximum',
    data: { latestDueOn: '2027-08-02' },
  })
  const short = answered(await ask('2027-03-01'), 201).body
  expect(short).toMatchObject({
    number: 1,
    late: false,
    approvedBy: ['desk', 'administrator'],
    granted: null,
  })
  expect((await caseOf(customer, opened.id)).waitingOn).toMatchObject({
    on: 'desk',
    because: 'extension-decision',
  })
  expect(answered(await ask('2027-03-02'), 409).body).toMatchObject({
    code: 'extension-pending',
    data: { number: 1 },
  })
  answered(await decide(desk, 1, true), 200)
  expect((await caseOf(customer, opened.id)).due).toMatchObject({
    on: '2027-03-01',
    at: '2027-03-01T23:00:00.000Z',
  })
  expect(answered(await decide(desk, 1, false), 409).body.code).toBe('extension-decided')

  // Denied: the date stays.
  answered(await ask('2027-03-05'), 201)
  answered(await decide(desk, 2, false), 200)
  expect((await caseOf(customer, opened.id)).due.on).toBe('2027-03-01')

  // The second one counts from the first due date, so its length needs another approver.
  const long = answered(await ask('2027-05-03'), 201).body
  expect(long).toMatchObject({ number: 3, approvedBy: ['finance', 'administrator'] })
  expect(answered(await decide(desk, 3, true), 403).body.code).toBe('extension-not-yours')
  answered(await decide(await signIn(people.finance), 3, true), 200)
  expect((await caseOf(customer, opened.id)).due.on).toBe('2027-05-03')
  answered(await ask('2027-06-01'), 201)
  answered(await decide(await signIn(people.administrator), 4, true), 200)
  expect(answered(await ask('2027-06-02'), 409).body).toMatchObject({
    code: 'extension-too-many',
    data: { granted: 3, howMany: 3 },
  })
})

test('extensions count for the order, say so in the rule of the due date, and end with the case', async () => {
  now = '2026-11-22T10:00:00.000Z'
  const customer = await signIn(people.customer)
  const administrator = await signIn(people.administrator)
  const finance = await signIn(people.finance)
  const order = answered(await customer.post('/orders', orderOf(chassis(2))), 201).body
  const open = async (row: number): Promise<string> =>
    answered(await customer.post('/cases', { orderNumber: order.number, rows: [row] }), 201).body.id
  const [first, second] = [await open(1), await open(2)]
  const ask = (id: string, untilDay: string) =>
    customer.post(`/cases/${id}/extensions`, { until: untilDay, reason: 'The new routers are late' })
  const decide = (id: string, number: number) =>
    administrator.put(`/cases/${id}/extensions/${number}/decision`, { granted: true })
  const waive = (id: string, row: number) =>
    finance.post(`/cases/${id}/waivers`, { rows: [row], reason: 'Goodwill' })

  answered(await ask(first, '2027-03-01'), 201)
  answered(await decide(first, 1), 200)
  expect((await caseOf(customer, first)).due).toMatchObject({
    on: '2027-03-01',
    rule: { countedTo: '2027-02-02', extendedTo: '2027-03-01', extension: 1 },
  })
  answered(await ask(second, '2027-03-01'), 201)
  answered(await ask(first, '2027-03-02'), 201)
  answered(await decide(first, 2), 200)
  answered(await ask(first, '2027-03-03'), 201)
  answered(await decide(first, 3), 200)
  // Three are granted to the order, all in the other case: neither what was asked before nor a new request is granted.
  const tooMany = { code: 'extension-too-many', data: { granted: 3, howMany: 3 } }
  expect(answered(await decide(second, 1), 409).body).toMatchObject(tooMany)
  expect((await caseOf(customer, second)).waitingOn.because).toBe('extension-decision')
  answered(await waive(second, 2), 200)
  const closed = await caseOf(administrator, second)
  expect(closed).toMatchObject({ status: 'closed', waitingOn: { on: 'nobody' } })
  expect(closed.actions).not.toContain('decide-extension')
  expect(answered(await decide(second, 1), 409).body.code).toBe('case-closed')
  expect(answered(await ask(first, '2027-03-04'), 409).body).toMatchObject(tooMany)
})

test('two serials exchanged in one form are refused in its preview; one after the other they are exchanged', async () => {
  const customer = await signIn(people.customer)
  const opened = await openCase(customer, chassis(2), { serials: { 1: 'JN11SWAP1', 2: 'JN11SWAP2' } })
  const at = `/cases/${opened.id}`
  const blank = await customer.get(`${at}/trade-in-form?language=en`)
  const form = await fillForm(blank.bytes, requiredHeader('en'), {
    1: { serial: 'JN11SWAP2' },
    2: { serial: 'JN11SWAP1' },
  })
  const preview = answered(await customer.upload(`${at}/forms`, form, 'form.xlsx'), 201).body
  expect(preview.problems.map(({ code }: { code: string }) => code)).toEqual(['serial-swap', 'serial-swap'])
  expect(answered(await customer.post(`${at}/forms/1/application`), 409).body.code).toBe('form-has-problems')

  const change = (row: number, body: object) => customer.put(`${at}/units/${row}`, body)
  expect(answered(await change(1, { serialMark: 'unreadable' }), 200).body).toMatchObject({
    serial: null,
    serialMark: 'unreadable',
    state: 'identified',
  })
  answered(await change(2, { serial: 'JN11SWAP1' }), 200)
  answered(await change(1, { serial: 'JN11SWAP2' }), 200)
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ serial: 'JN11SWAP2', serialMark: null })
  expect(await unitOf(customer, opened.id, 2)).toMatchObject({ serial: 'JN11SWAP1', serialMark: null })
})

test('a mark that was set by mistake is taken back', async () => {
  const customer = await signIn(people.customer)
  const opened = await openCase(customer, chassis(1))
  const mark = async (serialMark: string | null) =>
    answered(await customer.put(`/cases/${opened.id}/units/1`, { serialMark }), 200).body
  expect(await mark('unreadable')).toMatchObject({ serialMark: 'unreadable', state: 'identified' })
  expect(await mark(null)).toMatchObject({ serialMark: null, state: 'owed' })
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ serialMark: null, state: 'owed' })
  expect((await caseOf(customer, opened.id)).units).toMatchObject({ owed: 1, identified: 0 })
})

test('extension asked late: flagged, and a higher tier decides', async () => {
  now = '2026-11-22T10:00:00.000Z'
  const opened = await openCase(await signIn(people.customer), chassis(1))
  now = '2027-02-03T10:00:00.000Z'
  const customer = await signIn(people.customer)
  const overdue = await caseOf(customer, opened.id)
  expect(overdue.waitingOn).toMatchObject({ on: 'customer', overdue: true })
  const late = await customer.post(`/cases/${opened.id}/extensions`, {
    until: '2027-02-20',
    reason: 'Forgotten',
  })
  expect(answered(late, 201).body).toMatchObject({ late: true, approvedBy: ['finance', 'administrator'] })
})

test('waived: finance lets a device go, nobody else may, and what is under way is not waived', async () => {
  now = '2026-11-22T10:00:00.000Z'
  const customer = await signIn(people.customer)
  const finance = await signIn(people.finance)
  const opened = await openCase(customer, chassis(2), { serials: { 1: 'JN11WAI1', 2: 'JN11WAI2' } })
  const waive = (by: Client, row: number) =>
    by.post(`/cases/${opened.id}/waivers`, { rows: [row], reason: 'Goodwill' })
  expect((await waive(customer, 1)).status).toBe(403)
  answered(await waive(finance, 1), 200)
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({ waived: '2300.00', exposure: '2300.00' })
  const scan = await dockOf(await signIn(people.dock))
  await scan('JN11WAI2')
  expect(answered(await waive(finance, 2), 409).body.code).toBe('unit-not-waivable')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
