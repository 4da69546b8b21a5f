import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'
import { sealHistory } from '../jobs/seal-history.ts'

let world: TestHouse
let customer: Client
let auditor: Client
let caseId: string
let orderId: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  auditor = await world.as(people.auditor)
  ;({ id: caseId, orderId } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 4 }]))
  answered(
    await customer.put(`/cases/${caseId}/units`, {
      changes: [1, 2, 3].map((row) => ({ row, serial: `JN1231A${row}AFC` })),
    }),
    200,
  )
  answered(await customer.upload(`/cases/${caseId}/attachments`, Buffer.from('plan'), 'Plan.txt'), 201)
  answered(await customer.post(`/cases/${caseId}/messages`, { text: 'Anbei.', attachments: [1] }), 201)
})
afterAll(() => world.close())

const sentences = (items: readonly { sentence: string }[]) => items.map(({ sentence }) => sentence)

describe('history for people', () => {
  test('of a case: sentences in the reader’s language, with names as they are today', async () => {
    const inEnglish = { 'accept-language': 'en' }
    const { items } = answered(await auditor.get(`/cases/${caseId}/history`, inEnglish), 200).body
    expect(sentences(items)).toEqual([
      expect.stringMatching(/^Case opened with 4 devices, due \w+ \d+, \d{4}\.$/),
      '3 devices: serial numbers given.',
      'File “Plan.txt” handed in for the messages.',
      'Message 1 written with one file.',
    ])
    const { name } = answered(await customer.get('/me'), 200).body
    for (const { byName, byOrganisation, by, hash } of items) {
      expect([byName, byOrganisation, by.via]).toEqual([name, 'Rheinnetz GmbH', 'api'])
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
    }
    const inGerman = await auditor.get(`/cases/${caseId}/history?limit=2`, { 'accept-language': 'de' })
    expect(sentences(answered(inGerman, 200).body.items)).toEqual([
      expect.stringMatching(/^Ticket mit 4 Geräten eröffnet, Frist \d+\. \p{L}+ \d{4}\.$/u),
      '3 Geräte: Seriennummern angegeben.',
    ])
    const rest = await auditor.get(`/cases/${caseId}/history?cursor=${inGerman.body.next}`)
    expect(rest.body.items.map(({ seq }: { seq: number }) => seq)).toEqual([3, 4])
  })

  test('of an order and of an organisation', async () => {
    const order = answered(
      await customer.get(`/orders/${orderId}/history`, { 'accept-language': 'en' }),
      200,
    ).body
    expect(sentences(order.items)).toEqual([
      expect.stringMatching(/^Order SO-\w+ registered: 4 old devices owed\.$/),
      `Case ${caseId} took 4 devices.`,
    ])
    const me = answered(await customer.get('/me'), 200).body
    const path = `/organisations/${me.organisation.id}/history`
    const [created, added] = answered(await auditor.get(path, { 'accept-language': 'de' }), 200).body.items
    expect(created).toMatchObject({
      sentence: 'Organisation angelegt: Rheinnetz GmbH, Nummer C-1001.',
      byOrganisation: null,
    })
    expect(['das System', 'der Betrieb']).toContain(created.byName)
    expect(added.sentence).toMatch(/ hinzugefügt, Rolle: /)
    expect((await customer.get(path)).status).toBe(403)
    expect((await auditor.get(path.replace(me.organisation.id, orderId))).status).toBe(404)
  })

  test('a stranger learns nothing', async () => {
    const stranger = await world.as(people.otherCustomer)
    for (const path of [
      `/cases/${caseId}/history/1`,
      `/orders/${orderId}/history/1`,
      `/cases/${caseId}/history`,
      `/cases/${caseId}/history/verification`,
      `/orders/${orderId}/history`,
    ])
      expect((await stranger.get(path)).status, path).toBe(404)
  })
})

test('a list leaves out large bodies, which the entry has whole', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => index + 1)
  const large = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: rows.length }])
  const ofCase = answered(await customer.get(`/cases/${large.id}/history`), 200)
  expect(ofCase.bytes.length).toBeLessThan(10_000)
  const [opened] = ofCase.body.items
  expect(opened.body).toBeNull()
  const entry = answered(await customer.get(`/cases/${large.id}/history/1`), 200).body
  expect(entry).toEqual({ ...opened, body: expect.any(Object) })
  expect(entry.body.units).toHaveLength(rows.length)
  const [registered, taken] = answered(await customer.get(`/orders/${large.orderId}/history`), 200).body.items
  // What is small stands in the list as it is.
  const small = answered(await customer.get(`/orders/${orderId}/history`), 200).body.items[1]
  expect(small).toEqual(answered(await customer.get(`/orders/${orderId}/history/2`), 200).body)
  expect(small.body.rows).toEqual([1, 2, 3, 4])
  const whole = answered(await customer.get(`/orders/${large.orderId}/history/${taken.seq}`), 200).body
  expect(whole.body.rows.toSorted((a: number, b: number) => a - b)).toEqual(rows)
  expect(registered.seq).toBe(1)
  for (const path of [`/cases/${large.id}/history/9`, `/orders/${large.orderId}/history/9`])
    expect(answered(await customer.get(path), 404).body.code).toBe('history-entry-not-found')
})

describe('the proof', () => {
  const verification = async (as = auditor) =>
    answered(await as.get(`/cases/${caseId}/history/verification`, { 'accept-language': 'en' }), 200).body
  /** As somebody with the database's password would; undone afterwards. */
  const forge = async (statement: string, undo: string) => {
    await replica(statement)
    undoing = undo
  }
  let undoing: string | undefined
  const replica = async (statement: string) => {
    const db = await world.house.db.connect()
    try {
      await db.query('set session_replication_role = replica')
      expect((await db.query(statement)).rowCount).toBeGreaterThan(0)
    } finally {
      await db.query('reset session_replication_role')
      db.release()
    }
  }
  afterEach(async () => {
    if (undoing !== undefined) await replica(undoing)
    undoing = undefined
    expect((await verification()).verified).toBe(true)
  })

  test('holds, with the head of the case and the seal over it', async () => {
    const { rows } = await world.house.db.query<{ count: number }>(
      'select count(*)::int as count from fact where root = $1',
      [`order:${orderId}`],
    )
    const items = (await auditor.get(`/cases/${caseId}/history`)).body.items
    const before = await verification(customer)
    expect(before).toMatchObject({
      verified: true,
      difference: null,
      facts: rows[0]?.count,
      head: items.at(-1).hash,
      seal: null,
    })
    expect(before.rows).toBeGreaterThan(8)

    await sealHistory(world.house.db, world.house.clock())
    const seals = answered(await auditor.get('/seals'), 200).body
    expect(seals.items).toMatchObject([{ number: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect((await verification()).seal).toEqual({ number: 1, at: seals.items[0].at })
    expect((await customer.get('/seals')).status).toBe(403)
  })

  test.each([
    [
      'a changed row',
      `update unit set serial = 'JN0000000AFC' where serial = 'JN1231A2AFC'`,
      `update unit set serial = 'JN1231A2AFC' where serial = 'JN0000000AFC'`,
      { what: 'column-differs', where: /^unit .* 2 serial$/, found: 'JN0000000AFC', expected: 'JN1231A2AFC' },
    ],
    [
      'a changed message',
      `update message set text = 'Anders.'`,
      `update message set text = 'Anbei.'`,
      { what: 'column-differs', where: /^message TM-\S+ 1 text$/ },
    ],
    [
      'a row that nobody wrote',
      `insert into attachment select case_id, 9, customer_id, file, file_name, size, media_type, uploaded_by, uploaded_at, 1 from attachment`,
      'delete from attachment where number = 9',
      { what: 'row-unexplained', where: /^attachment TM-\S+ 9$/ },
    ],
    [
      'a fact that says something else',
      `update fact set body = replace(body::text, 'Anbei.', 'Dabei.')::json where type = 'message-posted'`,
      `update fact set body = replace(body::text, 'Dabei.', 'Anbei.')::json where type = 'message-posted'`,
      { what: 'chain-broken', where: /^case:TM-\S+ #4$/ },
    ],
  ])('finds %s', async (_what, statement, undo, { where, ...difference }) => {
    await forge(statement, undo)
    const found = await verification()
    expect(found.verified).toBe(false)
    expect(found.difference).toMatchObject(difference)
    expect(found.difference.where).toMatch(where)
    expect(found.difference.sentence).toContain(found.difference.where)
  })

  test('is about this order: what was forged elsewhere does not stain it', async () => {
    const other = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
    await forge(
      `update cases set owed = owed + 1 where id = '${other.id}'`,
      `update cases set owed = owed - 1 where id = '${other.id}'`,
    )
    expect((await verification()).verified).toBe(true)
    const there = await auditor.get(`/cases/${other.id}/history/verification`)
    expect(there.body).toMatchObject({ verified: false, difference: { what: 'column-differs' } })
  })
})
