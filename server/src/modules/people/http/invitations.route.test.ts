import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Client,
  client,
  people,
  type Reply,
  startHouse,
  type TestHouse,
} from '../../../../test/house.ts'
import { samplePassword } from '../../../commands/sample-world.ts'
import { forgetExpired } from '../jobs/forget-expired.ts'

const DAY_MS = 86_400_000
const password = 'ein langes Passwort'
let now = Date.parse('2026-11-10T09:00:00Z')
let world: TestHouse
let customer: Client
let partner: Client
let organisationId: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => new Date(now).toISOString() })
  customer = await world.as(people.customer)
  partner = await world.as(people.partner)
  organisationId = (await customer.get('/me')).body.organisation.id
})
afterAll(() => world.close())

/** Again: the days that invitations last are longer than a session. */
const signedIn = async (email: string): Promise<Client> => {
  const { body } = await world.stranger.post('/sessions', { email, password: samplePassword })
  return client(world.address, body.token)
}

let count = 0
const invited = (more: object = {}) => {
  count += 1
  return {
    email: `new${count}@rheinnetz.example`,
    name: 'Nora Neu',
    language: 'de',
    roles: ['viewer'],
    ...more,
  }
}
const invite = (more: object = {}, as: Client = customer, organisation: string = organisationId) =>
  as.post(`/organisations/${organisation}/invitations`, invited(more))
const look = (token: string) => world.stranger.post('/invitation-lookups', { token })
const accept = (token: string, more: object = {}): Promise<Reply> =>
  world.stranger.post('/invitation-acceptances', { token, password, ...more })
const pending = async () =>
  (await customer.get(`/organisations/${organisationId}/invitations`)).body.items as {
    id: string
    email: string
  }[]

describe('an invitation', () => {
  test('is read by a stranger who has the link, accepted with a password, and signs in', async () => {
    const { status, body } = await invite({ roles: ['viewer', 'signatory'] })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      organisationId,
      inviterName: 'Greta Geräte',
      roles: ['viewer', 'signatory'],
    })
    expect(body.expiresAt).toBe(new Date(now + 14 * DAY_MS).toISOString())
    expect((await look(body.token)).body).toEqual({
      organisationName: 'Rheinnetz GmbH',
      name: 'Nora Neu',
      email: body.email,
      inviterName: 'Greta Geräte',
      expiresAt: body.expiresAt,
    })
    const session = await accept(body.token, { name: 'Nora Neumann' })
    expect(session.status).toBe(201)
    expect(session.headers.get('set-cookie')).toMatch(/^tmip_session=.*HttpOnly/)
    const me = await client(world.address, session.body.token).get('/me')
    expect(me.body).toMatchObject({
      personId: session.body.personId,
      name: 'Nora Neumann',
      email: body.email,
      language: 'de',
      roles: ['viewer', 'signatory'],
    })
    expect((await world.stranger.post('/sessions', { email: body.email, password })).status).toBe(201)
    expect((await pending()).map(({ id }) => id)).not.toContain(body.id)
  })

  test('stands nowhere as it is, and no name stands in the history', async () => {
    const { body } = await invite({ name: 'Wanda Wohlgemuth', email: 'wanda@rheinnetz.example' })
    await accept((await invite({ name: 'Wanda Wohlgemuth', email: 'w2@rheinnetz.example' })).body.token)
    const { rows } = await world.house.db.query<{ text: string }>(
      `select i::text as text from invitation i union all select r::text from idempotency r
         union all select body::text || actor::text from fact`,
    )
    expect(rows.some(({ text }) => text.includes(body.token))).toBe(false)
    const facts = await world.house.db.query<{ text: string }>('select body::text as text from fact')
    expect(facts.rows.some(({ text }) => /Wohlgemuth|w2@|wanda@/.test(text))).toBe(false)
  })

  test('shows its token once, also when the request is repeated', async () => {
    const key = { 'idempotency-key': 'invite-once-more' }
    const body = invited()
    const path = `/organisations/${organisationId}/invitations`
    const once = await customer.post(path, body, key)
    const again = await customer.post(path, body, key)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual({ ...once.body, token: null })
    expect((await look(once.body.token)).status).toBe(200)
  })

  test('is made void by a second one to the same address', async () => {
    const email = 'twice@rheinnetz.example'
    const first = await invite({ email })
    const second = await invite({ email: email.toUpperCase() })
    expect((await look(first.body.token)).body.code).toBe('invitation-not-valid')
    expect((await look(second.body.token)).status).toBe(200)
    expect((await pending()).filter((one) => one.email.toLowerCase() === email)).toHaveLength(1)
  })

  test('goes to nobody who is there already', async () => {
    const reply = await invite({ email: people.viewer.toUpperCase() })
    expect([reply.status, reply.body.code]).toEqual([409, 'email-taken'])
  })

  test('that others accept at the same address meanwhile is refused, and the rest stays', async () => {
    const email = 'both@example.org'
    const partnerId = (await partner.get('/me')).body.organisation.id
    const here = await invite({ email })
    const there = await invite({ email, roles: ['partner-agent'] }, partner, partnerId)
    expect((await accept(there.body.token)).status).toBe(201)
    const late = await accept(here.body.token)
    expect([late.status, late.body.code]).toEqual([409, 'email-taken'])
  })

  test('has only roles of its organisation, and a password that is long enough', async () => {
    const wrong = await invite({ roles: ['administrator'] })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'role-not-of-organisation'])
    const { body } = await invite()
    const weak = await accept(body.token, { password: 'kurz' })
    expect([weak.status, weak.body.code]).toEqual([422, 'password-too-weak'])
    expect((await accept(body.token)).status).toBe(201)
  })

  test('is good for one person, however many try at once', async () => {
    const { body } = await invite()
    const replies = await Promise.all(Array.from({ length: 5 }, () => accept(body.token)))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of replies)
      if (status !== 201) expect(body.code).toMatch(/invitation-not-valid|email-taken/)
  })
})

describe('the link is refused in one way', () => {
  test('unknown, used, withdrawn and expired', async () => {
    const used = (await invite()).body.token
    await accept(used)
    const withdrawn = (await invite()).body
    expect((await customer.delete(`/invitations/${withdrawn.id}`)).status).toBe(204)
    const expired = (await invite()).body.token
    now += 14 * DAY_MS
    customer = await signedIn(people.customer)
    const unknown = `tmip_invitation_${'A'.repeat(43)}`
    const answers = []
    for (const token of [unknown, used, withdrawn.token, expired]) answers.push((await look(token)).body)
    for (const token of [unknown, used, withdrawn.token, expired]) answers.push((await accept(token)).body)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ status: 404, code: 'invitation-not-valid' })
    now += 15 * 60_000
  })

  test('and not too often from one place', async () => {
    for (let attempt = 0; attempt < 10; attempt++) expect((await look(`guess ${attempt}`)).status).toBe(404)
    const { body } = await invite()
    for (const reply of [await look(body.token), await accept(body.token)])
      expect([reply.status, reply.body.code]).toEqual([429, 'sign-in-blocked'])
    now += 15 * 60_000
    expect((await look(body.token)).status).toBe(200)
  })
})

test('a partner invites its own people, and nobody those of others', async () => {
  partner = await signedIn(people.partner)
  const partnerId = (await partner.get('/me')).body.organisation.id
  expect((await invite({ roles: ['partner-agent'] }, partner, partnerId)).status).toBe(201)
  const foreign = await invite({}, partner, organisationId)
  expect([foreign.status, foreign.body.code]).toEqual([404, 'organisation-not-found'])
  const { body } = await invite()
  const reply = await partner.delete(`/invitations/${body.id}`)
  expect([reply.status, reply.body.code]).toEqual([404, 'invitation-not-found'])
})

test('names of invitations that are over are forgotten', async () => {
  const open = (await invite({ email: 'open@rheinnetz.example' })).body
  const over = (await invite({ email: 'over@rheinnetz.example' })).body
  await customer.delete(`/invitations/${over.id}`)
  await forgetExpired(world.house.db, world.house.clock())
  const { rows } = await world.house.db.query<{ id: string; email: string; name: string }>(
    'select id, email, name from invitation where id = any($1)',
    [[open.id, over.id]],
  )
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: open.id, email: 'open@rheinnetz.example', name: 'Nora Neu' },
      { id: over.id, email: '', name: '' },
    ]),
  )
})
