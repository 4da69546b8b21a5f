/** Requests that cannot be carried out: each is told why, in both languages, and leaves everything as it was. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { answered, openCase, unitOf } from '../fixtures/cases.ts'
import { type ExpectedRefusal, refusedInBothLanguages } from '../fixtures/refused.ts'
import { type Client, orderOf, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => '2026-11-22T10:00:00.000Z' })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

const chassis = [{ sku: 'MX240BASE-AC', quantity: 1 }]
const badOrders: readonly (ExpectedRefusal & {
  readonly name: string
  readonly order: Record<string, unknown>
  readonly pointer?: string
})[] = [
  {
    name: 'wrong currency',
    order: orderOf(chassis, { currency: 'GBP' }),
    status: 422,
    code: 'order-invalid',
    pointer: '/body/currency',
    en: 'The programme grants no credits in GBP. Register the order in one of its currencies: USD and EUR.',
    de: 'USD und EUR',
  },
  {
    name: 'order date in the future, at the customer’s',
    order: orderOf(chassis, { placedOn: '2026-11-23' }),
    status: 422,
    code: 'order-invalid',
    pointer: '/body/placedOn',
    en: 'lies in the future; at the customer’s it is November 22, 2026',
    de: '22. November 2026',
  },
  {
    name: 'unknown programme version',
    order: orderOf(chassis, { programmeVersion: '1999.1' }),
    status: 404,
    code: 'programme-version-not-found',
    en: 'has no version “1999.1”',
    de: '1999.1',
  },
  {
    name: 'unknown programme',
    order: orderOf(chassis, { programme: 'nobodys' }),
    status: 404,
    code: 'programme-not-found',
    en: 'There is no programme “nobodys”',
    de: 'nobodys',
  },
  {
    name: 'unknown SKU, with what is perhaps meant',
    order: orderOf([{ sku: 'MX240BASE-AX', quantity: 1 }]),
    status: 422,
    code: 'order-invalid',
    pointer: '/body/tradeIns/0/sku',
    en: 'The programme does not accept MX240BASE-AX. Perhaps this is meant: MX240BASE-AC',
    de: 'MX240BASE-AC',
  },
  {
    name: 'the 10,001st device',
    order: orderOf([
      { sku: 'MX240BASE-AC', quantity: 5_001 },
      { sku: 'MX480BASE-AC', quantity: 5_000 },
    ]),
    status: 422,
    code: 'order-invalid',
    pointer: '/body/tradeIns',
    en: 'The order names 10,001 devices, and one order takes 10,000 at most.',
    de: '10.001',
  },
  {
    name: 'BUILTIN where a serial would be',
    order: orderOf([{ sku: 'MX240BASE-AC', quantity: 1, serials: ['BUILTIN'] } as never]),
    status: 422,
    code: 'order-invalid',
    pointer: '/body/tradeIns/0/serials/0',
    en: '“BUILTIN” is not a serial number.',
    de: 'BUILTIN',
  },
]

test.each(badOrders)('order refused: $name', async ({ order, pointer, ...expected }) => {
  const problem = await refusedInBothLanguages(world, expected, (headers) =>
    customer.post('/orders', order, headers),
  )
  if (pointer !== undefined)
    expect(problem.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
})

test('all that is wrong with an order is said at once', async () => {
  const order = orderOf(
    [
      { sku: 'NO-SUCH', quantity: 1 },
      { sku: 'MX240BASE-AC', quantity: 1 },
      { sku: 'NEITHER', quantity: 1 },
    ],
    { placedOn: '2030-01-01' },
  )
  const { errors } = answered(await customer.post('/orders', order), 422).body
  expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/body/placedOn', '/body/tradeIns/0/sku', '/body/tradeIns/2/sku']),
  )
})

test('malformed JSON, wrong types and unknown cases', async () => {
  const headers = { 'content-type': 'application/json' }
  await refusedInBothLanguages(
    world,
    { status: 400, code: 'malformed-request', en: 'cannot be read', de: 'nicht gelesen werden' },
    (language) => customer.post('/orders', '{"number": ', { ...headers, ...language }),
  )
  const problem = await refusedInBothLanguages(
    world,
    { status: 400, code: 'invalid-request', en: 'named under “errors”', de: '„errors“' },
    (language) => customer.post('/orders', { number: 7, tradeIns: [] }, language),
  )
  const pointers = problem.errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toContain('/body/number')
  expect(pointers).toContain('/body/tradeIns')
  await refusedInBothLanguages(
    world,
    { status: 404, code: 'case-not-found', en: 'Check the case number', de: 'Ticketnummer' },
    (language) => customer.get('/cases/TM-00000-00000', language),
  )
})

test('repeated request: the first answer comes again, and there is one order', async () => {
  const order = orderOf(chassis)
  const headers = { 'idempotency-key': `demo-${randomUUID()}` }
  const first = answered(await customer.post('/orders', order, headers), 201)
  const again = answered(await customer.post('/orders', order, headers), 201)
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  const both = await Promise.all([1, 2, 3].map(() => customer.post('/orders', order, headers)))
  expect(both.map(({ body }) => body.id)).toEqual([first.body.id, first.body.id, first.body.id])

  await refusedInBothLanguages(
    world,
    { status: 422, code: 'idempotency-key-reused', en: 'Use a new key', de: 'neuen Schlüssel' },
    (language) => customer.post('/orders', orderOf(chassis), { ...headers, ...language }),
  )
  // Without a key a repetition meets its own order number.
  await refusedInBothLanguages(
    world,
    { status: 409, code: 'order-number-taken', en: 'registered already', de: 'bereits' },
    (language) => customer.post('/orders', order, language),
  )
})

test('the same order sent many times at once is registered once', async () => {
  const order = orderOf(chassis)
  const replies = await Promise.all(Array.from({ length: 6 }, () => customer.post('/orders', order)))
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409])
  const key = { 'idempotency-key': `demo-${randomUUID()}` }
  const keyed = await Promise.all(
    Array.from({ length: 6 }, () => customer.post('/orders', orderOf(chassis, { number: 'SO-ONCE' }), key)),
  )
  expect(new Set(keyed.map(({ body }) => body.id)).size).toBe(1)
})

test('one serial for two cases at the same moment: one gets it, the other is told neutrally', async () => {
  const [one, two] = [await openCase(customer, chassis), await openCase(customer, chassis)]
  const replies = await Promise.all(
    [one, two].map(({ id }) => customer.put(`/cases/${id}/units/1`, { serial: 'JN11RACED' })),
  )
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  const loser = replies[0]?.status === 409 ? one : two
  expect((await unitOf(customer, loser.id, 1)).serial).toBeNull()
  await refusedInBothLanguages(
    world,
    { status: 409, code: 'serial-reserved', en: 'registered already', de: 'bereits' },
    (language) => customer.put(`/cases/${loser.id}/units/1`, { serial: 'JN11RACED' }, language),
  )
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
