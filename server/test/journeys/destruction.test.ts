/** The other way: destroyed at the customer's, proved by a signed certificate, and what can go wrong with it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOneJpeg, asPdf, signedAndScanned } from '../../demo/scanned-page.ts'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { answered, balancesOf, caseOf, dockOf, historyOf, openCase, unitOf } from '../fixtures/cases.ts'
import { photograph, signedPdf } from '../fixtures/signed-documents.ts'
import { type Client, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let customer: Client
let desk: Client
beforeAll(async () => {
  world = await startHouse()
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
})
afterAll(() => world.close())

const chassis = (quantity: number) => [{ sku: 'MX240BASE-AC', quantity }]
const issue = async (id: string, rows?: readonly number[]) =>
  answered(await customer.post(`/cases/${id}/certificates`, rows ? { rows } : {}), 201).body
const submit = (id: string, number: number, file: Uint8Array, name: string, by = customer) =>
  by.upload(`/cases/${id}/certificates/${number}/signed-document`, file, name)
const decide = (id: string, number: number, choice: Record<string, unknown>) =>
  desk.put(`/cases/${id}/certificates/${number}/decision`, choice)

test('a scanned JPEG is rejected with a code, a new version is signed and accepted, the case closes', async () => {
  const opened = await openCase(customer, chassis(2), {
    route: 'destroy',
    serials: { 1: 'JN11DES1', 2: 'JN11DES2' },
  })
  const base = `/cases/${opened.id}/certificates`
  expect((await caseOf(customer, opened.id)).waitingOn).toMatchObject({
    on: 'customer',
    because: 'certificate-missing',
  })
  const first = await issue(opened.id)
  expect(first).toMatchObject({ number: 1, certificateVersion: 1, state: 'issued' })
  expect(first.lines.map(({ serial }: { serial: string }) => serial)).toEqual(['JN11DES1', 'JN11DES2'])

  const paper = await customer.get(`${base}/1/paper?language=de`)
  const jpeg = await asOneJpeg(await signedAndScanned(paper.bytes))
  // By its content a JPEG, whatever it is called; the signatory may hand it in.
  const handedIn = answered(
    await submit(opened.id, 1, jpeg, 'scan.pdf', await world.as(people.signatory)),
    201,
  )
  expect(handedIn.body).toMatchObject({
    state: 'submitted',
    signed: {
      mediaType: 'image/jpeg',
      fileName: 'scan.pdf',
      sha256: createHash('sha256').update(jpeg).digest('hex'),
    },
  })
  expect(Buffer.compare((await desk.get(`${base}/1/signed-document`)).bytes, jpeg)).toBe(0)
  const review = await caseOf(customer, opened.id)
  expect(review.units).toMatchObject({ 'destruction-declared': 2 })
  expect(review.waitingOn).toMatchObject({ on: 'desk', because: 'certificate-review' })

  const nonsense = answered(await decide(opened.id, 1, { decision: 'reject', reason: 'ugly' }), 422).body
  expect(nonsense.code).toBe('rejection-code-unknown')
  const rejected = answered(
    await decide(opened.id, 1, { decision: 'reject', reason: 'unsigned', note: 'Page 2' }),
    200,
  )
  expect(rejected.body).toMatchObject({ state: 'rejected', decision: { reason: 'unsigned', note: 'Page 2' } })
  expect(answered(await submit(opened.id, 1, jpeg, 'again.jpg'), 409).body.code).toBe('certificate-not-open')
  expect((await caseOf(customer, opened.id)).waitingOn).toMatchObject({
    on: 'customer',
    because: 'certificate-missing',
  })
  expect(await balancesOf(customer, opened.orderId)).toEqual({ granted: '-4600.00', exposure: '4600.00' })

  expect(await issue(opened.id)).toMatchObject({ number: 2, certificateVersion: 2 })
  answered(await submit(opened.id, 2, jpeg, 'signed.jpg'), 201)
  expect(answered(await decide(opened.id, 2, { decision: 'accept' }), 200).body.state).toBe('accepted')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(await balancesOf(customer, opened.orderId)).toEqual({
    granted: '-4600.00',
    exposure: '0.00',
    secured: '4600.00',
  })
  expect(await historyOf(customer, opened.id)).toEqual([
    'case-opened',
    'units-changed',
    'units-changed',
    'certificate-issued',
    'certificate-submitted',
    'certificate-rejected',
    'certificate-issued',
    'certificate-submitted',
    'certificate-accepted',
    'case-closed',
  ])
})

test('a scanned PDF names fewer devices than the certificate: only those are certified', async () => {
  const opened = await openCase(customer, chassis(3), {
    route: 'destroy',
    serials: { 1: 'JN11FEW1', 2: 'JN11FEW2', 3: 'JN11FEW3' },
  })
  await issue(opened.id)
  const paper = await customer.get(`/cases/${opened.id}/certificates/1/paper`)
  const pdf = await asPdf(await signedAndScanned(paper.bytes))
  expect(answered(await submit(opened.id, 1, pdf, 'signed.jpg'), 201).body.signed.mediaType).toBe(
    'application/pdf',
  )
  const more = answered(await decide(opened.id, 1, { decision: 'accept', rows: [1, 4] }), 422).body
  expect(more).toMatchObject({ code: 'units-not-on-certificate', data: { rows: [4] } })
  answered(
    await decide(opened.id, 1, { decision: 'accept', rows: [1, 3], note: 'Device 2 is not named' }),
    200,
  )
  expect((await caseOf(customer, opened.id)).units).toMatchObject({ certified: 2, identified: 1 })
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({
    secured: '4600.00',
    exposure: '2300.00',
  })

  expect((await issue(opened.id)).lines.map(({ row }: { row: number }) => row)).toEqual([2])
  answered(await submit(opened.id, 2, await signedPdf(), 'rest.pdf'), 201)
  answered(await decide(opened.id, 2, { decision: 'accept' }), 200)
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
})

test('certificate for a device that arrives: the receipt wins, the rest of the certificate stands', async () => {
  const opened = await openCase(customer, chassis(2), {
    route: 'destroy',
    serials: { 1: 'JN11BOTH1', 2: 'JN11BOTH2' },
  })
  await issue(opened.id)
  answered(await submit(opened.id, 1, await photograph(), 'signed.jpg'), 201)
  const scan = await dockOf(await world.as(people.dock))
  expect(await scan('JN11BOTH1')).toMatchObject({
    outcome: 'was-to-be-destroyed',
    signal: 'yellow',
    held: false,
  })
  expect(await unitOf(customer, opened.id, 1)).toMatchObject({ state: 'accepted', route: 'return' })
  expect((await customer.get(`/cases/${opened.id}/certificates/1`)).body.state).toBe('submitted')
  expect(answered(await decide(opened.id, 1, { decision: 'accept', rows: [1] }), 422).body.data.rows).toEqual(
    [1],
  )
  answered(await decide(opened.id, 1, { decision: 'accept' }), 200)
  expect(await unitOf(customer, opened.id, 2)).toMatchObject({ state: 'certified', route: 'destroy' })
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(await balancesOf(customer, opened.orderId)).toMatchObject({ secured: '4600.00', exposure: '0.00' })
})

test('arrives although it was to be destroyed, alone on its certificate: the certificate is void', async () => {
  const opened = await openCase(customer, chassis(1), { route: 'destroy', serials: { 1: 'JN11VOID' } })
  await issue(opened.id)
  answered(await submit(opened.id, 1, await photograph(), 'signed.jpg'), 201)
  const scan = await dockOf(await world.as(people.dock))
  expect((await scan('JN11VOID')).outcome).toBe('was-to-be-destroyed')
  expect((await customer.get(`/cases/${opened.id}/certificates/1`)).body.state).toBe('voided')
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
  expect(answered(await decide(opened.id, 1, { decision: 'accept' }), 409).body).toMatchObject({
    code: 'certificate-not-in-review',
    data: { state: 'voided' },
  })
})

test('destroyed before: a device that is certified and turns up at the dock is held and earns nothing', async () => {
  const opened = await openCase(customer, chassis(1), { route: 'destroy', serials: { 1: 'JN11GHOST' } })
  await issue(opened.id)
  answered(await submit(opened.id, 1, await signedPdf(), 'signed.pdf'), 201)
  answered(await decide(opened.id, 1, { decision: 'accept' }), 200)
  const balances = await balancesOf(customer, opened.orderId)
  const scan = await dockOf(await world.as(people.dock))
  expect(await scan('JN11GHOST')).toMatchObject({ outcome: 'destroyed-before', signal: 'red', held: true })
  expect(await balancesOf(customer, opened.orderId)).toEqual(balances)
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
})

test('a certificate printed before a serial changed, or before there was one, is refused', async () => {
  const opened = await openCase(customer, chassis(2), { route: 'destroy', serials: { 1: 'JN11OLD' } })
  await issue(opened.id)
  const unnamed = answered(await submit(opened.id, 1, await signedPdf(), 'signed.pdf'), 409).body
  expect(unnamed).toMatchObject({ code: 'certificate-serials-missing', data: { rows: [2] } })

  answered(await customer.put(`/cases/${opened.id}/units/2`, { serial: 'JN11SECOND' }), 200)
  answered(await customer.put(`/cases/${opened.id}/units/1`, { serial: 'JN11NEW' }), 200)
  const outdated = answered(await submit(opened.id, 1, await signedPdf(), 'signed.pdf'), 409).body
  expect(outdated).toMatchObject({ code: 'certificate-outdated', data: { rows: [1, 2] } })
  expect((await caseOf(customer, opened.id)).units.identified).toBe(2)

  await issue(opened.id)
  answered(await submit(opened.id, 2, await signedPdf(), 'signed.pdf'), 201)
  // What is declared destroyed under a serial keeps it.
  const locked = answered(
    await customer.put(`/cases/${opened.id}/units/1`, { serial: 'JN11THIRD' }),
    409,
  ).body
  expect(locked.code).toBe('serial-locked')
})

test('two certificates in one case, each for its own devices', async () => {
  const opened = await openCase(customer, chassis(2), {
    route: 'destroy',
    serials: { 1: 'JN11ONE', 2: 'JN11TWO' },
  })
  await issue(opened.id, [1])
  await issue(opened.id, [2])
  answered(await submit(opened.id, 2, await photograph(), 'two.jpg'), 201)
  expect(
    answered(await customer.post(`/cases/${opened.id}/certificates`, { rows: [2] }), 409).body,
  ).toMatchObject({
    code: 'units-not-to-destroy',
    data: { rows: [2] },
  })
  answered(await submit(opened.id, 1, await signedPdf(), 'one.pdf'), 201)
  answered(await decide(opened.id, 2, { decision: 'accept' }), 200)
  expect((await caseOf(customer, opened.id)).waitingOn.because).toBe('certificate-review')
  answered(await decide(opened.id, 1, { decision: 'accept' }), 200)
  expect((await caseOf(customer, opened.id)).status).toBe('closed')
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})
