import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'

const shipped = readFileSync(
  new URL('../../../../../programmes/examples/credit-after-receipt.yaml', import.meta.url),
  'utf8',
)
const id = /^id: (\S+)/m.exec(shipped)?.[1] ?? ''
const versionOf = (yaml: string): string => /^version: "(.+)"/m.exec(yaml)?.[1] ?? ''
const first = versionOf(shipped)
const next = shipped.replace(/^version: .*$/m, 'version: "2031.7"').replace(/window: P\w+/, 'window: P77D')

let world: TestHouse
let administrator: Client
let customer: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  administrator = await world.as(people.administrator)
  customer = await world.as(people.customer)
  done(await publish(shipped))
})
afterAll(() => world.close())

const done = (reply: Reply): Reply['body'] => {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}
const yaml = { 'content-type': 'application/yaml' }
const publish = (text: string) => administrator.post('/programmes', text, yaml)
const preview = (text: string, headers: object = {}) =>
  administrator.post('/programmes/preview', text, { ...yaml, ...headers })

test('a preview says what publishing would change, and stores nothing', async () => {
  const german = done(await preview(next, { 'accept-language': 'de' }))
  expect(german).toMatchObject({
    id,
    programmeVersion: '2031.7',
    current: first,
    versionIsFree: true,
    isPublished: false,
    total: 2,
  })
  expect(german.entries).toEqual([
    { path: ['version'], label: 'Name und Beschreibung', kind: 'changed', from: first, to: '2031.7' },
    { path: ['clock', 'window'], label: 'Fristen', kind: 'changed', from: expect.any(String), to: 'P77D' },
  ])
  expect(done(await preview(shipped))).toMatchObject({
    versionIsFree: false,
    isPublished: true,
    total: 0,
    entries: [],
  })
  const taken = next.replace('2031.7', first)
  expect(done(await preview(taken))).toMatchObject({ versionIsFree: false, isPublished: false, total: 1 })
  const unheard = next.replace(`id: ${id}`, 'id: unheard-of')
  expect(done(await preview(unheard))).toMatchObject({ current: null, versionIsFree: true, entries: [] })
  expect(done(await customer.get('/programmes')).items.map((one: { id: string }) => one.id)).not.toContain(
    'unheard-of',
  )
  const broken = await preview('id: [')
  expect([broken.status, broken.body.code]).toEqual([422, 'programme-invalid'])
})

test('versions are listed newest first, with who published them, and compared', async () => {
  done(await publish(next))
  const desk = await world.as(people.desk)
  const { items } = done(await desk.get(`/programmes/${id}/versions`))
  expect(items).toMatchObject([
    { number: 2, programmeVersion: '2031.7', isCurrent: true, publishedByName: 'Ada Admin' },
    { number: 1, programmeVersion: first, isCurrent: false, publishedByName: 'Ada Admin' },
  ])
  const page = done(await desk.get(`/programmes/${id}/versions?limit=1`))
  expect(done(await desk.get(`/programmes/${id}/versions?limit=1&cursor=${page.next}`)).items).toEqual([
    items[1],
  ])
  // The command line published the one that is shipped: no person did.
  const [byCommand] = done(await desk.get('/programmes/juniper-tmip/versions')).items
  expect(byCommand.publishedByName).toBeNull()

  const back = done(await desk.get(`/programmes/${id}/versions/${first}/difference?from=2031.7`))
  expect(back).toMatchObject({ fromVersion: '2031.7', programmeVersion: first, total: 2 })
  expect(back.entries[1]).toMatchObject({ path: ['clock', 'window'], label: 'Due dates', from: 'P77D' })
  for (const path of [`${first}/difference?from=1999.1`, `1999.1/difference?from=${first}`]) {
    const reply = await desk.get(`/programmes/${id}/versions/${path}`)
    expect([reply.status, reply.body.code]).toEqual([404, 'programme-version-not-found'])
  }
  const nobody = await desk.get('/programmes/nobody/versions')
  expect([nobody.status, nobody.body.code]).toEqual([404, 'programme-not-found'])
  expect((await customer.get(`/programmes/${id}/versions`)).status).toBe(403)
})

test('choices and catalogue are those of the version that is asked for', async () => {
  const { items } = done(await customer.get('/programmes'))
  const { programmeVersion } = items.find((one: { id: string }) => one.id === 'juniper-tmip')
  const rules = `/programmes/juniper-tmip/versions/${programmeVersion}`
  const german = done(await customer.get(`${rules}/choices`, { 'accept-language': 'de' }))
  expect(german).toMatchObject({ id: 'juniper-tmip', programmeVersion, creditSample: true })
  expect(german.rejectionReasons[0].text).toBe('Das Dokument ist nicht unterzeichnet.')
  const hits = done(await customer.get(`${rules}/catalogue?search=mx480b&on=2026-11-02`)).items
  expect(hits[0]).toMatchObject({ sku: expect.stringMatching(/^MX480BASE/), eligible: true })
  expect((await customer.get(`${rules}/catalogue?search=mx&on=2026-02-30`)).status).toBe(400)
  expect((await customer.get('/programmes/juniper-tmip/versions/1999.1/choices')).status).toBe(404)
})

test('a calculation names what earns nothing in the reader’s language, and counts the rest', async () => {
  const ask = (more: object = {}) =>
    customer.post(
      '/programmes/juniper-tmip/calculation',
      {
        currency: 'EUR',
        placedOn: '2026-11-02',
        lines: [
          { sku: 'mx480base-ac', return: 2, keep: 1 },
          { sku: 'MX480BASE-CA', destroy: 1 },
        ],
        ...more,
      },
      { 'accept-language': 'de' },
    )
  const { lines, totals, creditSample } = done(await ask())
  expect(creditSample).toBe(true)
  expect(lines[0]).toMatchObject({
    sku: 'MX480BASE-AC',
    creditPerUnit: { amount: '3200.00', minor: 320_000, currency: 'EUR' },
    sums: { secured: { amount: '6400.00' }, lost: { amount: '3200.00' } },
    problem: null,
  })
  expect(lines[0].description).toMatch(/MX480/)
  expect(lines[1]).toMatchObject({ creditPerUnit: null, sums: null, problem: { code: 'sku-not-eligible' } })
  expect(lines[1].problem.detail).toMatch(/MX480BASE-CA.*MX480BASE-AC/)
  expect(totals.granted).toEqual({ amount: '9600.00', minor: 960_000, currency: 'EUR' })
  for (const [more, status, code] of [
    [{ currency: 'GBP' }, 422, 'currency-not-offered'],
    [{ programmeVersion: '1999.1' }, 404, 'programme-version-not-found'],
    [{ lines: [] }, 400, 'invalid-request'],
  ] as const) {
    const reply = await ask(more)
    expect([reply.status, reply.body.code]).toEqual([status, code])
  }
})

test('a catalogue that is named as a file is kept from the current version, and never dropped', async () => {
  const yaml = readFileSync(new URL('../../../../../programmes/juniper-tmip.yaml', import.meta.url), 'utf8')
  const administrator = await world.as(people.administrator)
  const asYaml = { 'content-type': 'application/yaml' }
  const next = yaml.replace(/^version: .*$/m, "version: '2027.1'")
  const preview = done(await administrator.post('/programmes/preview', next, asYaml))
  expect(preview.entries.map(({ path }: { path: string[] }) => path[0])).toEqual(['version'])

  const other = await administrator.post(
    '/programmes/preview',
    next.replace(/^catalogue: .*$/m, 'catalogue: another.csv'),
    asYaml,
  )
  expect([other.status, other.body.code]).toEqual([422, 'catalogue-not-sent'])
})
