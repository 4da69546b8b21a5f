import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered, caseOf, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let now = '2026-11-03T09:00:00.000Z'
let world: TestHouse
let customer: Client
let other: Client
let partner: Client
let desk: Client
/** Case numbers by what they are for. */
const id: Record<string, string> = {}
let orderId: string
let orderNumber: string

beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  // Keys, because sessions would be over when the clock has moved on.
  const as = async (person: string) => {
    const key = answered(await (await world.as(person)).post('/api-keys', { name: 'lists' }), 201).body
    return client(world.address, key.token)
  }
  customer = await as(people.customer)
  other = await as(people.otherCustomer)
  partner = await as(people.partner)
  desk = await as(people.desk)
  const open = async (
    name: string,
    as: Client,
    quantity: number,
    more: Parameters<typeof openCase>[2] = {},
  ) => {
    now = new Date(Date.parse(now) + 60_000).toISOString()
    const opened = await openCase(as, [{ sku: 'MX480BASE-AC', quantity }], more)
    id[name] = opened.id
    return opened
  }
  ;({ orderId, orderNumber } = await open('plain', customer, 2, { order: { placedOn: '2026-10-10' } }))
  await open('early', customer, 1, { order: { placedOn: '2026-09-15' } })
  await open('destroy', customer, 3, {
    route: 'destroy',
    order: { partnerAccount: 'P-2001', placedOn: '2026-10-20' },
  })
  await open('closed', customer, 1)
  await open('foreign', other, 9, { order: { customerAccount: 'C-1002' } })
  await open('asked', customer, 1)
  const finance = await world.as(people.finance)
  answered(await finance.post(`/cases/${id['closed']}/waivers`, { rows: [1], reason: 'verbrannt' }), 200)
  answered(
    await customer.post(`/cases/${id['asked']}/extensions`, { until: '2027-02-20', reason: 'Umbau' }),
    201,
  )
})
afterAll(() => world.close())

const list = async (as: Client, query: string): Promise<string[]> =>
  answered(await as.get(`/cases?${query}`), 200).body.items.map((one: { id: string }) => one.id)
const named = (...names: string[]) => names.map((name) => id[name])

describe('a list of cases', () => {
  test.each([
    ['', ['asked', 'closed', 'destroy', 'early', 'plain']],
    ['status=open', ['asked', 'destroy', 'early', 'plain']],
    ['status=closed', ['closed']],
    ['sort=due', ['early', 'plain', 'destroy', 'asked']],
    ['sort=exposure', ['destroy', 'plain']],
    ['waitingOn=desk', ['asked']],
    ['waitingOn=customer', ['destroy', 'early', 'plain']],
    ['waitingOn=carrier', []],
    ['because=extension-decision', ['asked']],
    ['because=form-missing&sort=due', ['early', 'plain', 'destroy']],
    ['waitingOn=dock&because=form-missing', []],
    ['status=closed&sort=due', []],
    ['dueTo=2026-12-31', ['early']],
    ['dueFrom=2026-12-15&dueTo=2026-12-15', ['early']],
    ['dueFrom=2027-01-01&sort=due', ['plain', 'destroy', 'asked']],
    ['overdue=true', []],
    ['route=destroy', ['destroy']],
    ['programme=juniper-tmip&route=return', ['asked', 'early', 'plain']],
    ['programme=another', []],
    ['search=rheinn', ['asked', 'closed', 'destroy', 'early', 'plain']],
    ['search=GREAT', []],
  ])('%s', async (query, expected) => {
    const found = await list(customer, query)
    // Of those that are worth the same no order is promised.
    expect(query === 'sort=exposure' ? found.slice(0, 2) : found).toEqual(named(...expected))
  })

  test('by order, partner and customer', async () => {
    expect(await list(customer, `order=${orderId}`)).toEqual(named('plain'))
    const { partnerId, customerId } = await caseOf(customer, id['destroy'] ?? '')
    expect(await list(desk, `partner=${partnerId}`)).toEqual(named('destroy'))
    expect(await list(desk, `customer=${customerId}&status=closed`)).toEqual(named('closed'))
    expect(await list(desk, `customer=${customerId}&sort=due`)).toEqual(
      named('early', 'plain', 'destroy', 'asked'),
    )
  })

  test('by the beginning of a number, in any spelling', async () => {
    expect(await list(customer, `search=${orderNumber.toLowerCase()}`)).toEqual(named('plain'))
    expect(await list(customer, `search=${id['early']?.slice(3, 8).toLowerCase()}`)).toEqual(named('early'))
    expect(await list(customer, `search=${orderNumber}&status=closed`)).toEqual([])
    expect((await list(customer, 'search=SO-')).length).toBe(5)
    expect(await list(customer, 'search=%25%25')).toEqual([])
  })

  test('becomes overdue with time', async () => {
    const before = now
    now = '2026-12-20T00:00:00.000Z'
    expect(await list(customer, 'overdue=true')).toEqual(named('early'))
    expect(await list(desk, 'overdue=true&sort=due')).toEqual(named('early'))
    now = before
  })

  test.each(['newest', 'due', 'exposure'])(
    'page by page it is the whole list, sorted by %s',
    async (sort) => {
      const whole = await list(desk, `sort=${sort}`)
      expect(whole.length).toBe(sort === 'newest' ? 6 : 5)
      const found: string[] = []
      let cursor = ''
      do {
        const page = answered(await desk.get(`/cases?sort=${sort}&limit=2${cursor}`), 200).body
        found.push(...page.items.map((one: { id: string }) => one.id))
        cursor = page.next === null ? '' : `&cursor=${page.next}`
      } while (cursor !== '')
      expect(found).toEqual(whole)
    },
  )

  test('shows nobody what is not theirs, whatever is asked', async () => {
    const { customerId } = await caseOf(other, id['foreign'] ?? '')
    for (const query of [
      `customer=${customerId}`,
      'search=great',
      `search=${id['foreign']}`,
      `order=${(await caseOf(other, id['foreign'] ?? '')).orderId}`,
    ])
      expect(await list(customer, query), query).toEqual([])
    for (const query of ['', 'sort=due', 'sort=exposure', 'waitingOn=customer', 'search=SO-'])
      expect(await list(customer, query), query).not.toContain(id['foreign'])
    expect(await list(partner, 'search=great')).toEqual([])
    expect((await list(partner, '')).length).toBe(5)
  })

  test('refuses a cursor of another order and a filter that is none', async () => {
    const { next } = answered(await desk.get('/cases?limit=2'), 200).body
    expect((await desk.get(`/cases?sort=exposure&limit=2&cursor=${next}`)).body.code).toBe('cursor-invalid')
    expect((await desk.get('/cases?waitingOn=somebody')).status).toBe(400)
    expect((await desk.get('/cases?dueTo=2026-02-30')).status).toBe(400)
  })
})

test('a case says what its credit is worth and whose it is', async () => {
  const one = await caseOf(customer, id['destroy'] ?? '')
  expect(one).toMatchObject({
    partnerName: 'Nordlicht Systemhaus AG',
    purchaseOrder: 'PO-77',
    currency: 'EUR',
    extensions: 0,
    instructionsSentAt: null,
    programme: { id: 'juniper-tmip', name: 'Juniper Technology Migration Incentive Program' },
    credit: {
      granted: { amount: '9600.00' },
      secured: { amount: '0.00' },
      atRisk: { amount: '9600.00' },
    },
  })
  expect((await caseOf(customer, id['closed'] ?? '')).credit).toMatchObject({
    granted: { amount: '3200.00' },
    secured: { amount: '0.00' },
    atRisk: { amount: '0.00' },
  })
})
