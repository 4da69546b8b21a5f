import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, orderOf, people, type Reply, startHouse, type TestHouse } from '../../../test/house.ts'

let world: TestHouse
let german: Client
let english: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  german = await world.as(people.customer)
  english = await world.as(people.otherCustomer)
})
afterAll(() => world.close())

const json = { 'content-type': 'application/json' }
const expectProblem = (reply: Reply, status: number, code: string) => {
  expect([reply.status, reply.body?.code], JSON.stringify(reply.body)).toEqual([status, code])
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json\b/)
  expect(reply.body).toMatchObject({ type: `urn:tmip:problem:${code}`, status, code })
  expect(reply.body.title.length).toBeGreaterThan(3)
  expect(reply.body.detail.length).toBeGreaterThan(10)
}

describe('a refusal is a problem document', () => {
  const missing = '/orders/00000000-0000-7000-8000-000000000000'

  test('in the language of the person, unless the request asks for another', async () => {
    for (const [reply, words] of [
      [await german.get(missing), /Bestellung/],
      [await english.get(missing), /order/i],
      [await german.get(missing, { 'accept-language': 'en-GB,de;q=0.5' }), /order/i],
      [await english.get(missing, { 'accept-language': 'fr, de-CH;q=0.8, en;q=0.7' }), /Bestellung/],
      [await german.get(missing, { 'accept-language': 'fr' }), /Bestellung/],
    ] as const) {
      expectProblem(reply, 404, 'order-not-found')
      expect(reply.body.detail).toMatch(words)
    }
  })

  test('also before anybody is known', async () => {
    const reply = await world.stranger.get('/me', { 'accept-language': 'de' })
    expectProblem(reply, 401, 'not-signed-in')
    expect(reply.headers.get('www-authenticate')).toBe('Bearer')
    expect(reply.body.title).not.toBe((await world.stranger.get('/me')).body.title)
  })

  test('for an address, a method or a spelling that is not there', async () => {
    for (const reply of [
      await german.get('/nothing/here'),
      await german.delete('/me'),
      await german.put('/orders', {}),
    ])
      expectProblem(reply, 404, 'no-such-address')
    expectProblem(await german.get('/orders/%zz'), 400, 'malformed-request')
  })
})

describe('a request that is wrong', () => {
  const wrong = {
    ...orderOf([{ sku: 'MX480BASE-AC', quantity: 0 }]),
    placedOn: '2026-02-30',
    currency: 'euro',
    number: '',
  }
  const pointers = ['/body/number', '/body/placedOn', '/body/currency', '/body/tradeIns/0/quantity']

  test('names every field at once, in both languages', async () => {
    const inGerman = await german.post('/orders', wrong)
    const inEnglish = await german.post('/orders', wrong, { 'accept-language': 'en' })
    for (const reply of [inGerman, inEnglish]) {
      expectProblem(reply, 400, 'invalid-request')
      expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(
        [...pointers].sort(),
      )
    }
    const texts = (reply: Reply): Record<string, string> =>
      Object.fromEntries(
        reply.body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [
          pointer,
          detail,
        ]),
      )
    expect(texts(inGerman)).toEqual({
      '/body/number': 'Erwartet wird mindestens ein Zeichen.',
      '/body/placedOn': 'Erwartet wird ein Text der Form YYYY-MM-DD.',
      '/body/currency': 'Erwartet wird ein Text der Form /^[A-Z]{3}$/.',
      '/body/tradeIns/0/quantity': 'Erwartet wird eine Zahl ab 1.',
    })
    expect(texts(inEnglish)['/body/tradeIns/0/quantity']).toBe('Expected a number of at least 1.')
  })

  test.each([
    [{}, '/body/number', 'This is missing.'],
    [{ number: 5 }, '/body/number', 'Expected text.'],
    [{ number: 'x'.repeat(61) }, '/body/number', 'Expected at most 60 characters.'],
    [{ tradeIns: [] }, '/body/tradeIns', 'Expected at least one entry.'],
    [{ tradeIns: 'MX480' }, '/body/tradeIns', 'Expected a list.'],
    [{ lines: [{ sku: 'MX304', quantity: 1.5 }] }, '/body/lines/0/quantity', 'Expected a whole number.'],
    [
      { lines: [{ sku: 'MX304', quantity: 10_001 }] },
      '/body/lines/0/quantity',
      'Expected a number of at most 10,000.',
    ],
    [{ consumption: { model: 'rented' } }, '/body/consumption/model', null],
  ])('says what is expected instead: %j', async (body, pointer, detail) => {
    const reply = await english.post('/orders', body)
    const found = reply.body.errors.find((one: { pointer: string }) => one.pointer === pointer)
    expect(found, JSON.stringify(reply.body.errors)).toBeDefined()
    if (detail !== null) expect(found.detail).toBe(detail)
  })

  test('names what the programme does not allow, with its place', async () => {
    const reply = await german.post(
      '/orders',
      orderOf(
        [
          { sku: 'MX480BASE-AC', quantity: 1 },
          { sku: 'MX48OBASE-AC', quantity: 1 },
        ],
        {
          currency: 'XTS',
          placedOn: '2031-01-01',
        },
      ),
    )
    expectProblem(reply, 422, 'order-invalid')
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/body/placedOn', '/body/currency']),
    )
  })

  test('names parameters, queries and headers too', async () => {
    const place = async (path: string, headers: Record<string, string> = {}) => {
      const reply = headers['idempotency-key']
        ? await german.post(path, { name: 'x' }, headers)
        : await german.get(path, headers)
      expectProblem(reply, 400, 'invalid-request')
      return reply.body.errors[0].pointer
    }
    expect(await place('/orders/one')).toBe('/params/id')
    expect(await place('/orders?limit=0')).toBe('/querystring/limit')
    expect(await place('/orders?limit=201')).toBe('/querystring/limit')
    expect(await place('/orders?limit=many')).toBe('/querystring/limit')
    expect(await place('/api-keys', { 'idempotency-key': 'short' })).toBe('/headers/idempotency-key')
  })

  test.each([
    ['no JSON', '{"number": ', 400, 'malformed-request'],
    ['nothing', '', 400, 'malformed-request'],
    ['a list', '[]', 400, 'invalid-request'],
    ['a prototype', '{"__proto__": {"isAdministrator": true}}', 400, 'malformed-request'],
  ])('%s', async (_what, body, status, code) => {
    expectProblem(await german.post('/orders', body, json), status, code)
  })

  test('of another media type', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
      const reply = await german.post('/orders', JSON.stringify(wrong), { 'content-type': type })
      expect([reply.status, ['malformed-request', 'invalid-request'].includes(reply.body.code)]).toEqual([
        400,
        true,
      ])
    }
    expectProblem(await german.post('/cases/TM-00000-00000/forms', {}), 400, 'upload-missing')
  })

  test('with characters or numbers that no database keeps', async () => {
    for (const name of ['a\u0000b', 'half \ud800 pair'])
      expectProblem(await german.post('/api-keys', JSON.stringify({ name }), json), 400, 'malformed-request')
    expectProblem(await german.get('/cases/A%00B'), 400, 'malformed-request')
    expectProblem(await german.get('/programmes/A%00B/versions/1'), 400, 'malformed-request')
    for (const address of ['certificates/99999999999', 'forms/99999999999', 'shipments/99999999999/label'])
      expectProblem(await german.get(`/cases/TM-00000-00000/${address}`), 400, 'invalid-request')
    const open = { orderNumber: 'SO-1', rows: [99_999_999_999] }
    expectProblem(await german.post('/cases', open), 400, 'invalid-request')
  })

  test('too large to be read', async () => {
    const reply = await german.post('/orders', JSON.stringify({ number: 'x'.repeat(1_100_000) }), json)
    expectProblem(reply, 413, 'upload-too-large')
  })
})

test('nobody’s body is read before it is known who they are', async () => {
  const { hostname, port } = new URL(world.address)
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      // A long body is announced and never sent: only who does not wait for it can answer.
      socket.write(
        'POST /api/order-imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 30000000\r\n\r\norder',
      )
    })
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8')
      if (text.includes('not-signed-in')) {
        socket.destroy()
        resolve(text)
      }
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
})

test('a failure of ours says nothing about our inside', async () => {
  const { log, db } = world.house
  log.level = 'silent'
  await db.query('alter table orders rename to orders_away')
  try {
    const reply = await german.get('/orders')
    expectProblem(reply, 500, 'internal-error')
    expect(JSON.stringify(reply.body)).not.toMatch(/orders|relation|select|\.ts/)
  } finally {
    await db.query('alter table orders_away rename to orders')
    log.level = 'error'
  }
})
