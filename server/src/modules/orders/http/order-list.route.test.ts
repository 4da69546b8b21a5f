import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered } from '../../../../test/fixtures/cases.ts'
import {
  type Client,
  orderOf,
  people,
  type Reply,
  startHouse,
  type TestHouse,
} from '../../../../test/house.ts'

let world: TestHouse
let customer: Client
let desk: Client
let partner: Client
const orders: Record<string, Reply['body']> = {}

beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
  partner = await world.as(people.partner)
  const register = async (name: string, number: string, more: Record<string, unknown> = {}) => {
    const wish = orderOf([{ sku: 'MX480BASE-AC', quantity: 3 }], { number, ...more })
    orders[name] = answered(await desk.post('/orders', wish), 201).body
  }
  await register('waiting', 'SO-1001', { purchaseOrder: 'EK/77', partnerAccount: 'P-2001' })
  await register('taken', 'SO-1002')
  await register('partly', 'so-2001')
  await register('cancelled', 'SO-2002')
  await register('foreign', 'SO-1003', { customerAccount: 'C-1002' })
  answered(await customer.post('/cases', { orderNumber: 'SO-1002' }), 201)
  answered(await customer.post('/cases', { orderNumber: 'so-2001', rows: [2] }), 201)
  answered(await desk.post(`/orders/${orders['cancelled'].id}/cancellation`, { reason: 'doppelt' }), 200)
})
afterAll(() => world.close())

const list = async (as: Client, query: string): Promise<string[]> =>
  answered(await as.get(`/orders?${query}`), 200).body.items.map((one: { number: string }) => one.number)

test.each([
  ['', ['SO-2002', 'so-2001', 'SO-1002', 'SO-1001']],
  ['withoutCase=true', ['so-2001', 'SO-1001']],
  ['withoutCase=false', ['SO-2002', 'so-2001', 'SO-1002', 'SO-1001']],
  ['search=SO-2', ['SO-2002', 'so-2001']],
  ['search=so-2&withoutCase=true', ['so-2001']],
  ['search=ek/', ['SO-1001']],
  ['search=SO-1003', []],
  ['search=%25%25', []],
  ['programme=another', []],
  ['programme=juniper-tmip&withoutCase=true', ['so-2001', 'SO-1001']],
])('orders of a customer: %s', async (query, expected) => {
  expect(await list(customer, query)).toEqual(expected)
})

test('of one customer, and nobody else’s', async () => {
  const { customerId } = orders['foreign']
  expect(await list(desk, `customer=${customerId}`)).toEqual(['SO-1003'])
  expect(await list(desk, 'search=SO-1')).toEqual(['SO-1003', 'SO-1002', 'SO-1001'])
  expect(await list(customer, `customer=${customerId}`)).toEqual([])
  expect(await list(partner, `customer=${customerId}`)).toEqual([])
  expect(await list(partner, 'search=SO-10')).toEqual(['SO-1002', 'SO-1001'])
})

test('page by page it is the whole list', async () => {
  const first = answered(await desk.get('/orders?limit=2&search=SO-'), 200).body
  const second = answered(await desk.get(`/orders?limit=3&search=SO-&cursor=${first.next}`), 200).body
  expect([...first.items, ...second.items].map((one: { number: string }) => one.number)).toEqual(
    await list(desk, 'search=SO-'),
  )
  expect(second.next).toBeNull()
})

test('an order says what no case has yet, and when it would be due', async () => {
  const read = async (name: string) => answered(await customer.get(`/orders/${orders[name].id}`), 200).body
  expect(orders['waiting']).toMatchObject({
    freeUnits: 3,
    freeCredit: { amount: '9600.00' },
    dueOn: '2027-02-02',
    partnerName: 'Nordlicht Systemhaus AG',
  })
  // What can be done with it is each reader's own.
  expect(await read('waiting')).toMatchObject({ ...orders['waiting'], actions: ['open-case'] })
  expect(await read('taken')).toMatchObject({ freeUnits: 0, freeCredit: { amount: '0.00' } })
  expect(await read('partly')).toMatchObject({ freeUnits: 2, freeCredit: { amount: '6400.00' } })
  expect(await read('cancelled')).toMatchObject({
    freeUnits: 0,
    freeCredit: { amount: '0.00' },
    dueOn: null,
    cancelledAt: expect.any(String),
  })
})
