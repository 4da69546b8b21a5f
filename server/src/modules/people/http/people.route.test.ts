import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Client,
  client,
  people,
  type Reply,
  startHouse,
  type TestHouse,
} from '../../../../test/house.ts'

const password = 'ein langes Passwort'
const now = Date.parse('2026-11-10T09:00:00Z')
let world: TestHouse
let customer: Client
let administrator: Client
let organisationId: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => new Date(now).toISOString() })
  customer = await world.as(people.customer)
  administrator = await world.as(people.administrator)
  organisationId = (await customer.get('/me')).body.organisation.id
})
afterAll(() => world.close())

const done = (reply: Reply): Reply['body'] => {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}
const answer = ({ status, body }: Reply) => [status, body?.code]
const add = async (more: object = {}, to: string = organisationId) =>
  done(
    await administrator.post(`/organisations/${to}/people`, {
      email: `${randomUUID()}@example.org`,
      name: 'Kim Neu',
      language: 'de',
      roles: ['viewer'],
      password,
      ...more,
    }),
  )
const signIn = async (email: string, secret = password) =>
  client(world.address, done(await world.stranger.post('/sessions', { email, password: secret })).token)

describe('who I am', () => {
  test('says my address and what I may do', async () => {
    const { body } = await customer.get('/me')
    expect(body.email).toBe(people.customer)
    expect(body.permissions).toEqual(expect.arrayContaining(['read-case', 'invite-person', 'grant-mandate']))
    expect(body.permissions).not.toContain('publish-programme')
    expect((await administrator.get('/me')).body.permissions).toContain('publish-programme')
  })

  test('names the customers I act for, and only look after, to a partner', async () => {
    const other = await world.as(people.otherCustomer)
    done(
      await other.post('/mandates', {
        partnerAccount: 'P-2001',
        validUntil: '2027-06-01T00:00:00Z',
        access: 'read',
      }),
    )
    const { body } = await (await world.as(people.partner)).get('/me')
    expect(body.customers).toEqual([
      { id: expect.any(String), name: 'Great Lakes Fiber Inc.', account: 'C-1002', access: 'read' },
      { id: organisationId, name: 'Rheinnetz GmbH', account: 'C-1001', access: 'act' },
    ])
    expect(body.mandates).toEqual([organisationId])
  })

  test('is changed by myself: name and language, never roles', async () => {
    const { email } = await add()
    const me = await signIn(email)
    expect(
      done(await me.put('/me', { name: 'Kim Alt', language: 'en', roles: ['asset-manager'] })),
    ).toMatchObject({
      name: 'Kim Alt',
      language: 'en',
      roles: ['viewer'],
    })
    expect((await me.get('/me')).body).toMatchObject({ name: 'Kim Alt', language: 'en', roles: ['viewer'] })
  })
})

describe('a password', () => {
  test('is changed by who knows it, and every other session ends', async () => {
    const { email } = await add()
    const here = await signIn(email)
    const elsewhere = await signIn(email)
    const next = 'ein anderes Passwort'
    expect(answer(await here.put('/me/password', { current: 'falsch geraten', next }))).toEqual([
      422,
      'password-wrong',
    ])
    expect((await here.put('/me/password', { current: password, next })).status).toBe(204)
    expect((await here.get('/me')).status).toBe(200)
    expect((await elsewhere.get('/me')).status).toBe(401)
    expect((await world.stranger.post('/sessions', { email, password })).status).toBe(401)
    await signIn(email, next)
  })

  test('is guessed no more often than at the door', async () => {
    const { email } = await add()
    const me = await signIn(email)
    const guess = () => me.put('/me/password', { current: 'falsch geraten', next: 'ein anderes Passwort' })
    for (let attempt = 0; attempt < 10; attempt++) expect((await guess()).status).toBe(422)
    expect(answer(await guess())).toEqual([429, 'sign-in-blocked'])
    expect((await world.stranger.post('/sessions', { email, password })).status).toBe(429)
  })

  test('must be a good one', async () => {
    const { email } = await add()
    const me = await signIn(email)
    expect(answer(await me.put('/me/password', { current: password, next: 'kurz' }))).toEqual([
      422,
      'password-too-weak',
    ])
  })
})

describe('a person', () => {
  test('is changed by who looks after the people, from the next request on', async () => {
    const { id, email } = await add()
    const person = await signIn(email)
    expect((await person.get(`/organisations/${organisationId}/people`)).status).toBe(403)
    expect(
      done(await customer.put(`/people/${id}`, { roles: ['asset-manager'], name: 'Kim Chef' })),
    ).toMatchObject({
      name: 'Kim Chef',
      roles: ['asset-manager'],
    })
    expect((await person.get(`/organisations/${organisationId}/people`)).status).toBe(200)
    expect(answer(await customer.put(`/people/${id}`, { roles: ['desk'] }))).toEqual([
      422,
      'role-not-of-organisation',
    ])
    done(await customer.post(`/people/${id}/end`))
  })

  test('of others is nobody', async () => {
    const other = await world.as(people.otherCustomer)
    const { id } = await add()
    for (const reply of [
      await other.put(`/people/${id}`, { name: 'X' }),
      await other.post(`/people/${id}/end`),
    ])
      expect(answer(reply)).toEqual([404, 'person-not-found'])
  })

  test('whose access ends is out at once, with session and key; what it did stays', async () => {
    const { id, email } = await add()
    const person = await signIn(email)
    const key = done(await person.post('/api-keys', { name: 'reports' }))
    const program = client(world.address, key.token)
    expect((await program.get('/me')).status).toBe(200)
    const ended = done(await customer.post(`/people/${id}/end`))
    expect(ended.leftAt).toBe(new Date(now).toISOString())
    expect((await person.get('/me')).status).toBe(401)
    expect((await program.get('/me')).status).toBe(401)
    expect((await world.stranger.post('/sessions', { email, password })).status).toBe(401)
    expect(done(await customer.post(`/people/${id}/end`)).leftAt).toBe(ended.leftAt)
    expect(answer(await customer.put(`/people/${id}`, { name: 'Noch da' }))).toEqual([409, 'access-ended'])
    const { items } = done(await customer.get(`/organisations/${organisationId}/people?search=${email}`))
    expect(items).toMatchObject([{ id, leftAt: ended.leftAt }])
    const keys = done(await customer.get(`/organisations/${organisationId}/api-keys`)).items
    expect(keys.find((one: { id: string }) => one.id === key.id).revokedAt).toBe(ended.leftAt)
    // Who comes back does so as a new person, under the old address.
    expect((await add({ email })).id).not.toBe(id)
  })

  test('does not end its own access, and the last one who looks after people stays', async () => {
    const me = (await customer.get('/me')).body.personId
    expect(answer(await customer.post(`/people/${me}/end`))).toEqual([409, 'own-access'])
    expect(answer(await administrator.post(`/people/${me}/end`))).toEqual([409, 'last-of-role'])
    expect(answer(await customer.put(`/people/${me}`, { roles: ['viewer'] }))).toEqual([409, 'last-of-role'])
    const admin = (await administrator.get('/me')).body.personId
    expect(answer(await administrator.put(`/people/${admin}`, { roles: ['desk'] }))).toEqual([
      409,
      'last-of-role',
    ])
  })

  test('two who take the role from each other at once: one keeps it', async () => {
    for (let round = 0; round < 3; round++) {
      const { id, email } = await add({ roles: ['asset-manager'] })
      const second = await signIn(email)
      const me = (await customer.get('/me')).body.personId
      const replies = await Promise.all([
        customer.put(`/people/${id}`, { roles: ['viewer'] }),
        second.put(`/people/${me}`, { roles: ['viewer'] }),
      ])
      const { items } = done(await administrator.get(`/organisations/${organisationId}/people?limit=200`))
      const keepers = items.filter((one: { roles: string[] }) => one.roles.includes('asset-manager'))
      expect(keepers.length, JSON.stringify(replies.map(answer))).toBeGreaterThan(0)
      done(await administrator.put(`/people/${me}`, { roles: ['asset-manager'] }))
      done(await administrator.put(`/people/${id}`, { roles: ['viewer'] }))
    }
  })
})

describe('lists', () => {
  const names = (reply: Reply): string[] => done(reply).items.map(({ name }: { name: string }) => name)

  test('people are found by any part of name or address, here and everywhere, in the order of names', async () => {
    await add({ name: 'Zoë Zander', email: 'zz_top@example.org' })
    await add({ name: 'Änne Zander' })
    const path = `/organisations/${organisationId}/people`
    expect(names(await customer.get(`${path}?search=ZANDER`)).sort()).toEqual(
      ['Zoë Zander', 'Änne Zander'].sort(),
    )
    expect(names(await customer.get(`${path}?search=zz_top`))).toEqual(['Zoë Zander'])
    // No sign of the search means anything else than itself.
    expect(names(await customer.get(`${path}?search=zz%25`))).toEqual([])
    const everywhere = done(await administrator.get('/people?search=vendor.example'))
    const found = new Set(everywhere.items.map((one: { organisationName: string }) => one.organisationName))
    expect([...found]).toEqual(['TMIP Programme Office'])
    const all = names(await administrator.get('/people?limit=200'))
    const walked: string[] = []
    for (let cursor = ''; ; ) {
      const page = done(await administrator.get(`/people?limit=3${cursor}`))
      walked.push(...page.items.map(({ name }: { name: string }) => name))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(walked).toEqual(all)
  })

  test('of people those who left, or those who have access; both when nothing is asked', async () => {
    const name = 'Ida Gegangen'
    const { id } = await add({ name })
    await add({ name })
    done(await customer.post(`/people/${id}/end`))
    for (const [as, path] of [
      [customer, `/organisations/${organisationId}/people`],
      [administrator, '/people'],
    ] as const) {
      const ended = async (query: string): Promise<boolean[]> =>
        done(await as.get(`${path}?search=gegangen${query}`)).items.map(
          ({ leftAt }: { leftAt: string | null }) => leftAt !== null,
        )
      expect(await ended('&access=ended')).toEqual([true])
      expect(await ended('&access=current')).toEqual([false])
      expect(new Set(await ended(''))).toEqual(new Set([false, true]))
      expect((await ended('&access=ended&limit=1')).length).toBe(1)
    }
  })

  test('organisations are found by a part of name or account number', async () => {
    expect(names(await administrator.get('/organisations?search=LAKES'))).toEqual(['Great Lakes Fiber Inc.'])
    expect(names(await administrator.get('/organisations?search=c-100&kind=customer'))).toEqual([
      'Great Lakes Fiber Inc.',
      'Rheinnetz GmbH',
    ])
    expect(names(await administrator.get('/organisations?search=c-100&kind=partner'))).toEqual([])
    // A partner finds those whose mandate it has, and nobody else.
    expect(names(await (await world.as(people.partner)).get('/organisations?search=e'))).not.toContain(
      'TMIP Programme Office',
    )
  })
})

describe('an organisation', () => {
  test('is changed by the administrator, and only as it was read', async () => {
    const read = await administrator.get(`/organisations/${organisationId}`)
    const tag = { 'if-match': read.headers.get('etag') ?? '' }
    const changed = done(
      await administrator.put(
        `/organisations/${organisationId}`,
        { name: 'Rheinnetz SE', country: 'AT' },
        tag,
      ),
    )
    expect(changed).toMatchObject({ name: 'Rheinnetz SE', country: 'AT', timeZone: 'Europe/Berlin' })
    expect(done(await administrator.get(`/organisations/${organisationId}`))).toEqual(changed)
    expect(
      answer(await administrator.put(`/organisations/${organisationId}`, { name: 'Rheinnetz AG' }, tag)),
    ).toEqual([412, 'version-conflict'])
    expect(
      answer(await administrator.put(`/organisations/${organisationId}`, { timeZone: 'Mars/Base' })),
    ).toEqual([422, 'unknown-time-zone'])
  })

  test('shows its keys to who looks after it, who can end them', async () => {
    const viewer = await world.as(people.viewer)
    const key = done(await viewer.post('/api-keys', { name: 'inventory' }))
    const path = `/organisations/${organisationId}/api-keys`
    const [listed] = done(await customer.get(path)).items
    expect(listed).toMatchObject({ id: key.id, personName: 'Lena Leser', name: 'inventory', revokedAt: null })
    expect(JSON.stringify(listed)).not.toContain(key.token)
    const other = await world.as(people.otherCustomer)
    expect((await other.delete(`${path}/${key.id}`)).status).toBe(404)
    const theirs = (await other.get('/me')).body.organisation.id
    // The own organisation, but a key of another one.
    expect(answer(await other.delete(`/organisations/${theirs}/api-keys/${key.id}`))).toEqual([
      404,
      'api-key-not-found',
    ])
    expect((await customer.delete(`${path}/${key.id}`)).status).toBe(204)
    expect((await client(world.address, key.token).get('/me')).status).toBe(401)
  })
})
