import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, orderOf, people, type Reply, startHouse, type TestHouse } from '../../../test/house.ts'

let world: TestHouse
let desk: Client
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  desk = await world.as(people.desk)
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

const register = async (customerAccount = 'C-1001'): Promise<{ id: string; number: string }> => {
  const reply = await desk.post(
    '/orders',
    orderOf([{ sku: 'MX480BASE-AC', quantity: 3 }], { customerAccount }),
  )
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}

/** Every page from the first to the last; `between` runs after each. */
async function walk(
  as: Client,
  path: string,
  limit: number,
  between = async () => {},
): Promise<Reply['body'][]> {
  const found: Reply['body'][] = []
  let cursor: string | null = null
  do {
    const next: string = cursor === null ? '' : `&cursor=${cursor}`
    const page = await as.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${next}`)
    expect(page.status, JSON.stringify(page.body)).toBe(200)
    expect(page.body.items.length).toBeLessThanOrEqual(limit)
    found.push(...page.body.items)
    cursor = page.body.next
    await between()
  } while (cursor !== null)
  return found
}
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

test('pages hold everything once, in order, while more comes in', async () => {
  const known = []
  for (let number = 0; number < 23; number++) known.push((await register()).id)
  const seen = ids(await walk(desk, '/orders', 5, async () => void (await register())))
  expect(new Set(seen).size).toBe(seen.length)
  // Newest first: what came in meanwhile is before the first page and disturbs nothing.
  expect(seen).toEqual([...known].reverse())

  for (const limit of [1, 7, 200]) {
    const all = ids(await walk(desk, '/orders', limit))
    expect(new Set(all).size).toBe(all.length)
    expect(all).toEqual(ids(await walk(desk, '/orders', 3)))
  }
})

test('every list can be walked', async () => {
  const { number, id } = await register()
  const opened = await customer.post('/cases', { orderNumber: number })
  await register('C-1002')
  const byDue = await walk(desk, '/cases?sort=due', 1)
  expect(byDue.length).toBeGreaterThan(0)
  for (const path of [
    '/organisations',
    `/organisations/${opened.body.customerId}/people`,
    '/mandates',
    '/api-keys',
    '/programmes',
    '/cases',
    `/cases/${opened.body.id}/units`,
    `/cases/${opened.body.id}/history`,
    `/orders/${id}/ledger`,
  ]) {
    const as =
      path === '/api-keys'
        ? customer
        : path.endsWith('people') || path === '/organisations'
          ? await world.as(people.administrator)
          : desk
    for (const name of path === '/api-keys' ? ['one', 'two', 'three'] : []) await as.post(path, { name })
    const pageByPage = await walk(as, path, 1)
    const atOnce = await as.get(`${path}?limit=200`)
    expect(pageByPage, path).toEqual(atOnce.body.items)
    expect(atOnce.body.next).toBeNull()
    expect(pageByPage.length, path).toBeGreaterThan(0)
  }
})

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['no list', cursorOf({ at: 1 })],
  ['other things in the list', cursorOf([{ $gt: '' }])],
  ['a date that is none', cursorOf(["2026-11-02' or 1=1", '00000000-0000-7000-8000-000000000000'])],
  ['an identifier that is none', cursorOf(['2026-11-02T00:00:00Z', 'x'])],
  ['half a cursor', cursorOf(['2026-11-02T00:00:00Z'])],
  ['too much', cursorOf(['2026-11-02T00:00:00Z', '00000000-0000-7000-8000-000000000000', 1])],
  ['nothing', ''],
  ['a character that no text has', cursorOf(['\u0000', 'x'])],
])('a forged cursor is refused: %s', async (_what, cursor) => {
  const reply = await desk.get(`/orders?cursor=${encodeURIComponent(cursor)}`)
  expect([reply.status, reply.body.code], JSON.stringify(reply.body)).toEqual([400, 'cursor-invalid'])
})

test('a cursor of somebody else shows nothing more', async () => {
  const theirs = await register('C-1002')
  await register()
  const { body } = await desk.get('/orders?limit=1')
  const reply = await customer.get(`/orders?limit=200&cursor=${body.next}`)
  expect(ids(reply.body.items)).not.toContain(theirs.id)
  expect(new Set(reply.body.items.map((item: { customerName: string }) => item.customerName))).toEqual(
    new Set(['Rheinnetz GmbH']),
  )
})
