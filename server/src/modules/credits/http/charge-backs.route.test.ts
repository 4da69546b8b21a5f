/** Taking credit back needs a due date that is over, two persons, and nothing that lies with the vendor. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  answered,
  balancesOf,
  caseOf,
  dockOf,
  historyOf,
  openCase,
  unitOf,
} from '../../../../test/fixtures/cases.ts'
import { photograph } from '../../../../test/fixtures/signed-documents.ts'
import { type Client, client, people, startHouse, type TestHouse } from '../../../../test/house.ts'
import { verifyHistory } from '../../audit/index.ts'
import { sendInstructions } from '../../shipping/index.ts'

const IN_TIME = '2026-11-22T10:00:00.000Z'
/** Ordered on 2 November, due on 2 February, a Tuesday; five working days later the grace is over. */
const LAST_OF_GRACE = '2027-02-09T22:00:00.000Z'
const OVERDUE = '2027-02-10T10:00:00.000Z'

let now = IN_TIME
let world: TestHouse
let customer: Client
let desk: Client
let dock: Client
let finance: Client
let second: Client

beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  // Months pass here, and a session lasts for hours.
  const withKey = async (email: string) =>
    client(
      world.address,
      answered(await (await world.as(email)).post('/api-keys', { name: 'all winter' }), 201).body.token,
    )
  customer = await withKey(people.customer)
  desk = await withKey(people.desk)
  dock = await withKey(people.dock)
  finance = await withKey(people.finance)
  second = await withKey('finance2@vendor.example')
})
afterAll(() => world.close())
beforeEach(() => {
  now = IN_TIME
})

const propose = (id: string, body: object = {}) =>
  finance.post(`/cases/${id}/charge-backs`, { reason: 'Never came back', ...body })
const decide = (by: Client, id: string, body: object = { approved: true }, number = 1) =>
  by.put(`/cases/${id}/charge-backs/${number}/decision`, body)
const chassis = (quantity: number) => [{ sku: 'MX240BASE-AC', quantity }]

test('proposed by one person, decided by another: the credit is billed and the case closes', async () => {
  const opened = await openCase(customer, chassis(2), { serials: { 1: 'CB11AA01' } })
  expect(answered(await propose(opened.id), 409).body).toMatchObject({
    code: 'case-not-overdue',
    data: { dueOn: '2027-02-02', graceEndsOn: '2027-02-09' },
  })
  now = LAST_OF_GRACE
  expect(answered(await propose(opened.id), 409).body.code).toBe('case-not-overdue')
  expect((await caseOf(finance, opened.id)).actions).not.toContain('propose-charge-back')
  now = OVERDUE
  // Somebody has all serials but for one, so nothing waits for the vendor's instructions.
  expect((await caseOf(finance, opened.id)).actions).toContain('propose-charge-back')
  expect((await caseOf(customer, opened.id)).actions).not.toContain('propose-charge-back')
  expect((await customer.post(`/cases/${opened.id}/charge-backs`, { reason: 'why not' })).status).toBe(403)

  const proposed = answered(await propose(opened.id), 201).body
  expect(proposed).toMatchObject({
    caseId: opened.id,
    number: 1,
    state: 'waiting',
    rows: [1, 2],
    amount: { amount: '4600.00', currency: 'EUR' },
    proposedBy: { name: 'Finn Nance' },
    decision: null,
    actions: [],
  })
  expect(await caseOf(finance, opened.id)).toMatchObject({
    chargeBacks: 1,
    chargeBackWaiting: 1,
    status: 'open',
  })
  expect(answered(await propose(opened.id), 409).body).toMatchObject({
    code: 'charge-back-waiting',
    data: { number: 1 },
  })
  expect(await balancesOf(finance, opened.orderId)).toMatchObject({ exposure: '4600.00' })

  expect(answered(await decide(finance, opened.id), 403).body.code).toBe('charge-back-same-person')
  expect(answered(await decide(second, opened.id, { approved: true }, 9), 404).body.code).toBe(
    'charge-back-not-found',
  )
  const waiting = async (who: Client) => answered(await who.get('/charge-backs'), 200).body.items
  expect(await waiting(second)).toMatchObject([
    {
      caseId: opened.id,
      customerName: 'Rheinnetz GmbH',
      dueOn: '2027-02-02',
      actions: ['decide-charge-back'],
    },
  ])
  expect(await waiting(finance)).toMatchObject([{ caseId: opened.id, actions: [] }])
  expect(await waiting(desk)).toMatchObject([{ caseId: opened.id, actions: [] }])

  const decided = answered(await decide(second, opened.id, { approved: true, note: 'Agreed' }), 200).body
  expect(decided).toMatchObject({
    state: 'approved',
    decision: {
      by: { name: 'Fiona Zweitblick' },
      charged: [1, 2],
      leftOut: [],
      amount: { amount: '4600.00' },
      note: 'Agreed',
    },
    actions: [],
  })
  expect(answered(await decide(second, opened.id), 409).body.code).toBe('charge-back-decided')
  expect(await waiting(second)).toEqual([])
  expect(answered(await second.get('/charge-backs?state=decided'), 200).body.items).toEqual([decided])
  expect(answered(await second.get(`/cases/${opened.id}/charge-backs`), 200).body.items).toEqual([decided])
  expect(await balancesOf(finance, opened.orderId)).toEqual({
    granted: '-4600.00',
    exposure: '0.00',
    'charged-back': '4600.00',
  })
  expect(await caseOf(finance, opened.id)).toMatchObject({
    status: 'closed',
    chargeBackWaiting: null,
    units: { 'charged-back': 2 },
  })
  expect((await historyOf(finance, opened.id)).slice(-3)).toEqual([
    'charge-back-proposed',
    'charge-back-decided',
    'case-closed',
  ])

  // It comes after all: the case opens again, and what was billed goes back by an entry of its own.
  const scan = await dockOf(dock)
  expect(await scan('CB11AA01')).toMatchObject({ outcome: 'late-arrival', caseId: opened.id })
  expect(await balancesOf(finance, opened.orderId)).toEqual({
    granted: '-4600.00',
    exposure: '0.00',
    'charged-back': '2300.00',
    secured: '2300.00',
  })
  const entries = answered(await finance.get(`/orders/${opened.orderId}/ledger?row=1`), 200).body.items
  expect(entries.map((entry: { from: string; to: string }) => `${entry.from} ${entry.to}`)).toEqual([
    'granted exposure',
    'exposure charged-back',
    'charged-back exposure',
    'exposure secured',
  ])
  expect(entries.at(-2)).toMatchObject({
    reversal: true,
    row: 1,
    caseId: opened.id,
    sku: 'MX240BASE-AC',
    serial: 'CB11AA01',
  })
  expect((await caseOf(finance, opened.id)).status).toBe('closed')
})

test('what came between proposal and decision is left out and named; turned down changes nothing', async () => {
  const opened = await openCase(customer, chassis(3), { serials: { 1: 'CB11BB01', 2: 'CB11BB02' } })
  now = OVERDUE
  expect(answered(await propose(opened.id, { rows: [1, 9] }), 422).body).toMatchObject({
    code: 'units-not-chargeable',
    data: { rows: [9] },
  })
  answered(await propose(opened.id, { rows: [1] }), 201)
  const refused = answered(
    await decide(second, opened.id, { approved: false, note: 'They called' }),
    200,
  ).body
  expect(refused).toMatchObject({ state: 'turned-down', decision: { charged: [], leftOut: [] } })
  expect(await unitOf(finance, opened.id, 1)).toMatchObject({ state: 'identified' })

  answered(await propose(opened.id), 201)
  const scan = await dockOf(dock)
  expect((await scan('CB11BB02')).outcome).toBe('expected')
  const approved = answered(await decide(second, opened.id, { approved: true }, 2), 200).body
  expect(approved).toMatchObject({
    rows: [1, 2, 3],
    decision: { charged: [1, 3], leftOut: [2], amount: { amount: '4600.00' } },
  })
  expect(await balancesOf(finance, opened.orderId)).toMatchObject({
    'charged-back': '4600.00',
    secured: '2300.00',
    exposure: '0.00',
  })
  expect(answered(await propose(opened.id), 409).body.code).toBe('nothing-chargeable')
})

test('everything came in between: there is nothing to approve, and the proposal can still be turned down', async () => {
  const opened = await openCase(customer, chassis(1), { serials: { 1: 'CB11CC01' } })
  await sendInstructions(world.house, opened.id)
  now = OVERDUE
  answered(await propose(opened.id), 201)
  await (await dockOf(dock))('CB11CC01')
  expect((await caseOf(finance, opened.id)).status).toBe('closed')
  expect(answered(await decide(second, opened.id), 409).body.code).toBe('nothing-chargeable')
  answered(await decide(second, opened.id, { approved: false }), 200)
})

test('nobody is charged while an extension waits, nor before the grace after a denied one is over', async () => {
  const opened = await openCase(customer, chassis(1))
  now = OVERDUE
  answered(
    await customer.post(`/cases/${opened.id}/extensions`, { until: '2027-02-25', reason: 'Snow' }),
    201,
  )
  expect(answered(await propose(opened.id), 409).body).toMatchObject({
    code: 'extension-pending',
    data: { number: 1 },
  })
  answered(await finance.put(`/cases/${opened.id}/extensions/1/decision`, { granted: false }), 200)
  expect(answered(await propose(opened.id), 409).body).toMatchObject({
    code: 'case-not-overdue',
    data: { graceEndsOn: '2027-02-17' },
  })
  now = '2027-02-18T10:00:00.000Z'
  answered(await propose(opened.id), 201)
  // What stands in the way of a proposal stands in the way of its approval.
  answered(
    await customer.post(`/cases/${opened.id}/extensions`, { until: '2027-03-01', reason: 'More snow' }),
    201,
  )
  expect(answered(await decide(second, opened.id), 409).body.code).toBe('extension-pending')
})

test('nobody is charged while the vendor is late, or while the dock holds a box that may be theirs', async () => {
  const shipping = await openCase(customer, chassis(1), { serials: { 1: 'CB11DD01' } })
  const destroying = await openCase(customer, chassis(2), { serials: { 1: 'CB11EE01' }, route: 'destroy' })
  const boxed = await openCase(customer, chassis(1))
  const file = await photograph()
  answered(await customer.post(`/cases/${destroying.id}/certificates`, { rows: [1] }), 201)
  answered(
    await customer.upload(`/cases/${destroying.id}/certificates/1/signed-document`, file, 'signed.jpg'),
    201,
  )
  const scanned = await (await dockOf(dock))('CB11FF01', { caseNumber: boxed.id })
  expect(scanned).toMatchObject({ outcome: 'unknown', held: true })
  now = OVERDUE
  const turn = async (id: string) => answered(await propose(id), 409).body
  expect(await turn(shipping.id)).toMatchObject({
    code: 'charge-back-vendor-turn',
    data: { because: 'instructions' },
  })
  expect(await turn(destroying.id)).toMatchObject({
    code: 'charge-back-vendor-turn',
    data: { because: 'certificate-review' },
  })
  expect(await turn(boxed.id)).toMatchObject({ code: 'charge-back-goods-held', data: { count: 1 } })
  await sendInstructions(world.house, shipping.id)
  answered(await propose(shipping.id), 201)
})

test('the same request again is answered again, and an outdated version is refused', async () => {
  const opened = await openCase(customer, chassis(1))
  now = OVERDUE
  const { version } = await caseOf(finance, opened.id)
  const body = { reason: 'Never came back' }
  const headers = { 'idempotency-key': 'charge-back-1', 'if-match': `"${version}"` }
  const first = answered(await finance.post(`/cases/${opened.id}/charge-backs`, body, headers), 201).body
  expect(answered(await finance.post(`/cases/${opened.id}/charge-backs`, body, headers), 201).body).toEqual(
    first,
  )
  const late = await second.put(
    `/cases/${opened.id}/charge-backs/1/decision`,
    { approved: true },
    { 'if-match': `"${version}"` },
  )
  expect(answered(late, 412).body.code).toBe('version-conflict')
})

test('many waiting and decided ones are read page by page, each once', async () => {
  const pagesOf = async (state: string) => {
    const found: string[] = []
    let cursor = ''
    do {
      const { items, next } = answered(
        await second.get(`/charge-backs?state=${state}&limit=2${cursor}`),
        200,
      ).body
      found.push(...items.map((item: { caseId: string; number: number }) => `${item.caseId} ${item.number}`))
      cursor = next === null ? '' : `&cursor=${next}`
    } while (cursor !== '')
    return found
  }
  for (const state of ['waiting', 'decided']) {
    const found = await pagesOf(state)
    expect(found.length, state).toBeGreaterThan(2)
    expect(new Set(found).size).toBe(found.length)
  }
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
