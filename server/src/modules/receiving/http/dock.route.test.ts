import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, openCase } from '../../../../test/fixtures/cases.ts'
import { photograph } from '../../../../test/fixtures/signed-documents.ts'
import { type Client, people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
let dock: Client
let desk: Client
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  ;[dock, desk, customer] = await Promise.all([
    world.as(people.dock),
    world.as(people.desk),
    world.as(people.customer),
  ])
})
afterAll(() => world.close())

const sku = 'MX480BASE-AC'
const opened = async (reference?: string) =>
  answered(await dock.post('/receipts', { site: 'austin', ...(reference && { reference }) }), 201).body
const scan = async (receipt: { id: string }, body: object): Promise<Reply['body']> =>
  answered(await dock.post(`/receipts/${receipt.id}/scans`, body), 201).body

test('the docks of the programmes, with their addresses', async () => {
  const { items, next } = answered(await dock.get('/receiving-sites'), 200).body
  expect(next).toBeNull()
  expect(items).toContainEqual({
    id: 'austin',
    address: expect.arrayContaining([expect.stringContaining('Stassney')]),
    country: 'US',
    programmes: ['juniper-tmip'],
  })
  const first = answered(await dock.get('/receiving-sites?limit=1'), 200).body
  expect(first.items).toEqual(items.slice(0, 1))
})

test('receipts: the open ones first, closed once and for all, a page at a time', async () => {
  const receipts = [await opened('one'), await opened('two'), await opened('three')]
  expect(receipts[0]).toMatchObject({
    openedByName: 'Doc King',
    closedAt: null,
    actions: ['scan-device', 'close-receipt'],
  })
  const closed = answered(await dock.post(`/receipts/${receipts[2].id}/closing`), 200).body
  expect(closed).toMatchObject({ closedAt: expect.any(String), actions: [] })
  expect(answered(await dock.post(`/receipts/${receipts[2].id}/closing`), 200).body).toEqual(closed)
  const refused = await dock.post(`/receipts/${receipts[2].id}/scans`, { serial: 'ABC123' })
  expect([refused.status, refused.body.code]).toEqual([409, 'receipt-closed'])

  const all: { reference: string }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Reply = await dock.get(`/receipts?limit=1${cursor && `&cursor=${cursor}`}`)
    all.push(...answered(page, 200).body.items)
    cursor = page.body.next
  }
  expect(all.map(({ reference }) => reference)).toEqual(['two', 'one', 'three'])
  const named = async (query: string) =>
    answered(await desk.get(`/receipts?${query}`), 200).body.items.map(
      ({ reference }: { reference: string }) => reference,
    )
  expect(await named('open=true')).toEqual(['two', 'one'])
  expect(await named('open=false')).toEqual(['three'])
  expect((await customer.get('/receipts')).status).toBe(403)
})

test('a dock of another contractor sees and touches nothing of it', async () => {
  const administrator = await world.as(people.administrator)
  const organisation = answered(
    await administrator.post('/organisations', {
      kind: 'receiver',
      name: 'Andere Rampe',
      account: 'DOCK-2',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      language: 'de',
    }),
    201,
  ).body
  const person = { email: 'rampe@example.org', name: 'Rampe', language: 'de', roles: ['receiving'] }
  answered(
    await administrator.post(`/organisations/${organisation.id}/people`, {
      ...person,
      password: 'sample-password-2026',
    }),
    201,
  )
  const other = await world.as(person.email)
  const mine = await opened()
  const held = await scan(mine, { serial: 'FREMD-77' })
  answered(await dock.upload(`/receipts/${mine.id}/scans/1/photos`, await photograph(), 'p.jpg'), 201)
  expect(answered(await other.get('/receipts'), 200).body.items).toEqual([])
  for (const reply of [
    await other.get(`/receipts/${mine.id}/scans`),
    await other.post(`/receipts/${mine.id}/scans`, { serial: 'ABC123' }),
    await other.post(`/receipts/${mine.id}/closing`),
    await other.get(`/receipts/${mine.id}/scans/1/photos/1`),
    await other.upload(`/receipts/${mine.id}/scans/1/photos`, await photograph(), 'p.jpg'),
  ])
    expect([reply.status, reply.body.code]).toEqual([404, 'receipt-not-found'])
  expect(held.held).toBe(true)
})

test('nobody can read it: held with a number of its own, and a photo without place and time', async () => {
  const receipt = await opened()
  const missing = await dock.post(`/receipts/${receipt.id}/scans`, { sku })
  expect([missing.status, missing.body.code]).toEqual([400, 'invalid-request'])
  const held = await scan(receipt, { unreadable: true, sku, note: 'Etikett verbrannt' })
  expect(held).toMatchObject({
    scanned: null,
    outcome: 'unreadable',
    signal: 'red',
    held: true,
    shelfNumber: expect.stringMatching(/^H-[0-9A-Z]{7}$/),
    caseId: null,
    photos: [],
    actions: ['add-photo'],
  })
  const original = await sharp({
    create: { width: 3000, height: 2000, channels: 3, background: '#808080' },
  })
    .withExif({ IFD0: { Model: 'Telephone 9' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 56/1 0/1' } })
    .jpeg()
    .toBuffer()
  const at = `/receipts/${receipt.id}/scans/1/photos`
  expect(answered(await dock.upload(at, original, 'photo.heic'), 201).body.photos).toEqual([1])
  expect(answered(await dock.upload(at, await photograph(), 'photo.jpg'), 201).body.photos).toEqual([1, 2])
  const picture = answered(await desk.get(`${at}/1`), 200)
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(picture.headers.get('content-disposition')).toMatch(/^inline;/)
  expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  const { width, height, exif } = await sharp(picture.bytes).metadata()
  expect([width, height, exif]).toEqual([2000, 1333, undefined])
  expect((await desk.get(`${at}/3`)).body.code).toBe('photo-not-found')
  const goods = answered(await desk.get('/unmatched-goods'), 200).body.items.find(
    ({ shelfNumber }: { shelfNumber: string }) => shelfNumber === held.shelfNumber,
  )
  expect(goods).toMatchObject({ serial: null, photos: [1, 2], note: 'Etikett verbrannt', site: 'austin' })
})

test('what is no photograph is refused and leaves nothing', async () => {
  const receipt = await opened()
  await scan(receipt, { unreadable: true })
  const at = `/receipts/${receipt.id}/scans/1/photos`
  const sent = async (bytes: Uint8Array, to = at) => {
    const reply = await dock.upload(to, bytes, 'photo.jpg')
    return [reply.status, reply.body.code]
  }
  const small = sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
  const bomb = await small.clone().jpeg().toBuffer()
  const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]))
  bomb.writeUInt16BE(50_000, frame + 5)
  bomb.writeUInt16BE(50_000, frame + 7)
  expect(await sent(bomb)).toEqual([422, 'too-many-pixels'])
  expect(await sent(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual([415, 'picture-kind'])
  expect(await sent(await small.clone().gif().toBuffer())).toEqual([415, 'picture-kind'])
  expect(await sent((await small.clone().png().toBuffer()).subarray(0, 90))).toEqual([422, 'picture-damaged'])
  expect(await sent(Buffer.alloc(15 * 1024 * 1024 + 1, '\xff\xd8\xff', 'latin1'))).toEqual([
    413,
    'upload-too-large',
  ])
  expect(await sent(bomb, `/receipts/${receipt.id}/scans/9/photos`)).toEqual([404, 'scan-not-found'])
  const { items } = answered(await dock.get(`/receipts/${receipt.id}/scans`), 200).body
  expect(items[0].photos).toEqual([])
})

test('the same photo with the same key is one photo', async () => {
  const receipt = await opened()
  await scan(receipt, { unreadable: true })
  const at = `/receipts/${receipt.id}/scans/1/photos`
  const once = { 'idempotency-key': 'photo-of-the-day' }
  const bytes = await photograph()
  answered(await dock.upload(at, bytes, 'p.jpg', once), 201)
  const again = answered(await dock.upload(at, bytes, 'p.jpg', once), 201)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(answered(await dock.get(`/receipts/${receipt.id}/scans`), 200).body.items[0].photos).toEqual([1])
})

test('the answer says what the dock may know, and nothing of other customers', async () => {
  const mine = await openCase(customer, [{ sku, quantity: 2 }], {
    serials: { 1: 'DOCKAA11', 2: 'DOCKAA12' },
  })
  const theirs = await openCase(await world.as(people.otherCustomer), [{ sku, quantity: 1 }], {
    serials: { 1: 'DOCKBB11' },
    order: { customerAccount: 'C-1002' },
  })
  const receipt = await opened()
  expect(await scan(receipt, { serial: 'DOCKAA11' })).toMatchObject({
    outcome: 'expected',
    expectedSku: sku,
    toBeDestroyed: false,
    shelfNumber: null,
    caseId: mine.id,
  })
  const foreign = await scan(receipt, { serial: 'DOCKBB11', caseNumber: mine.id })
  expect(foreign).toMatchObject({ outcome: 'other-customer', caseId: null, row: null, expectedSku: null })
  expect(JSON.stringify(foreign)).not.toContain(theirs.id)
  const wrong = await scan(receipt, { serial: 'DOCKAA12', sku: 'MX960BASE-DC' })
  expect(wrong).toMatchObject({ outcome: 'wrong-sku', expectedSku: sku, caseId: null, row: null })
  expect(await scan(receipt, { serial: 'DOCKAA11' })).toMatchObject({
    outcome: 'already-received',
    caseId: null,
  })
  const listed = answered(await dock.get(`/receipts/${receipt.id}/scans`), 200).body.items
  expect(listed[1]).toEqual(foreign)
})

test('held goods: found by the beginning of the serial, suggested, assigned, and then among the resolved', async () => {
  const near = await openCase(customer, [{ sku, quantity: 3 }], { serials: { 1: 'SUGGESTO1' } })
  const receipt = await opened()
  // One letter O read as a zero, and the label of the case on the box.
  const held = await scan(receipt, { serial: 'SUGGEST01', sku, caseNumber: near.id })
  expect(held).toMatchObject({ outcome: 'unknown', held: true })
  const found = async (query: string) =>
    answered(await desk.get(`/unmatched-goods?${query}`), 200).body.items.map(
      ({ serial }: { serial: string }) => serial,
    )
  expect(await found('serial=sugg')).toEqual(['SUGGEST01'])
  expect(await found('serial=sugg&status=resolved')).toEqual([])
  expect(await found('serial=_UGG')).toEqual([])
  const at = `/unmatched-goods/${receipt.id}/${held.number}`
  const { items } = answered(await desk.get(`${at}/suggestions`), 200).body
  expect(items[0]).toMatchObject({
    caseId: near.id,
    row: 1,
    serial: 'SUGGESTO1',
    customerName: 'Rheinnetz GmbH',
    why: ['similar-serial', 'label-case', 'same-sku'],
  })
  expect(items.map(({ row }: { row: number }) => row)).toEqual(expect.arrayContaining([2, 3]))
  expect((await dock.get(`${at}/suggestions`)).status).toBe(403)
  expect((await desk.get(`/unmatched-goods/${receipt.id}/99/suggestions`)).body.code).toBe('goods-not-found')
  const assigned = answered(await desk.post(`${at}/assignment`, { caseId: near.id, row: 1 }), 200).body
  expect(assigned).toMatchObject({ resolvedAt: expect.any(String), actions: [] })
  expect(await found('status=resolved')).toEqual(['SUGGEST01'])
  expect(await found('serial=SUGGEST01')).toEqual([])
  expect(answered(await desk.get(`${at}/suggestions`), 200).body.items[0]?.row).not.toBe(1)
})
