/** A shift at the dock: scans, photographs, a network that goes away, and the end of a receipt. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answered, openCase } from '../../../server/test/fixtures/cases.ts'
import { photograph } from '../../../server/test/fixtures/signed-documents.ts'
import type { Client } from '../../../server/test/house.ts'
import type { Language } from '../../src/messages/index.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import type { Visit } from '../visit.ts'

const portal = openPortal()
const sku = 'MX480BASE-AC'
let made = 0
/** What is lost on the way is sent again after some seconds. */
const PATIENTLY = { timeout: 30_000 }

/** A case of the customer with devices that are expected. */
async function expected(count: number) {
  made += 1
  const serials = Array.from({ length: count }, (_, index) => `JN${made}DOCK${100 + index}`)
  const { id } = await openCase(await portal.as('customer'), [{ sku, quantity: count }], {
    serials: Object.fromEntries(serials.map((serial, index) => [index + 1, serial])),
  })
  return { id, serials }
}

interface Shift {
  readonly visit: Visit
  readonly page: Page
  readonly answer: Locator
  readonly receiptId: string
  readonly client: Client
  /** As a scanner does: keys, wherever the focus is, and Enter. */
  readonly scan: (text: string) => Promise<void>
  readonly scansOfServer: () => Promise<Record<string, unknown>[]>
}

/** A receipt begun on the screen. */
async function beginShift(language: Language, width = 1024): Promise<Shift> {
  const visit = await portal.visit({ person: 'dock', language, width, path: '/dock' })
  const { page, t } = visit
  await page.getByLabel(t('dock.site')).selectOption('austin')
  made += 1
  await page.getByLabel(t('dock.reference')).fill(`LKW ${made}`)
  await page.getByRole('button', { name: t('dock.begin'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `LKW ${made}` }).waitFor()
  await page.getByRole('heading', { name: t('dock.ready') }).waitFor()
  const client = await portal.as('dock')
  const receiptId = new URL(page.url()).searchParams.get('receipt') ?? ''
  return {
    visit,
    page,
    client,
    receiptId,
    answer: page.getByRole('alert'),
    scan: async (text) => {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    scansOfServer: async () =>
      answered(await client.get(`/receipts/${receiptId}/scans?limit=200`), 200).body.items,
  }
}
const serialsOf = (scans: Record<string, unknown>[]) => scans.map(({ scanned }) => scanned)

inBothLanguages('box, SKU, serial number: green, yellow, red, in words', async (language) => {
  const box = await expected(2)
  const { visit, page, answer, scan, scansOfServer } = await beginShift(language)
  const { t } = visit
  await visit.accessible()

  await scan(box.id.toLowerCase())
  await page.getByRole('button', { name: t('dock.box-remove', { caseNumber: box.id }) }).waitFor()
  await scan(box.serials[0] ?? '')
  await answer.getByRole('heading', { name: t('dock.word-green') }).waitFor()
  await answer.getByText(t('dock.next-expected', { caseNumber: box.id })).waitFor()
  await visit.accessible()

  await scan(box.serials[0] ?? '')
  await answer.getByRole('heading', { name: t('dock.word-yellow') }).waitFor()
  await answer.getByText(t('dock.outcome-already-received')).waitFor()
  await visit.accessible()

  await scan(sku)
  await answer.getByText(t('dock.sku-next')).waitFor()
  await scan(`STRANGE${made}`)
  await answer.getByRole('heading', { name: t('dock.word-red') }).waitFor()
  await answer.getByText(t('dock.outcome-unknown')).waitFor()
  await answer.getByText(t('dock.write')).waitFor()
  await visit.accessible()

  await scan(`${box.id.slice(0, -1)}${box.id.endsWith('7') ? '8' : '7'}`)
  await answer.getByText(t('dock.misread-next')).waitFor()

  const scans = await scansOfServer()
  expect(scans).toMatchObject([
    { scanned: box.serials[0], outcome: 'expected', caseId: box.id },
    { scanned: box.serials[0], outcome: 'already-received' },
    { scanned: `STRANGE${made}`, outcome: 'unknown', sku },
  ])
  await answer.waitFor()
  await page.getByText(t('dock.count-green', { count: 1 })).waitFor()
  await page.getByText(String(scans[2]?.['shelfNumber'])).first().waitFor()
})

inBothLanguages(
  'scans faster than the network: in order, each once, and a red one is not missed',
  async (language) => {
    const { serials } = await expected(9)
    const { visit, page, answer, scan, scansOfServer } = await beginShift(language)
    const { t } = visit
    let answering = () => {}
    const slow = new Promise<void>((resolve) => {
      answering = resolve
    })
    await page.route('**/api/receipts/*/scans', async (route) => {
      await slow
      await route.continue()
    })
    const all = [...serials.slice(0, 3), `STRANGE${made}`, ...serials.slice(3)]
    for (const serial of all) await scan(serial)
    await page.getByText(t('dock.waiting', { count: all.length })).waitFor()
    answering()
    await expect.poll(async () => serialsOf(await scansOfServer()), PATIENTLY).toEqual(all)
    await page.getByText(t('dock.count-green', { count: 9 })).waitFor()
    await answer.getByRole('heading', { name: t('dock.word-red') }).waitFor()
    await answer.getByText(`STRANGE${made}`).waitFor()
    await scan(serials[0] ?? '')
    await answer.getByRole('heading', { name: t('dock.word-yellow') }).waitFor()
  },
)

inBothLanguages(
  'an unreadable label and a photo, each in two taps, while scanning goes on',
  async (language) => {
    const { serials } = await expected(1)
    const { visit, page, answer, scan, scansOfServer } = await beginShift(language, 390)
    const { t } = visit
    const picture = { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: await photograph() }

    const first = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: t('dock.unreadable-name') }).click()
    await (await first).setFiles(picture)
    await answer.getByText(t('dock.outcome-unreadable')).waitFor()
    await expect.poll(async () => (await scansOfServer())[0]?.['photos'], PATIENTLY).toEqual([1])

    await scan(`STRANGE${made}`)
    await answer.getByRole('heading', { name: t('dock.word-red') }).waitFor()
    // The network fails for the photo, and the next device is scanned meanwhile.
    visit.forgive(/ERR_FAILED/)
    let tries = 0
    await page.route('**/photos', (route) => {
      tries += 1
      return tries === 1 ? route.abort() : route.continue()
    })
    const second = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: t('dock.photo-of', { serial: `STRANGE${made}` }) }).click()
    await (await second).setFiles(picture)
    await page.getByText(t('dock.photos-unsent', { count: 1 })).waitFor()
    await scan(serials[0] ?? '')
    await answer.getByRole('heading', { name: t('dock.word-green') }).waitFor()
    await expect.poll(async () => (await scansOfServer())[1]?.['photos'], PATIENTLY).toEqual([1])
    await expect.poll(() => page.getByText(t('dock.photos-unsent', { count: 1 })).count(), PATIENTLY).toBe(0)
    await visit.accessible()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  },
)

inBothLanguages('offline: kept through a reload, sent later in order, each once', async (language) => {
  const { serials } = await expected(3)
  const { visit, page, scan, scansOfServer } = await beginShift(language)
  const { t } = visit
  visit.forgive(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  await page.context().setOffline(true)
  for (const serial of serials) await scan(serial)
  await page.getByText(t('dock.unsent', { count: 3 })).waitFor()
  await page.getByText(t('dock.kept-next')).waitFor()
  await visit.accessible()

  // The network comes back and loses every answer: the server has the scan, the dock does not know.
  let lost = 0
  await page.route('**/api/receipts/*/scans', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    lost += 1
    return route.abort()
  })
  await page.context().setOffline(false)
  await expect.poll(() => lost, PATIENTLY).toBeGreaterThan(0)
  await page.reload()
  await page.getByText(t('dock.unsent', { count: 3 })).waitFor()
  await page.unroute('**/api/receipts/*/scans')
  await expect.poll(() => page.getByText(t('dock.unsent', { count: 3 })).count(), PATIENTLY).toBe(0)
  await expect.poll(async () => serialsOf(await scansOfServer()), PATIENTLY).toEqual(serials)
  await page.getByText(t('dock.count-green', { count: 3 })).waitFor()
})

inBothLanguages(
  'the end: what is in it, closed, to print; and late scans go into another receipt',
  async (language) => {
    const { serials } = await expected(3)
    const { visit, page, answer, scan, receiptId, client, scansOfServer } = await beginShift(language)
    const { t } = visit
    await scan(serials[0] ?? '')
    await scan(`STRANGE${made}`)
    await answer.getByRole('heading', { name: t('dock.word-red') }).waitFor()
    await page.getByRole('button', { name: t('dock.done-name') }).click()
    await page.getByRole('heading', { name: t('dock.closing-title') }).waitFor()
    await visit.accessible()
    // Scanning is going on.
    await scan(serials[1] ?? '')
    await answer.getByRole('heading', { name: t('dock.word-green') }).waitFor()

    await page.getByRole('button', { name: t('dock.done-name') }).click()
    await page.getByRole('button', { name: t('dock.close'), exact: true }).click()
    await page.getByRole('button', { name: t('dock.print') }).waitFor()
    await visit.settled()
    await visit.accessible()
    expect(await page.getByRole('row').count()).toBe(4)
    const figure = page.getByText(t('dock.figure-without-photo')).locator('..')
    expect(await figure.getByRole('definition').textContent()).toBe('1')
    const { items } = answered(await client.get('/receipts?limit=200'), 200).body
    expect(items.find(({ id }: { id: string }) => id === receiptId).closedAt).not.toBeNull()
    expect(await scansOfServer()).toHaveLength(3)

    const other = await beginShift(language)
    answered(await client.post(`/receipts/${other.receiptId}/closing`), 200)
    await other.scan(serials[2] ?? '')
    await other.page.getByRole('button', { name: t('dock.new-receipt-for', { count: 1 }) }).click()
    await other.page.getByRole('heading', { level: 1, name: t('dock.no-reference') }).waitFor()
    await other.page.getByText(t('dock.count-green', { count: 1 })).waitFor()
    expect(await other.scansOfServer()).toEqual([])
  },
)

test('a scanner that types while a button has the focus presses nothing', async () => {
  const { serials } = await expected(1)
  const { visit, page, answer, scan } = await beginShift('en')
  const { t } = visit
  await page.getByRole('button', { name: t('dock.done-name') }).focus()
  await scan(serials[0] ?? '')
  await answer.getByRole('heading', { name: t('dock.word-green') }).waitFor()
  expect(await page.getByRole('heading', { name: t('dock.closing-title') }).count()).toBe(0)
})
