import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, type OpenedCase, openCase } from '../../../../test/fixtures/cases.ts'
import { type Client, client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let now = '2026-11-03T09:00:00.000Z'
let world: TestHouse
let customer: Client
let desk: Client
let finance: Client
let administrator: Client
let destroyed: OpenedCase
let receipt: string

const keyOf = async (person: string): Promise<Client> => {
  const key = answered(await (await world.as(person)).post('/api-keys', { name: 'queue' }), 201).body
  return client(world.address, key.token)
}

/** One of each kind, ten minutes apart: a device nobody knows, a certificate, two extensions, a message. */
beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  customer = await keyOf(people.customer)
  desk = await keyOf(people.desk)
  finance = await keyOf(people.finance)
  administrator = await keyOf(people.administrator)
  const dock = await keyOf(people.dock)
  const later = () => {
    now = new Date(Date.parse(now) + 600_000).toISOString()
  }
  receipt = answered(await dock.post('/receipts', { site: 'austin' }), 201).body.id
  answered(await dock.post(`/receipts/${receipt}/scans`, { serial: 'NOBODYS1' }), 201)
  later()
  destroyed = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }], {
    route: 'destroy',
    serials: { 1: 'JN1231A2BAFC', 2: 'JN1231A2CAFC' },
  })
  const at = `/cases/${destroyed.id}/certificates`
  answered(await customer.post(at, {}), 201)
  const paper = await customer.get(`${at}/1/paper`)
  answered(await customer.upload(`${at}/1/signed-document`, paper.bytes, 'signed.pdf'), 201)
  for (const until of ['2027-02-20', '2027-07-20']) {
    later()
    const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
    answered(await customer.post(`/cases/${id}/extensions`, { until, reason: 'Umbau' }), 201)
  }
  later()
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])
  answered(await customer.post(`/cases/${id}/messages`, { text: 'Wann kommt das Etikett?' }), 201)
}, 240_000)
afterAll(() => world.close())

const read = async (as: Client, query = '') => answered(await as.get(`/queue${query}`), 200).body
const kinds = async (as: Client, query = '') =>
  (await read(as, query)).items.map((one: { kind: string }) => one.kind)

test('what needs the desk, the most urgent first; the higher tier of extensions is not its own', async () => {
  const { items, counts, next } = await read(desk)
  expect(items.map((one: { kind: string }) => one.kind)).toEqual([
    'thread-answer',
    'certificate-review',
    'extension-decision',
    'unmatched-goods',
  ])
  expect(next).toBeNull()
  expect(counts).toEqual([
    { kind: 'certificate-review', count: 1 },
    { kind: 'extension-decision', count: 1 },
    { kind: 'thread-answer', count: 1 },
    { kind: 'unmatched-goods', count: 1 },
  ])
  const [, certificate, extension, goods] = items
  expect(certificate).toMatchObject({
    since: '2026-11-03T09:10:00.000Z',
    // Three working days, to the end of the day in Berlin.
    urgentAt: '2026-11-06T23:00:00.000Z',
    overdue: false,
    caseId: destroyed.id,
    orderNumber: destroyed.orderNumber,
    customerName: 'Rheinnetz GmbH',
    receiptId: null,
    number: 1,
    count: 2,
    atRisk: { amount: '6400.00' },
    actions: ['decide-certificate', 'download-signed-certificate', 'read-case'],
  })
  expect(extension.sentence).toBe('A request for more time until February 20, 2027 must be decided.')
  expect(goods).toMatchObject({
    caseId: null,
    customerName: null,
    receiptId: receipt,
    number: 1,
    atRisk: null,
    urgentAt: answered(await desk.get('/unmatched-goods'), 200).body.items[0].heldUntil,
    actions: ['assign-unmatched-goods'],
  })
  expect(goods.sentence).toContain('NOBODYS1')
})

test('in the reader’s language', async () => {
  const { body } = await desk.get('/queue?kind=thread-answer', { 'accept-language': 'de' })
  expect(body.items.map((one: { sentence: string }) => one.sentence)).toEqual([
    'Eine Nachricht wartet auf Antwort.',
  ])
})

test('everybody sees what they may do, and nothing else', async () => {
  const financial = await read(finance)
  expect(financial.items.map((one: { kind: string }) => one.kind)).toEqual(['extension-decision'])
  expect(financial.items[0].sentence).toContain('July 20, 2027')
  expect(financial.counts).toEqual([
    { kind: 'charge-back-decision', count: 0 },
    { kind: 'extension-decision', count: 1 },
  ])
  expect(await kinds(administrator)).toEqual(['extension-decision', 'extension-decision'])
  expect(await kinds(finance, '?kind=certificate-review')).toEqual([])
  expect((await customer.get('/queue')).status).toBe(403)
})

test('page by page it is the whole queue, also where one kind follows another', async () => {
  const whole = (await read(desk)).items
  for (const limit of [1, 2, 3]) {
    const found: unknown[] = []
    let cursor = ''
    do {
      const page = await read(desk, `?limit=${limit}${cursor}`)
      found.push(...page.items)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect(found).toEqual(whole)
  }
  for (const parts of [
    ['soon', 'gossip', 'x', 1],
    ['soon', 'thread-answer', 'x', 1],
    ['-271821-04-20T00:00:00Z', 'thread-answer', 'x', 1],
    ['2026-11-03T09:00:00Z', 'unmatched-goods', 'x', 1],
    ['2026-11-03T09:00:00Z', 'thread-answer', 'x', 'y'],
  ]) {
    const made = Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect((await desk.get(`/queue?cursor=${made}`)).body.code, String(parts)).toBe('cursor-invalid')
  }
})

test('is overdue once the promise is, and empty once it is done', async () => {
  now = '2026-11-06T23:00:00.000Z'
  expect((await read(desk, '?kind=certificate-review')).items[0].overdue).toBe(true)
  answered(await desk.put(`/cases/${destroyed.id}/certificates/1/decision`, { decision: 'accept' }), 200)
  expect(await kinds(desk, '?kind=certificate-review')).toEqual([])
  const [extension] = (await read(desk, '?kind=extension-decision')).items
  const decision = { granted: true }
  answered(await desk.put(`/cases/${extension.caseId}/extensions/1/decision`, decision), 200)
  const [thread] = (await read(desk, '?kind=thread-answer')).items
  answered(await desk.post(`/cases/${thread.caseId}/messages`, { text: 'Morgen.' }), 201)
  expect(await kinds(desk)).toEqual(['unmatched-goods'])
})

test('a charge-back waits for a second person, never for the one who proposed it', async () => {
  now = '2026-11-07T09:00:00.000Z'
  const second = await keyOf('finance2@vendor.example')
  const opened = []
  for (const serial of ['CBQ1', 'CBQ2'])
    opened.push(await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 2 }], { serials: { 1: serial } }))
  now = '2027-02-20T10:00:00.000Z'
  const proposal = { reason: 'Never came back' }
  for (const { id } of opened) {
    answered(await finance.post(`/cases/${id}/charge-backs`, proposal), 201)
    now = new Date(Date.parse(now) + 60_000).toISOString()
  }
  const only = '?kind=charge-back-decision'
  const { items, counts } = await read(second, only)
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({
    since: '2027-02-20T10:00:00.000Z',
    // Nobody was promised one.
    urgentAt: null,
    overdue: false,
    sentence:
      'Finn Nance schlägt vor, 4.600,00\u00a0€ für 2 Geräte nachzubelasten; eine zweite Person muss entscheiden.',
    caseId: opened[0]?.id,
    customerName: 'Rheinnetz GmbH',
    number: 1,
    count: 2,
    atRisk: { amount: '4600.00' },
    actions: ['decide-charge-back', 'read-case'],
  })
  expect(counts).toContainEqual({ kind: 'charge-back-decision', count: 2 })
  expect((await read(finance, only)).items).toEqual([])
  expect((await read(finance)).counts).toContainEqual({ kind: 'charge-back-decision', count: 0 })
  for (const other of [desk, administrator]) {
    const all = await read(other)
    expect(all.counts.map(({ kind }: { kind: string }) => kind)).not.toContain('charge-back-decision')
    expect((await read(other, only)).items).toEqual([])
  }
  const first = await read(second, `${only}&limit=1`)
  expect((await read(second, `${only}&limit=1&cursor=${first.next}`)).items).toEqual([items[1]])
  const decision = { approved: true, note: '' }
  answered(await second.put(`/cases/${opened[0]?.id}/charge-backs/1/decision`, decision), 200)
  expect((await read(second, only)).items).toEqual([items[1]])
})
