import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered, caseOf, openCase } from '../../../../test/fixtures/cases.ts'
import { refusedInBothLanguages } from '../../../../test/fixtures/refused.ts'
import { type Client, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let world: TestHouse
let customer: Client
let desk: Client
let caseId: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  desk = await world.as(people.desk)
})
afterAll(() => world.close())

const newCase = async () => {
  caseId = (await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }])).id
  return `/cases/${caseId}`
}
const write = async (as: Client, text: string, attachments?: readonly number[]) =>
  answered(await as.post(`/cases/${caseId}/messages`, { text, ...(attachments && { attachments }) }), 201)
    .body
const attach = async (as: Client, content: string | Uint8Array, fileName: string) =>
  answered(await as.upload(`/cases/${caseId}/attachments`, Buffer.from(content), fileName), 201).body

describe('who waits for whom', () => {
  test('from the first unanswered message of customer or partner until the vendor writes', async () => {
    await newCase()
    const partner = await world.as(people.partner)
    expect(await caseOf(customer, caseId)).toMatchObject({ threadWaitingSince: null, threadAnswerBy: null })
    const first = await write(customer, 'Wann kommt der Spediteur?')
    await write(partner, 'Das wüssten wir auch gern.')
    const waiting = await caseOf(desk, caseId)
    expect(waiting).toMatchObject({ messages: 2, threadWaitingSince: first.postedAt })
    // What the queue of the desk says of it, and what the customer may count on, is one promise.
    const queue = answered(await desk.get('/queue?kind=thread-answer&limit=200'), 200).body.items
    expect(waiting.threadAnswerBy).toBe(
      queue.find((item: { caseId: string }) => item.caseId === caseId).urgentAt,
    )
    expect(waiting.threadAnswerBy > first.postedAt).toBe(true)
    expect(waiting.actions).toContain('settle-thread')
    expect((await caseOf(customer, caseId)).actions).not.toContain('settle-thread')

    await write(desk, 'Am Dienstag.')
    const answeredCase = await caseOf(desk, caseId)
    expect(answeredCase).toMatchObject({ threadWaitingSince: null, threadAnswerBy: null })
    expect(answeredCase.actions).not.toContain('settle-thread')
    expect(answeredCase.actions).toContain('post-message')

    const { items } = answered(await customer.get(`/cases/${caseId}/messages`), 200).body
    expect(
      items.map((one: Record<string, string>) => [one['side'], one['author'], one['organisation']]),
    ).toEqual([
      ['vendor', expect.any(String), expect.any(String)],
      ['partner', expect.any(String), expect.any(String)],
      ['customer', expect.any(String), 'Rheinnetz GmbH'],
    ])
  })

  test('or until the desk says that there is nothing to answer, once', async () => {
    const at = await newCase()
    await write(customer, 'Vielen Dank!')
    const settled = answered(await desk.post(`${at}/thread/settlement`), 200).body
    expect(settled.threadWaitingSince).toBeNull()
    expect(settled.actions).not.toContain('settle-thread')
    expect(settled).toEqual(await caseOf(desk, caseId))
    await refusedInBothLanguages(
      world,
      {
        status: 409,
        code: 'thread-not-waiting',
        en: 'No message of this case waits for an answer',
        de: 'wartet keine Nachricht mehr',
      },
      (headers) => desk.post(`${at}/thread/settlement`, undefined, headers),
    )
  })

  test('a closed case can still be written to', async () => {
    const at = await newCase()
    const finance = await world.as(people.finance)
    answered(await finance.post(`${at}/waivers`, { rows: [1], reason: 'im Werk verbrannt' }), 200)
    expect((await caseOf(customer, caseId)).status).toBe('closed')
    await write(customer, 'Bekommen wir das schriftlich?')
    expect(await caseOf(finance, caseId)).toMatchObject({ status: 'closed', messages: 1 })
  })

  test('a page at a time, newest first, and the same request again writes nothing', async () => {
    const at = await newCase()
    for (const text of ['eins', 'zwei', 'drei']) await write(customer, text)
    const again = { 'idempotency-key': 'the-very-same' }
    const [one, other] = [
      await customer.post(`${at}/messages`, { text: 'vier' }, again),
      await customer.post(`${at}/messages`, { text: 'vier' }, again),
    ]
    expect(other.body).toEqual(one.body)
    const first = answered(await customer.get(`${at}/messages?limit=3`), 200).body
    const second = answered(await customer.get(`${at}/messages?limit=3&cursor=${first.next}`), 200).body
    expect([...first.items, ...second.items].map(({ text }: { text: string }) => text)).toEqual([
      'vier',
      'drei',
      'zwei',
      'eins',
    ])
    expect(second.next).toBeNull()
  })
})

describe('attachments', () => {
  test('go with one message, keep their bytes and are only handed out to be saved', async () => {
    const at = await newCase()
    const page = '<!doctype html><script>alert(1)</script>'
    const html = await attach(customer, page, '../Lageplan „Köln“.html')
    expect(html).toMatchObject({
      number: 1,
      fileName: 'Lageplan „Köln“.html',
      size: page.length,
      message: null,
    })
    expect(html.mediaType).not.toContain('html')
    const pdf = await attach(customer, '%PDF-1.7\n%âãÏÓ\n', 'Rechnung.exe')
    expect(pdf).toMatchObject({ number: 2, mediaType: 'application/pdf' })
    const program = await attach(
      customer,
      Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
      'a.pdf',
    )
    expect(program.mediaType).toBe('application/x-msdownload')

    const posted = await write(customer, 'Anbei.', [2, 1])
    expect(posted.attachments.map(({ number }: { number: number }) => number)).toEqual([1, 2])
    const { items } = answered(await desk.get(`${at}/messages`), 200).body
    expect(items).toEqual([posted])
    const listed = answered(await desk.get(`${at}/attachments`), 200).body.items
    expect(listed.map(({ message }: { message: number }) => message)).toEqual([1, 1, null])
    expect(await caseOf(desk, caseId)).toMatchObject({ messages: 1 })

    const file = await desk.get(`${at}/attachments/1`)
    expect(Buffer.from(file.bytes).toString()).toBe(page)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=/)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await desk.get(`${at}/attachments/4`)).body.code).toBe('attachment-not-found')
  })

  test('that are not there, used, or of somebody else cannot be named', async () => {
    const at = await newCase()
    await attach(customer, 'one', 'one.txt')
    await attach(desk, 'two', 'two.txt')
    await write(customer, 'Anbei.', [1])
    const problem = await refusedInBothLanguages(
      world,
      { status: 422, code: 'attachments-not-usable', en: 'no. 1, 2, and 3', de: 'Nr. 1, 2 und 3' },
      (headers) => customer.post(`${at}/messages`, { text: 'Noch einmal.', attachments: [1, 2, 3] }, headers),
    )
    expect(problem.data).toEqual({ numbers: [1, 2, 3] })
    await write(desk, 'Von uns.', [2])
  })

  test('an empty file, none, or one that is too large leaves nothing behind', async () => {
    const at = await newCase()
    await refusedInBothLanguages(
      world,
      { status: 422, code: 'empty-file', en: 'The file is empty', de: 'Die Datei ist leer' },
      (headers) => customer.upload(`${at}/attachments`, new Uint8Array(), 'leer.txt', headers),
    )
    await refusedInBothLanguages(
      world,
      { status: 413, code: 'upload-too-large', en: 'larger', de: 'größer' },
      (headers) =>
        customer.upload(`${at}/attachments`, new Uint8Array(25 * 1024 * 1024 + 1), 'a.bin', headers),
    )
    expect((await customer.post(`${at}/attachments`, { file: 'x' })).body.code).toBe('upload-missing')
  })
})

test('a stranger learns nothing, and who only reads writes nothing', async () => {
  const at = await newCase()
  await attach(customer, 'one', 'one.txt')
  await write(customer, 'Anbei.', [1])
  const stranger = await world.as(people.otherCustomer)
  const viewer = await world.as(people.viewer)
  for (const path of ['/messages', '/attachments', '/attachments/1']) {
    expect((await stranger.get(`${at}${path}`)).status, path).toBe(404)
    expect((await viewer.get(`${at}${path}`)).status, path).toBe(200)
  }
  expect((await stranger.post(`${at}/messages`, { text: 'Hallo' })).status).toBe(404)
  expect((await stranger.upload(`${at}/attachments`, Buffer.from('x'), 'x.txt')).status).toBe(404)
  expect((await viewer.post(`${at}/messages`, { text: 'Hallo' })).status).toBe(403)
  expect((await customer.post(`${at}/thread/settlement`)).status).toBe(403)
  answered(await (await world.as(people.signatory)).post(`${at}/messages`, { text: 'Gezeichnet.' }), 201)
})

test('messages at the same moment get numbers of their own, and a stale version is refused', async () => {
  const at = await newCase()
  const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => write(customer, `Nachricht ${n}`)))
  expect(sent.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const stale = await customer.post(`${at}/messages`, { text: 'Zu spät' }, { 'if-match': '"1"' })
  expect([stale.status, stale.body.code]).toEqual([412, 'version-conflict'])
})
