import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, type OpenedCase, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'
import { sendInstructions } from '../../shipping/index.ts'

let world: TestHouse
let customer: Client
let other: Client
let partner: Client
let desk: Client
let mine: OpenedCase
let theirs: OpenedCase
let tracking: string

beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  other = await world.as(people.otherCustomer)
  partner = await world.as(people.partner)
  desk = await world.as(people.desk)
  mine = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }], {
    serials: { 1: 'JN122D0FEAFC', 2: 'CAFR4421' },
    order: { number: 'SO-4711-A', purchaseOrder: 'Einkauf 0815' },
  })
  await sendInstructions(world.house, mine.id)
  tracking = answered(await customer.post(`/cases/${mine.id}/shipments`, { rows: [1] }), 201).body
    .trackingNumber
  answered(await customer.put(`/cases/${mine.id}/units/2`, { route: 'destroy' }), 200)
  answered(await customer.post(`/cases/${mine.id}/certificates`, { rows: [2] }), 201)
  theirs = await openCase(other, [{ sku: 'MX480BASE-AC', quantity: 1 }], {
    serials: { 1: 'JN122D0FEAFD' },
    order: { number: 'SO-4712', customerAccount: 'C-1002' },
  })
})
afterAll(() => world.close())

interface Hit {
  readonly matched: string
  readonly title: string
  readonly exact: boolean
  readonly caseId: string | null
  readonly orderId: string | null
}
const search = async (as: Client, q: string): Promise<Record<string, Hit[]>> => {
  const { groups } = answered(await as.get(`/search?q=${encodeURIComponent(q)}`), 200).body
  return Object.fromEntries(groups.map(({ kind, hits }: { kind: string; hits: Hit[] }) => [kind, hits]))
}
const titles = async (as: Client, q: string) =>
  Object.fromEntries(
    Object.entries(await search(as, q)).map(([kind, hits]) => [kind, hits.map(({ title }) => title)]),
  )

test('every number is found, whole or a part of it, in any spelling', async () => {
  const characters = mine.id.replaceAll('-', '').slice(2)
  const cases: [string, Record<string, string[]>][] = [
    [mine.id, { case: [mine.id] }],
    [mine.id.toLowerCase().replaceAll('-', ' '), { case: [mine.id] }],
    [characters.slice(2, 8), { case: [mine.id] }],
    ['SO-4711-A', { order: ['SO-4711-A'] }],
    ['4711', { order: ['SO-4711-A'] }],
    ['einkauf', { order: ['SO-4711-A'] }],
    ['0815', { order: ['SO-4711-A'] }],
    ['jn122d0feafc', { unit: ['JN122D0FEAFC'] }],
    ['CAFR', { unit: ['CAFR4421'] }],
    ['4421', { unit: ['CAFR4421'] }],
    ['22D0FEAFC', { unit: ['JN122D0FEAFC'] }],
    [tracking, { shipment: [tracking] }],
    [tracking.slice(3, 10).toLowerCase(), { shipment: [tracking] }],
    [`${mine.id}/1`, { certificate: [mine.id] }],
    [`${mine.id}/2`, {}],
    ['rheinnetz', { customer: ['Rheinnetz GmbH'] }],
    ['innet', { customer: ['Rheinnetz GmbH'] }],
    ['C-1001', { customer: ['Rheinnetz GmbH'] }],
    ['---', {}],
    ['%%%', {}],
  ]
  for (const [q, expected] of cases) expect(await titles(customer, q), q).toEqual(expected)
})

test('two characters find what begins with them', async () => {
  expect(await titles(customer, 'SO')).toEqual({ order: ['SO-4711-A'] })
  expect(await titles(customer, 'rh')).toEqual({ customer: ['Rheinnetz GmbH'] })
  expect((await customer.get('/search?q=R')).status).toBe(400)
})

test('exact hits come first and say so; a hit leads to where it belongs', async () => {
  await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }], { serials: { 1: 'AACAFR4421' } })
  const { unit } = await search(desk, 'CAFR4421')
  expect(unit?.map(({ title, exact }) => [title, exact])).toEqual([
    ['CAFR4421', true],
    ['AACAFR4421', false],
  ])
  expect(unit?.[0]).toMatchObject({
    matched: 'serial',
    subtitle: 'Rheinnetz GmbH',
    caseId: mine.id,
    orderId: mine.orderId,
    orderNumber: 'SO-4711-A',
    sku: 'MX480BASE-AC',
    number: 2,
  })
})

test('twenty at most, of every kind some, and whether there are more', async () => {
  const serials = Object.fromEntries(Array.from({ length: 25 }, (_, row) => [row + 1, `ZZ77${row + 100}`]))
  await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 25 }], { serials, order: { number: 'SO-ZZ77' } })
  for (const as of [customer, desk]) {
    const { groups, more } = answered(await as.get('/search?q=ZZ77'), 200).body
    const counts = groups.map(({ kind, hits }: { kind: string; hits: Hit[] }) => [kind, hits.length])
    expect(counts).toEqual([
      ['order', 1],
      ['unit', 19],
    ])
    expect(more).toBe(true)
  }
  expect(answered(await customer.get('/search?q=ZZ77124'), 200).body.more).toBe(false)
})

test('nobody finds a stranger’s, whatever they know of it', async () => {
  for (const q of [
    theirs.id,
    'SO-4712',
    'JN122D0FEAFD',
    '2D0FEAFD',
    'great lakes',
    'C-1002',
    `${theirs.id}/1`,
  ]) {
    expect(await titles(customer, q), q).toEqual({})
    expect(await titles(partner, q), q).toEqual({})
  }
  expect((await titles(desk, '22D0FEAF'))['unit']).toEqual(['JN122D0FEAFC', 'JN122D0FEAFD'])
  expect(await titles(partner, '22D0FEAF')).toEqual({ unit: ['JN122D0FEAFC'] })
  // Who acts for whom is the vendor's knowledge.
  expect(await titles(customer, 'Nordlicht')).toEqual({})
  expect(await titles(desk, 'nordlicht')).toEqual({ partner: ['Nordlicht Systemhaus AG'] })
  expect((await (await world.as(people.dock)).get('/search?q=SO-4712')).status).toBe(403)
})
