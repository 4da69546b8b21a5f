import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, client, orderOf, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let now = '2026-11-03T09:00:00.000Z'
let world: TestHouse
const as: Record<string, Client> = {}

/** Rheinnetz: two devices due in December, one in February and waived, three that no case has; Great Lakes: one. */
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  for (const person of ['customer', 'otherCustomer', 'partner', 'desk', 'finance'] as const) {
    const key = answered(await (await world.as(people[person])).post('/api-keys', { name: 'sums' }), 201).body
    as[person] = client(world.address, key.token)
  }
  const customer = of('customer')
  await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }], { order: { placedOn: '2026-09-15' } })
  const waived = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }])
  answered(
    await of('finance').post(`/cases/${waived.id}/waivers`, { rows: [1], reason: 'im Werk verbrannt' }),
    200,
  )
  answered(await customer.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity: 3 }])), 201)
  await openCase(of('otherCustomer'), [{ sku: 'MX480BASE-AC', quantity: 1 }], {
    order: { customerAccount: 'C-1002', currency: 'USD' },
  })
})
afterAll(() => world.close())

const of = (person: string): Client => {
  const found = as[person]
  if (found === undefined) throw new Error(person)
  return found
}
const owed = async (person: string, query = '') => answered(await of(person).get(`/owed${query}`), 200).body
const amounts = (one: Readonly<Record<string, { amount?: string }>>) =>
  Object.fromEntries(
    Object.entries(one).flatMap(([name, value]) => (value.amount ? [[name, value.amount]] : [])),
  )

test('what a customer still owes, by due month', async () => {
  const found = await owed('customer')
  expect(found).toMatchObject({
    cases: { open: 2, overdue: 0 },
    units: { owed: 3, overdue: 0, withoutCase: 3 },
    ordersWithoutCase: 1,
    nextDueOn: '2026-12-15',
  })
  expect(found.totals.map(amounts)).toEqual([
    {
      granted: '22400.00',
      secured: '0.00',
      atRisk: '9600.00',
      overdue: '0.00',
      withoutCase: '9600.00',
    },
  ])
  expect(
    found.months.map((one: { month: string; units: number; atRisk: { amount: string } }) => [
      one.month,
      one.units,
      one.atRisk.amount,
    ]),
  ).toEqual([
    ['2026-12', 2, '6400.00'],
    ['2027-02', 1, '3200.00'],
  ])
})

test('becomes overdue the day after', async () => {
  const before = now
  now = '2026-12-15T22:59:59.999Z'
  expect((await owed('customer')).cases.overdue).toBe(0)
  now = '2026-12-15T23:00:00.000Z'
  const late = await owed('customer')
  expect(late).toMatchObject({ cases: { overdue: 1 }, units: { overdue: 2 }, nextDueOn: '2027-02-02' })
  expect(late.totals[0].overdue.amount).toBe('6400.00')
  now = before
})

test('a partner sees those with a mandate, the vendor all of them, nobody a stranger', async () => {
  const rheinnetz = (await owed('customer')).totals
  expect((await owed('partner')).totals).toEqual(rheinnetz)
  const { items } = answered(await of('desk').get('/portfolio'), 200).body
  expect(items.map((one: { name: string }) => one.name)).toEqual(['Rheinnetz GmbH', 'Great Lakes Fiber Inc.'])
  expect(items[0]).toMatchObject({
    account: 'C-1001',
    openCases: 2,
    overdueCases: 0,
    unitsOwed: 3,
    unitsWithoutCase: 3,
    nextDueOn: '2026-12-15',
    exposure: 1_920_000,
  })
  expect(items[0].amounts.map(amounts)).toEqual([
    { atRisk: '9600.00', overdue: '0.00', withoutCase: '9600.00' },
  ])
  const [large, small] = items.map((one: { customerId: string }) => one.customerId)
  expect((await owed('desk', `?customer=${small}`)).totals).toHaveLength(1)
  expect((await owed('desk')).totals.map(({ currency }: { currency: string }) => currency)).toEqual([
    'EUR',
    'USD',
  ])
  expect((await owed('partner', `?customer=${small}`)).totals).toEqual([])
  expect((await owed('customer', `?customer=${small}`)).cases.open).toBe(0)
  const portfolio = answered(await of('partner').get('/portfolio'), 200).body
  expect(portfolio.items.map((one: { customerId: string }) => one.customerId)).toEqual([large])
})

test('the portfolio comes page by page', async () => {
  const first = answered(await of('desk').get('/portfolio?limit=1'), 200).body
  const second = answered(await of('desk').get(`/portfolio?limit=1&cursor=${first.next}`), 200).body
  expect([first.items[0].account, second.items[0].account, second.next]).toEqual(['C-1001', 'C-1002', null])
})

test('a customer who owes nothing is in a partner’s portfolio, and in nobody else’s', async () => {
  const administrator = await world.as(people.administrator)
  const created = answered(
    await administrator.post('/organisations', {
      kind: 'customer',
      name: 'Neuland GmbH',
      account: 'C-1003',
      country: 'AT',
      timeZone: 'Europe/Vienna',
      language: 'de',
    }),
    201,
  ).body
  await world.house.db.query(
    `insert into mandate (id, customer_id, partner_id, granted_by, granted_at, valid_from, valid_until)
     select gen_random_uuid(), $1, m.partner_id, m.granted_by, m.granted_at, m.valid_from, m.valid_until from mandate m limit 1`,
    [created.id],
  )
  const accounts = async (person: string) =>
    answered(await of(person).get('/portfolio'), 200).body.items.map(
      (one: { account: string }) => one.account,
    )
  expect(await accounts('partner')).toEqual(['C-1001', 'C-1003'])
  expect(await accounts('desk')).toEqual(['C-1001', 'C-1002'])
})
