import { PDF } from '@libpdf/core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { photograph } from '../../../../test/fixtures/signed-documents.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
let customer: Client
let desk: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
})
afterAll(() => world.close())

async function submitted(serials: readonly [string, string], file: Uint8Array) {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 2 }], {
    route: 'destroy',
    serials: { 1: serials[0], 2: serials[1] },
  })
  const at = `/cases/${id}/certificates`
  const issued = answered(await customer.post(at, {}), 201).body
  expect(issued).toMatchObject({
    changed: [],
    actions: ['download-certificate', 'submit-signed-certificate'],
  })
  const sent = answered(await customer.upload(`${at}/1/signed-document`, file, 'signed.pdf'), 201).body
  return { id, at, issued, sent }
}

test('the desk sees the pages of a PDF as pictures of ours', async () => {
  const pdf = PDF.create()
  for (const _page of [1, 2]) pdf.addPage({ size: 'a4' })
  const { at, issued, sent } = await submitted(['PAGES0001', 'PAGES0002'], await pdf.save())
  expect(sent.signed).toMatchObject({ pages: 2, submittedByName: 'Greta Geräte' })
  expect(sent.credit).toEqual(issued.credit)
  expect(issued.credit.minor).toBeGreaterThan(0)
  const read = answered(await desk.get(`${at}/1`), 200).body
  expect(read.actions).toEqual([
    'download-certificate',
    'read-signed-document-page',
    'download-signed-certificate',
    'decide-certificate',
  ])
  expect(answered(await customer.get(`${at}/1`), 200).body).toEqual({
    ...read,
    actions: ['download-certificate', 'read-signed-document-page', 'download-signed-certificate'],
  })
  const page = answered(await desk.get(`${at}/1/signed-document/pages/2?width=600`), 200)
  expect(page.headers.get('content-type')).toBe('image/jpeg')
  expect(page.headers.get('content-disposition')).toMatch(/^inline;/)
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  const { format, width } = await sharp(page.bytes).metadata()
  expect(format).toBe('jpeg')
  expect([599, 600]).toContain(width)
  expect((await desk.get(`${at}/1/signed-document/pages/3`)).body.code).toBe('page-not-found')
  expect((await desk.get(`${at}/2/signed-document/pages/1`)).body.code).toBe('certificate-not-found')
  for (const wrong of ['pages/0', 'pages/1?width=9999', 'pages/x'])
    expect((await desk.get(`${at}/1/signed-document/${wrong}`)).status).toBe(400)
  const other = await world.as(people.otherCustomer)
  expect((await other.get(`${at}/1/signed-document/pages/1`)).body.code).toBe('case-not-found')
  const decided = answered(
    await desk.put(`${at}/1/decision`, { decision: 'reject', reason: 'unsigned' }),
    200,
  ).body
  expect(decided.decision).toMatchObject({ decidedByName: 'Dana Desk', reason: 'unsigned' })
  expect(answered(await desk.get(`${at}/1`), 200).body).toEqual(decided)
})

test('a photograph is drawn anew, no wider than it was', async () => {
  const { at, sent } = await submitted(['PAGES0003', 'PAGES0004'], await photograph())
  expect(sent.signed.pages).toBe(1)
  const page = answered(await desk.get(`${at}/1/signed-document/pages/1?width=2000`), 200)
  expect((await sharp(page.bytes).metadata()).width).toBe(400)
})

test('a serial number that changed after printing stands beside the printed one', async () => {
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }], {
    route: 'destroy',
    serials: { 1: 'PRINTED01' },
  })
  answered(await customer.post(`/cases/${id}/certificates`, {}), 201)
  answered(await customer.put(`/cases/${id}/units/1`, { serial: 'ANOTHER01' }), 200)
  const { items } = answered(await customer.get(`/cases/${id}/certificates`), 200).body
  expect(items[0].changed).toEqual([{ row: 1, printed: 'PRINTED01', now: 'ANOTHER01' }])
})
