import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, orderOf, people, type Reply, startHouse, type TestHouse } from '../../../test/house.ts'

let world: TestHouse
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

const order = () => orderOf([{ sku: 'MX480BASE-AC', quantity: 2 }])
const withKey = (key: string = randomUUID()) => ({ 'idempotency-key': key })
const created = (reply: Reply): Reply['body'] => {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}
const count = async (table: 'orders' | 'fact' | 'ledger_entry'): Promise<number> =>
  (await world.house.db.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]
    ?.count ?? -1

describe('Idempotency-Key', () => {
  test('a repeated POST gets its first answer again and changes nothing', async () => {
    const body = order()
    const headers = withKey()
    const first = await customer.post('/orders', body, headers)
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
    const facts = await count('fact')
    for (const repeated of [
      await customer.post('/orders', body, headers),
      await customer.post('/orders', body, headers),
    ]) {
      expect([repeated.status, repeated.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
      expect(repeated.body).toEqual(first.body)
      expect(repeated.headers.get('etag')).toBe(first.headers.get('etag'))
    }
    expect(await count('fact')).toBe(facts)
  })

  test('the first answer stays the answer when things moved on', async () => {
    const { number } = created(await customer.post('/orders', order()))
    const headers = withKey()
    const opened = created(await customer.post('/cases', { orderNumber: number }, headers))
    created(await customer.put(`/cases/${opened.id}/units/1`, { serial: 'JN123456AFC' }))
    const again = await customer.post('/cases', { orderNumber: number }, headers)
    expect([again.status, again.body]).toEqual([201, opened])
  })

  test('the same key for something else is refused', async () => {
    const headers = withKey()
    created(await customer.post('/orders', order(), headers))
    const otherBody = await customer.post('/orders', order(), headers)
    const otherOperation = await customer.post('/api-keys', { name: 'inventory' }, headers)
    for (const reply of [otherBody, otherOperation])
      expect([reply.status, reply.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('the same key of somebody else is another key', async () => {
    const headers = withKey()
    const other = await world.as(people.otherCustomer)
    const mine = created(await customer.post('/api-keys', { name: 'inventory' }, headers))
    const theirs = await other.post('/api-keys', { name: 'inventory' }, headers)
    expect(theirs.headers.get('idempotency-replayed')).toBeNull()
    expect(created(theirs).id).not.toBe(mine.id)
  })

  test('a secret is shown once and not kept with the answer', async () => {
    const headers = withKey()
    const first = created(await customer.post('/api-keys', { name: 'inventory' }, headers))
    const again = created(await customer.post('/api-keys', { name: 'inventory' }, headers))
    expect(first.token).toMatch(/^tmip_key_/)
    expect(again).toEqual({ ...first, token: null })
  })

  test('a refusal is not kept: the request may be sent again when it can be done', async () => {
    const headers = withKey()
    const number = `SO-${randomUUID().slice(0, 8)}`
    const early = await customer.post('/cases', { orderNumber: number }, headers)
    expect(early.body.code).toBe('order-not-found')
    created(await customer.post('/orders', { ...order(), number }))
    expect((await customer.post('/cases', { orderNumber: number }, headers)).status).toBe(201)
  })

  test('twenty at the same moment make one thing', async () => {
    const before = { orders: await count('orders'), entries: await count('ledger_entry') }
    const body = order()
    const headers = withKey()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => customer.post('/orders', body, headers)),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
    expect(replies.filter(({ headers: sent }) => sent.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(await count('orders')).toBe(before.orders + 1)
    expect(await count('ledger_entry')).toBe(before.entries + 2)
  })

  test('twenty at the same moment without a key are one order and nineteen refusals', async () => {
    const body = order()
    const replies = await Promise.all(Array.from({ length: 20 }, () => customer.post('/orders', body)))
    const codes = replies.map((reply) => reply.body.code ?? 'registered')
    expect(codes.filter((code) => code === 'registered')).toHaveLength(1)
    expect(codes.filter((code) => code === 'order-number-taken')).toHaveLength(19)
  })

  test('a decision and an end of a key are repeated as well', async () => {
    const { id } = created(await customer.post('/api-keys', { name: 'to be ended' }))
    const headers = withKey()
    expect((await customer.delete(`/api-keys/${id}`, headers)).status).toBe(204)
    expect((await customer.delete(`/api-keys/${id}`, headers)).status).toBe(204)
    expect((await customer.delete(`/api-keys/${id}`)).status).toBe(404)
  })
})

describe('ETag', () => {
  let id: string
  beforeAll(async () => {
    const { number } = created(await customer.post('/orders', order()))
    id = created(await customer.post('/cases', { orderNumber: number })).id
  })

  test('If-Match: who saw an older version is told so, and nothing changes', async () => {
    const seen = (await customer.get(`/cases/${id}`)).headers.get('etag') ?? ''
    expect(seen).toMatch(/^"\d+\./)
    const change = (serial: string, headers: Record<string, string>) =>
      customer.put(`/cases/${id}/units/1`, { serial }, headers)
    expect((await change('JN1200000AFC', { 'if-match': seen })).status).toBe(200)
    const facts = await count('fact')
    const late = await change('JN1200001AFC', { 'if-match': seen })
    expect([late.status, late.body.code]).toEqual([412, 'version-conflict'])
    expect(late.body.data.version).toBe(2)
    expect(await count('fact')).toBe(facts)
    expect((await change('JN1200001AFC', { 'if-match': '"2"' })).status).toBe(200)
    expect((await change('JN1200002AFC', { 'if-match': '*' })).status).toBe(200)
    for (const tag of ['2', 'W/"2"', '"two"', '"2", "3"'])
      expect((await change('JN1200003AFC', { 'if-match': tag })).body.code, tag).toBe('malformed-request')
  })

  test('If-Match: of two at the same moment one is told so', async () => {
    const { version } = (await customer.get(`/cases/${id}`)).body
    const replies = await Promise.all(
      ['JN1210000AFC', 'JN1210001AFC'].map((serial) =>
        customer.put(`/cases/${id}/units/2`, { serial }, { 'if-match': `"${version}"` }),
      ),
    )
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
  })

  test('If-None-Match: what is known already is not sent again', async () => {
    const first = await customer.get(`/cases/${id}`)
    const tag = first.headers.get('etag') ?? ''
    for (const known of [tag, `W/${tag}`, `"1.aaaaaaaaaaa", ${tag}`]) {
      const again = await customer.get(`/cases/${id}`, { 'if-none-match': known })
      expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, tag])
    }
    // The same version in another language is another text.
    const english = await customer.get(`/cases/${id}`, { 'if-none-match': tag, 'accept-language': 'en' })
    expect([english.status, english.headers.get('vary')]).toEqual([200, 'accept-language'])
    expect(english.body.version).toBe(first.body.version)
    created(await customer.put(`/cases/${id}/units/1`, { route: 'destroy' }))
    expect((await customer.get(`/cases/${id}`, { 'if-none-match': tag })).status).toBe(200)
  })
})
