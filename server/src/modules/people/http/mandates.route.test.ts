import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'

let now = Date.parse('2026-11-10T09:00:00Z')
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

describe('a mandate', () => {
  const grant = async (more: object = {}) =>
    done(
      await customer.post('/mandates', {
        partnerAccount: 'P-2001',
        validUntil: '2027-06-01T00:00:00Z',
        ...more,
      }),
    )
  const alone = async () => {
    for (const { id } of done(await customer.get('/mandates')).items)
      done(await customer.post(`/mandates/${id}/revocation`))
  }

  test('that only lets look lets see everything and change nothing', async () => {
    await alone()
    const partner = await world.as(people.partner)
    const mandate = await grant({ access: 'read' })
    expect(mandate).toMatchObject({
      access: 'read',
      state: 'valid',
      customerName: 'Rheinnetz GmbH',
      partnerName: 'Nordlicht Systemhaus AG',
      grantedByName: 'Greta Geräte',
    })
    const order = done(
      await customer.post('/orders', {
        number: 'SO-LOOK',
        programme: 'juniper-tmip',
        customerAccount: 'C-1001',
        placedOn: '2026-11-02',
        currency: 'EUR',
        lines: [{ sku: 'MX304', quantity: 1 }],
        tradeIns: [{ sku: 'MX480BASE-AC', quantity: 2 }],
      }),
    )
    expect((await partner.get(`/orders/${order.id}`)).status).toBe(200)
    expect(answer(await partner.post('/cases', { orderNumber: order.number }))).toEqual([
      404,
      'order-not-found',
    ])
    done(await customer.put(`/mandates/${mandate.id}`, { access: 'act' }))
    const opened = done(await partner.post('/cases', { orderNumber: order.number }))
    done(await customer.put(`/mandates/${mandate.id}`, { access: 'read' }))
    expect((await partner.get(`/cases/${opened.id}`)).status).toBe(200)
    expect((await partner.put(`/cases/${opened.id}/units/1`, { route: 'destroy' })).status).toBe(404)
    expect((await partner.get(`/cases/${opened.id}/trade-in-form`)).status).toBe(200)
  })

  test('that lets act wins over one that lets look', async () => {
    await alone()
    await grant({ access: 'read' })
    await grant({ access: 'act' })
    const { body } = await (await world.as(people.partner)).get('/me')
    expect(body.customers.filter((one: { id: string }) => one.id === organisationId)).toMatchObject([
      { access: 'act' },
    ])
  })

  test('is shortened and extended while it lasts', async () => {
    await alone()
    const partner = await world.as(people.partner)
    const { id } = await grant()
    const until = new Date(now + 3_600_000).toISOString()
    expect(done(await customer.put(`/mandates/${id}`, { validUntil: until })).validUntil).toBe(until)
    expect(answer(await customer.put(`/mandates/${id}`, { validUntil: '2026-11-09T00:00:00Z' }))).toEqual([
      422,
      'mandate-end-passed',
    ])
    expect(answer(await customer.put(`/mandates/${id}`, { validUntil: '2036-11-09T00:00:00Z' }))).toEqual([
      422,
      'mandate-period-invalid',
    ])
    const began = now
    now += 3_600_000
    expect((await partner.get('/cases')).body.items).toEqual([])
    const states = done(await customer.get('/mandates')).items
    expect(states[0]).toMatchObject({ id, state: 'expired' })
    expect(answer(await customer.put(`/mandates/${id}`, { validUntil: '2027-06-01T00:00:00Z' }))).toEqual([
      409,
      'mandate-ended',
    ])
    now = began
  })

  test('is listed with its state to both sides, newest first, and changed by its customer alone', async () => {
    await alone()
    const { id } = await grant({ validFrom: '2026-12-01T00:00:00Z' })
    const partner = await world.as(people.partner)
    for (const as of [customer, partner]) {
      const [newest, ...older] = done(await as.get('/mandates')).items
      expect(newest).toMatchObject({ id, state: 'future' })
      expect(older.length).toBeGreaterThan(0)
    }
    expect((await partner.put(`/mandates/${id}`, { access: 'act' })).status).toBe(403)
    const other = await world.as(people.otherCustomer)
    done(await other.post('/mandates', { partnerAccount: 'P-2001', validUntil: '2027-06-01T00:00:00Z' }))
    const customers = async (as: Client, query: string): Promise<string[]> => [
      ...new Set<string>(
        done(await as.get(`/mandates?${query}`)).items.map(
          ({ customerId }: { customerId: string }) => customerId,
        ),
      ),
    ]
    const otherId = done(await other.get('/me')).organisation.id
    const partnerId = done(await partner.get('/me')).organisation.id
    for (const as of [partner, administrator]) {
      expect(await customers(as, `organisation=${otherId}`)).toEqual([otherId])
      expect(new Set(await customers(as, `organisation=${partnerId}`))).toEqual(
        new Set([organisationId, otherId]),
      )
    }
    // A filter reaches no further than without it.
    expect(await customers(customer, `organisation=${otherId}`)).toEqual([])
    expect(await customers(customer, `organisation=${partnerId}`)).toEqual([organisationId])
    const states = async (query: string): Promise<string[]> =>
      done(await customer.get(`/mandates?limit=200${query}`)).items.map(
        ({ state }: { state: string }) => state,
      )
    expect(await states('')).toContain('revoked')
    expect(await states('&current=true')).toEqual(['future'])
    expect(answer(await other.put(`/mandates/${id}`, { access: 'act' }))).toEqual([404, 'mandate-not-found'])
  })
})
