import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, caseOf, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
const now = '2026-11-20T09:00:00.000Z'
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

const offerOf = async (as: Client, id: string, query = '') =>
  answered(await as.get(`/cases/${id}/extension-offer${query}`), 200).body

test('what is offered can be asked for, and is listed with who asked and who decided', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  const desk = await world.as(people.desk)
  const { due } = await caseOf(customer, id)
  const offer = await offerOf(customer, id)
  expect(offer).toMatchObject({ possible: true, late: false, whyNot: null })
  expect(offer.earliest > due.on).toBe(true)
  expect(offer.tiers[0].from).toBe(offer.earliest)
  expect(offer.tiers.at(-1).until).toBe(offer.latest)

  const asked = answered(
    await customer.post(`/cases/${id}/extensions`, { until: offer.latest, reason: 'Umbau' }),
    201,
  ).body
  expect(asked.approvedBy).toEqual(offer.tiers.at(-1).approvedBy)
  const pending = await offerOf(customer, id)
  expect(pending).toMatchObject({ possible: false, tiers: [], whyNot: { code: 'extension-pending' } })

  const list = async (as: Client) => answered(await as.get(`/cases/${id}/extensions`), 200).body.items
  expect(await list(customer)).toMatchObject([
    {
      number: 1,
      state: 'waiting',
      until: offer.latest,
      reason: 'Umbau',
      askedByOrganisation: 'Rheinnetz GmbH',
      askedAt: now,
      decidedBy: null,
      actions: [],
    },
  ])
  for (const [role, email] of Object.entries({
    desk: people.desk,
    finance: people.finance,
    administrator: people.administrator,
  })) {
    const [one] = await list(await world.as(email))
    expect(one.actions, role).toEqual(asked.approvedBy.includes(role) ? ['decide-extension'] : [])
  }
  const decider = asked.approvedBy.includes('desk') ? desk : await world.as(people.finance)
  answered(await decider.put(`/cases/${id}/extensions/1/decision`, { granted: false, note: 'Zu lang.' }), 200)
  expect(await list(desk)).toMatchObject([
    { state: 'denied', decidedAt: now, decidedBy: expect.any(String), note: 'Zu lang.', actions: [] },
  ])
  expect((await offerOf(customer, id)).possible).toBe(true)
})

test('why nothing can be asked for, in the reader’s language', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  const finance = await world.as(people.finance)
  const offer = await offerOf(customer, id)
  answered(await customer.post(`/cases/${id}/extensions`, { until: offer.latest, reason: 'Umbau' }), 201)
  const [{ approvedBy }] = answered(await finance.get(`/cases/${id}/extensions`), 200).body.items
  const decider = approvedBy.includes('desk') ? await world.as(people.desk) : finance
  answered(await decider.put(`/cases/${id}/extensions/1/decision`, { granted: true }), 200)
  const full = answered(
    await customer.get(`/cases/${id}/extension-offer`, { 'accept-language': 'de' }),
    200,
  ).body
  expect(full).toMatchObject({ possible: false, earliest: null, latest: null })
  expect(['extension-too-many', 'extension-at-maximum']).toContain(full.whyNot.code)
  expect(full.whyNot.sentence).toMatch(/Frist/)

  answered(await finance.post(`/cases/${id}/waivers`, { rows: [1], reason: 'im Werk verbrannt' }), 200)
  expect((await offerOf(customer, id)).whyNot.code).toBe('case-closed')
})

test('a stranger learns nothing, and who cannot ask is not offered anything', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  const other = await world.as(people.otherCustomer)
  expect((await other.get(`/cases/${id}/extensions`)).status).toBe(404)
  expect((await other.get(`/cases/${id}/extension-offer`)).status).toBe(404)
  expect((await (await world.as(people.viewer)).get(`/cases/${id}/extension-offer`)).status).toBe(403)
})

test('after the due date the desk sees who decides about a late request', async () => {
  const order = { placedOn: '2026-08-10' }
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }], { order })
  const offer = await offerOf(await world.as(people.desk), id, '?for=customer')
  expect(offer).toMatchObject({ possible: true, late: true, earliest: '2026-11-20' })
})
