/** The dock scans what comes, and what comes is not always what was announced (domain: "Edge cases that must work"). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import {
  answered,
  balancesOf,
  caseOf,
  contentsOf,
  dockOf,
  historyOf,
  openCase,
  unitOf,
} from '../fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let customer: Client
let desk: Client
let finance: Client
let dock: Client
beforeAll(async () => {
  world = await startHouse()
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
  finance = await world.as(people.finance)
  dock = await world.as(people.dock)
})
afterAll(() => world.close())

const heldGoods = async (serial: string) =>
  answered(await desk.get('/unmatched-goods?limit=100'), 200).body.items.find(
    (goods: { serial: string }) => goods.serial === serial,
  )
const assign = (goods: { receiptId: string; number: number }, caseId: string, row: number) =>
  desk.post(`/unmatched-goods/${goods.receiptId}/${goods.number}/assignment`, { caseId, row })

test('partial receipt: what arrived secures exactly its share, and the case goes on waiting for the rest', async () => {
  const opened = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 3 }], {
    serials: { 1: 'JN12PART1', 2: 'JN12PART2', 3: 'JN12PART3' },
  })
  const scan = await dockOf(dock)
  expect((await scan('JN12PART1')).outcome).toBe('expected')
  expect((await scan('JN12PART3')).outcome).toBe('expected')
  expect(await balancesOf(customer, opened.orderId)).toEqual({
    granted: '-9600.00',
    exposure: '3200.00',
    secured: '6400.00',
  })
  const now = await caseOf(customer, opened.id)
  expect(now).toMatchObject({ status: 'open', units: { accepted: 2, identified: 1 } })
  expect((await scan('JN12PART2')).outcome).toBe('expected')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
})

test('wrong serial, right SKU, same owner: held at the dock, and the desk accepts the substitution', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11PLANNED' },
  })
  const scan = await dockOf(dock)
  const scanned = await scan('JN11REALLY', { sku: 'MX240BASE-AC', caseNumber: opened.id })
  expect(scanned).toMatchObject({ outcome: 'unknown', signal: 'red', held: true, caseId: null, row: null })
  expect((await unitOf(customer, opened.id, 1)).state).toBe('identified')

  const goods = await heldGoods('JN11REALLY')
  expect(answered(await assign(goods, opened.id, 1), 200).body).toMatchObject({ caseId: opened.id, row: 1 })
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ state: 'accepted', serial: 'JN11REALLY' })
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(answered(await assign(goods, opened.id, 1), 409).body.code).toBe('goods-resolved')
  expect(await heldGoods('JN11REALLY')).toBeUndefined()
})

test('serial of another customer: quarantined, nobody is told whose it is, and neither case is touched', async () => {
  const other = await world.as(people.otherCustomer)
  const theirs = await openCase(other, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11THEIRS' },
    order: { customerAccount: 'C-1002', currency: 'USD' },
  })
  const ours = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11OURS' },
  })

  const taken = answered(await customer.put(`/cases/${ours.id}/units/1`, { serial: 'JN11THEIRS' }), 409)
  expect(taken.body.code).toBe('serial-reserved')
  const scan = await dockOf(dock)
  const scanned = await scan('JN11THEIRS', { caseNumber: ours.id })
  expect(scanned).toMatchObject({
    outcome: 'other-customer',
    signal: 'red',
    held: true,
    caseId: null,
    row: null,
  })
  for (const said of [JSON.stringify(taken.body), JSON.stringify(scanned)]) {
    expect(said).not.toContain(theirs.id)
    expect(said).not.toContain('Great Lakes')
    expect(said).not.toContain('C-1002')
  }
  expect((await unitOf(other, theirs.id, 1)).state).toBe('identified')
  expect((await unitOf(customer, ours.id, 1)).state).toBe('identified')

  // It cannot be booked for the wrong one, and for the right one it can.
  const goods = await heldGoods('JN11THEIRS')
  expect(answered(await assign(goods, ours.id, 1), 409).body.code).toBe('serial-reserved')
  answered(await assign(goods, theirs.id, 1), 200)
  expect((await unitOf(other, theirs.id, 1)).state).toBe('accepted')
})

test('device without case: held and never booked, until the desk knows whose it is', async () => {
  const scan = await dockOf(dock)
  const before = (await contentsOf(world))['ledger_entry']
  expect(await scan('JN99NOBODY')).toMatchObject({ outcome: 'unknown', held: true, caseId: null })
  expect((await contentsOf(world))['ledger_entry']).toBe(before)
  const goods = await heldGoods('JN99NOBODY')
  expect(goods).toMatchObject({ reason: 'unknown', caseId: null, resolvedAt: null })
  expect(Date.parse(goods.heldUntil)).toBeGreaterThan(Date.now() + 59 * 86_400_000)

  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }])
  answered(await assign(goods, opened.id, 1), 200)
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ state: 'accepted', serial: 'JN99NOBODY' })
})

test('unreadable label: held with the note of the dock; the desk knows the device by its case', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 2 }], {
    serials: { 2: 'JN11LEGIBLE' },
  })
  const scan = await dockOf(dock)
  const torn = await scan('??', { caseNumber: opened.id, note: 'Label torn off, photo 17' })
  expect(torn).toMatchObject({
    outcome: 'unreadable',
    signal: 'red',
    held: true,
    note: 'Label torn off, photo 17',
  })
  const goods = await heldGoods('??')
  expect(goods).toMatchObject({ reason: 'unreadable' })
  answered(await assign(goods, opened.id, 1), 200)
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({
    state: 'accepted',
    serial: null,
    serialMark: 'unreadable',
  })
  await scan('??')
  answered(await assign(await heldGoods('??'), opened.id, 2), 200)
  expect(await unitOf(customer, opened.id, 2)).toMatchObject({
    state: 'accepted',
    serial: 'JN11LEGIBLE',
    serialMark: null,
  })
})

test('duplicate scan: told so, kept, and booked once', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 2 }], {
    serials: { 1: 'JN11TWICE', 2: 'JN11OTHER' },
  })
  const scan = await dockOf(dock)
  await scan('JN11TWICE')
  const balances = await balancesOf(customer, opened.orderId)
  expect(await scan('jn11 twice')).toMatchObject({
    outcome: 'already-received',
    signal: 'yellow',
    held: false,
  })
  expect(await balancesOf(customer, opened.orderId)).toEqual(balances)
  expect((await caseOf(customer, opened.id)).units).toMatchObject({ accepted: 1, identified: 1 })
})

test('late arrival after a waiver: the case opens again, the waiver is reversed, and it closes again', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11LATE' },
  })
  answered(await finance.post(`/cases/${opened.id}/waivers`, { rows: [1], reason: 'Lost in a fire' }), 200)
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({ exposure: '0.00', waived: '2300.00' })

  const scan = await dockOf(dock)
  expect(await scan('JN11LATE')).toMatchObject({ outcome: 'late-arrival', signal: 'yellow', held: false })
  // The worker sends the instructions in its own time.
  const history = (await historyOf(customer, opened.id)).filter(
    (type) => type !== 'shipping-instructions-sent',
  )
  expect(history).toEqual([
    'case-opened',
    'units-changed',
    'unit-waived',
    'case-closed',
    'case-reopened',
    'unit-received',
    'unit-accepted',
    'case-closed',
  ])
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({ waived: '0.00', secured: '2300.00' })
  const { items } = (await customer.get(`/orders/${opened.orderId}/ledger`)).body
  expect(items.slice(-2)).toMatchObject([
    { from: 'waived', to: 'exposure', reversal: true },
    { from: 'exposure', to: 'secured', reversal: false },
  ])
})

test('serial traded in before: a hard stop, on the form, in an order and at the dock', async () => {
  const first = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11GONE' },
  })
  const scan = await dockOf(dock)
  await scan('JN11GONE')
  expect((await caseOf(customer, first.id)).status).toBe('closed')

  const second = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }])
  const typed = await customer.put(`/cases/${second.id}/units/1`, { serial: 'JN11GONE' })
  expect(answered(typed, 409).body.code).toBe('serial-reserved')
  const ordered = await customer.post('/orders', {
    number: 'SO-AGAIN',
    programme: 'juniper-tmip',
    customerAccount: 'C-1001',
    placedOn: '2026-11-02',
    currency: 'EUR',
    tradeIns: [{ sku: 'MX240BASE-AC', quantity: 1, serials: ['JN11GONE'] }],
  })
  expect(answered(ordered, 409).body.code).toBe('serial-reserved')
  expect(await scan('JN11GONE', { caseNumber: second.id })).toMatchObject({ outcome: 'already-received' })
  expect((await unitOf(customer, second.id, 1)).state).toBe('owed')
})

test('over-return: one device more than was committed is held and earns nothing', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11OWED' },
  })
  const scan = await dockOf(dock)
  await scan('JN11OWED', { caseNumber: opened.id })
  const balances = await balancesOf(customer, opened.orderId)
  expect(await scan('JN11EXTRA', { sku: 'MX240BASE-AC', caseNumber: opened.id })).toMatchObject({
    outcome: 'unknown',
    held: true,
  })
  const refused = answered(await assign(await heldGoods('JN11EXTRA'), opened.id, 1), 409).body
  expect(refused).toMatchObject({ code: 'unit-not-receivable', data: { row: 1, state: 'accepted' } })
  expect(await balancesOf(customer, opened.orderId)).toEqual(balances)
  expect(await heldGoods('JN11EXTRA')).toBeDefined()
})

test('wrong SKU: the serial is known, the dock reads another SKU, a person has to look', async () => {
  const opened = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN11SKU' },
  })
  const scan = await dockOf(dock)
  expect(await scan('JN11SKU', { sku: 'MX480BASE-AC' })).toMatchObject({
    outcome: 'wrong-sku',
    held: true,
    row: null,
  })
  expect((await unitOf(customer, opened.id, 1)).state).toBe('identified')
})

test('one consignment for several cases: a box with the label of one holds a device of the other', async () => {
  const serialOf = { first: 'JN11BOX1', second: 'JN11BOX2' }
  const first = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: serialOf.first },
  })
  const second = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }], {
    serials: { 1: serialOf.second },
  })
  const scan = await dockOf(dock)
  expect(await scan(serialOf.first, { caseNumber: first.id })).toMatchObject({
    outcome: 'expected',
    caseId: first.id,
  })
  expect(await scan(serialOf.second, { caseNumber: first.id })).toMatchObject({
    outcome: 'other-case',
    signal: 'yellow',
    caseId: second.id,
  })
  expect((await caseOf(customer, second.id)).status).toBe('closed')
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
