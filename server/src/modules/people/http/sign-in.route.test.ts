import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'
import { samplePassword } from '../../../commands/sample-world.ts'

let now = Date.parse('2026-11-10T09:00:00Z')
let world: TestHouse
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => new Date(now).toISOString() })
})
afterAll(() => world.close())

const signIn = (email: string, password: string = samplePassword): Promise<Reply> =>
  world.stranger.post('/sessions', { email, password })
const cookieOf = (reply: Reply): { pair: string; attributes: readonly string[] } => {
  const [pair = '', ...attributes] = (reply.headers.get('set-cookie') ?? '').split('; ')
  return { pair, attributes }
}

describe('a session', () => {
  test('comes as a token and as a cookie that no script can read and no other site can use', async () => {
    const reply = await signIn(people.customer)
    expect(reply.status).toBe(201)
    expect(reply.body.token).toMatch(/^tmip_session_[\w-]{43}$/)
    const { pair, attributes } = cookieOf(reply)
    expect(pair).toBe(`tmip_session=${reply.body.token}`)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']))
    // A browser on this machine, over plain http.
    expect(attributes).not.toContain('Secure')
    const expires = attributes.find((one) => one.startsWith('Expires='))?.slice('Expires='.length) ?? ''
    expect(new Date(expires).toISOString()).toBe(reply.body.expiresAt)
  })

  test('has a Secure cookie under every name but this machine’s own', async () => {
    const { port } = new URL(world.address)
    const body = JSON.stringify({ email: people.customer, password: samplePassword })
    const cookieFor = (host: string) =>
      new Promise<string>((resolve, reject) => {
        const sent = request(
          {
            host: '127.0.0.1',
            port,
            path: '/api/sessions',
            method: 'POST',
            headers: { host, 'content-type': 'application/json' },
          },
          (answer) => {
            answer.resume()
            answer.on('end', () => resolve(answer.headers['set-cookie']?.[0] ?? ''))
          },
        )
        sent.on('error', reject)
        sent.end(body)
      })
    expect(await cookieFor('tmip.example.com')).toContain('; Secure')
    expect(await cookieFor('192.168.7.7:3000')).toContain('; Secure')
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
      expect(await cookieFor(host), host).not.toContain('Secure')
  })

  test('lasts twelve hours and not a moment longer', async () => {
    const { body } = await signIn(people.customer)
    const headers = { authorization: `Bearer ${body.token}` }
    const began = now
    expect(body.expiresAt).toBe(new Date(began + 12 * 3_600_000).toISOString())
    now = began + 12 * 3_600_000 - 1
    expect((await world.stranger.get('/me', headers)).status).toBe(200)
    now = began + 12 * 3_600_000
    expect((await world.stranger.get('/me', headers)).status).toBe(401)
    now = began
  })

  test('ends for cookie and token when it is signed out, and the cookie is taken back', async () => {
    const reply = await signIn(people.customer)
    const cookie = cookieOf(reply).pair
    const out = await world.stranger.delete('/sessions/current', { cookie, 'sec-fetch-site': 'same-origin' })
    expect(out.status).toBe(204)
    expect(cookieOf(out).pair).toBe('tmip_session=')
    expect(cookieOf(out).attributes).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT')
    const authorization = `Bearer ${reply.body.token}`
    expect((await world.stranger.get('/me', { cookie })).status).toBe(401)
    expect((await world.stranger.get('/me', { authorization })).status).toBe(401)
  })

  test('is not in the database as it is: who reads the table cannot use it', async () => {
    const { body } = await signIn(people.customer)
    const { rows } = await world.house.db.query<{ text: string }>('select s::text as text from session s')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ text }) => text.includes(body.token))).toBe(false)
  })
})

describe('another site', () => {
  let cookie: string
  beforeAll(async () => {
    cookie = cookieOf(await signIn(people.customer)).pair
  })
  const order = { name: 'inventory' }

  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 201],
    ['a program with a cookie jar', {}, 201],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another name of our domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['a browser that sends only its origin', { origin: 'https://elsewhere.example' }, 403],
    ['a page without origin', { origin: 'null' }, 403],
  ])('the cookie alone lets write: %s', async (_who, headers, status) => {
    const reply = await world.stranger.post('/api-keys', order, { ...headers, cookie })
    expect([reply.status, reply.body.code]).toEqual([
      status,
      status === 403 ? 'cross-site-request' : undefined,
    ])
  })

  test('does not matter where a token was sent, which no browser adds by itself', async () => {
    const authorization = `Bearer ${cookie.split('=')[1]}`
    const headers = { authorization, 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    expect((await world.stranger.post('/api-keys', order, headers)).status).toBe(201)
  })

  test('cannot read either: no answer allows another origin', async () => {
    const reply = await world.stranger.get('/me', { cookie, origin: 'https://elsewhere.example' })
    expect(reply.headers.get('access-control-allow-origin')).toBeNull()
    expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('a wrong password', () => {
  test('is answered like an address that nobody has', async () => {
    const known = await signIn(people.finance, 'not the password')
    const unknown = await signIn('nobody@example.org', 'not the password')
    expect(known.status).toBe(401)
    expect(known.body).toEqual(unknown.body)
    expect(known.headers.get('set-cookie')).toBeNull()
  })

  test('tried ten times closes the address for a while, known or not, and no other', async () => {
    for (const email of [people.desk, 'someone@example.org']) {
      for (let attempt = 0; attempt < 10; attempt++)
        expect((await signIn(email.toUpperCase(), `guess number ${attempt}`)).status).toBe(401)
      const blocked = await signIn(email)
      expect([blocked.status, blocked.body.code]).toEqual([429, 'sign-in-blocked'])
      expect(blocked.headers.get('retry-after')).toBe('900')
    }
    expect((await signIn(people.customer)).status).toBe(201)
    now += 15 * 60_000
    expect((await signIn(people.desk)).status).toBe(201)
  })

  test('tried many times at once is not tried more often for it', async () => {
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => signIn(people.auditor, `guess number ${guess}`)),
    )
    const tried = replies.filter(({ status }) => status === 401)
    expect(tried.length).toBeLessThanOrEqual(10)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(30 - tried.length)
  })
})

test('the address is the same in any spelling', async () => {
  expect((await signIn(people.customer.toUpperCase())).status).toBe(201)
})
