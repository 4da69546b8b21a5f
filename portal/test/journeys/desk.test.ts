/** The programme desk in the browser: what waits for a person, looked at side by side and decided. */
import { expect, test } from 'vitest'
import { answered, caseOf, dockOf, openCase, unitOf } from '../../../server/test/fixtures/cases.ts'
import { signedPdf } from '../../../server/test/fixtures/signed-documents.ts'
import { orderOf } from '../../../server/test/house.ts'
import { keyboardOf } from '../keyboard.ts'
import { inBothLanguages, openPortal } from '../portal.ts'

const portal = openPortal()
let serials = 0
const serial = (): string => `JN12DESK${String(++serials).padStart(4, '0')}`

/** A signed certificate for new devices that waits to be reviewed. */
async function handedIn(quantity: number): Promise<{ id: string; serials: string[] }> {
  const customer = await portal.as('customer')
  const names = Array.from({ length: quantity }, serial)
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity }], {
    route: 'destroy',
    serials: Object.fromEntries(names.map((name, index) => [index + 1, name])),
  })
  answered(await customer.post(`/cases/${id}/certificates`, {}), 201)
  const path = `/cases/${id}/certificates/1/signed-document`
  answered(await customer.upload(path, await signedPdf(), 'signed.pdf'), 201)
  return { id, serials: names }
}

/** A case whose customer asks for more time. */
async function asksForTime(reason: string): Promise<{ id: string; until: string }> {
  const customer = await portal.as('customer')
  const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 1 }])
  const { latest, tiers } = answered(await customer.get(`/cases/${id}/extension-offer`), 200).body
  const until = tiers[0]?.until ?? latest
  answered(await customer.post(`/cases/${id}/extensions`, { until, reason }), 201)
  return { id, until }
}

inBothLanguages('the queue says what waits, by kind, in an address of its own', async (language) => {
  const { id } = await handedIn(1)
  const desk = await portal.visit({ person: 'desk', language, path: '/queue' })
  const { page, t } = desk
  await page.getByRole('heading', { level: 1, name: t('desk.queue-title') }).waitFor()
  const row = page.getByRole('row').filter({ hasText: id })
  expect(await row.textContent()).toContain('Rheinnetz GmbH')
  expect(await row.textContent()).toMatch(
    language === 'de' ? /unterzeichnete Verwertungsbestätigung/ : /signed certificate of destruction/,
  )
  await desk.accessible()
  await page.getByText(t('desk.kinds-thread-answer')).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?kind=thread-answer')
  await expect.poll(() => row.count()).toBe(0)
  await desk.open('/queue?kind=certificate-review')
  await row.waitFor()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: t('desk.keys') })
  await keys.getByText(t('desk.key-down')).waitFor()
  await desk.accessible()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
})

test('a certificate is looked at side by side and accepted, by keyboard alone', async () => {
  const { id, serials: names } = await handedIn(2)
  const { id: second } = await handedIn(1)
  const desk = await portal.visit({ person: 'desk', path: '/queue?kind=certificate-review' })
  const { page, t } = desk
  const keyboard = keyboardOf(page)
  const link = page.getByRole('row').filter({ hasText: id }).getByRole('link').first()
  await link.waitFor()
  const focused = () => link.evaluate((element) => element === document.activeElement)
  for (let step = 0; step < 40 && !(await focused()); step += 1) await keyboard.press('j')
  expect(await focused()).toBe(true)
  await keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: t('desk.review-title', { number: 1 }) }).waitFor()
  const picture = page.getByRole('img', {
    name: t('desk.page-picture', { page: 1, pages: 1, fileName: 'signed.pdf' }),
  })
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 15_000 })
    .toBeGreaterThan(500)
  for (const name of names) await page.getByRole('cell', { name, exact: true }).waitFor()
  await desk.accessible()
  await keyboard.press('+')
  await page.getByText(t('desk.percent', { zoom: 1.25 })).waitFor()
  await keyboard.press('0')
  await page.getByText(t('desk.percent', { zoom: 1 })).waitFor()

  await keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: t('desk.accept-title', { number: 1 }) })
  const accept = dialog.getByRole('button', { name: t('desk.accept-now', { count: 2 }) })
  await accept.waitFor()
  await desk.accessible()
  await keyboard.tabTo(accept)
  await keyboard.press('Enter')

  // Back in the queue, on what is next, and the other is gone.
  await page.waitForURL('**/queue?kind=certificate-review')
  await expect.poll(() => page.getByRole('row').filter({ hasText: id }).count()).toBe(0)
  const next = page.getByRole('row').filter({ hasText: second }).getByRole('link').first()
  await expect.poll(() => next.evaluate((element) => element === document.activeElement)).toBe(true)
  const customer = await portal.as('customer')
  expect((await unitOf(customer, id, 1)).state).toBe('certified')
  expect((await caseOf(customer, id)).status).toBe('closed')
})

test('eine Bestätigung wird mit Grund und Anmerkung abgelehnt, und der Kunde liest beides', async () => {
  const { id } = await handedIn(1)
  const desk = await portal.visit({
    person: 'desk',
    language: 'de',
    path: `/review/certificates/${id}/1`,
  })
  const { page, t } = desk
  await page
    .getByRole('button', { name: t('desk.reject'), exact: false })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('desk.reject-title', { number: 1 }) })
  const send = dialog.getByRole('button', { name: t('desk.reject-now') })
  expect(await send.isDisabled()).toBe(true)
  await dialog.getByLabel(t('desk.reason')).selectOption('unsigned')
  await dialog.getByLabel(t('desk.note-customer')).fill('Auf Seite 1 fehlt die Unterschrift.')
  const preview = dialog.getByRole('region', { name: t('desk.customer-reads') })
  await preview.getByText('Das Dokument ist nicht unterzeichnet.').waitFor()
  await preview.getByText('The document is not signed.').waitFor()
  await preview.getByText(/Auf Seite 1 fehlt die Unterschrift/).waitFor()
  await desk.accessible()

  // A reload loses nothing of it.
  await page.reload()
  await page
    .getByRole('button', { name: t('desk.reject'), exact: false })
    .first()
    .click()
  expect(await dialog.getByLabel(t('desk.note-customer')).inputValue()).toContain('Seite 1')
  await send.click()
  await page.waitForURL('**/queue')

  const customer = await portal.visit({
    person: 'customer',
    language: 'de',
    path: `/cases/${id}/certificates`,
  })
  await customer.page.getByText('Das Dokument ist nicht unterzeichnet.').waitFor()
  await customer.page.getByText(/Auf Seite 1 fehlt die Unterschrift/).waitFor()
})

test('what a colleague decided meanwhile is said, and nothing is decided twice', async () => {
  const { id } = await handedIn(1)
  const desk = await portal.visit({ person: 'desk', path: `/review/certificates/${id}/1` })
  const { page, t } = desk
  await page.getByRole('button', { name: t('desk.accept-all', { count: 1 }) }).click()
  const api = await portal.as('desk')
  answered(
    await api.put(`/cases/${id}/certificates/1/decision`, { decision: 'reject', reason: 'illegible' }),
    200,
  )
  await page.getByRole('button', { name: t('desk.accept-now', { count: 1 }) }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: t('shell.conflict') })
    .waitFor()
  await desk.accessible()
  expect((await unitOf(api, id, 1)).state).not.toBe('certified')
})

test('several requests for more time are granted one after the other, each with its own result', async () => {
  const asked = [await asksForTime('Umzug'), await asksForTime('Ferien'), await asksForTime('Lieferverzug')]
  const desk = await portal.visit({ person: 'desk', path: '/queue?kind=extension-decision' })
  const { page, t } = desk
  for (const { id } of asked) {
    const box = page.getByRole('checkbox', {
      name: t('desk.select-one', { kind: t('desk.kind-extension-decision'), caseId: id }),
    })
    await box.click()
    expect(await box.isChecked()).toBe(true)
  }
  await page.getByRole('button', { name: t('desk.bulk-grant', { count: 3 }) }).click()
  const dialog = page.getByRole('dialog', { name: t('desk.bulk-grant-title', { count: 3 }) })
  for (const { id } of asked) await dialog.getByText(id).waitFor()
  await dialog.getByText(/Ferien/).waitFor()
  await desk.accessible()
  // One of them is decided elsewhere before this starts.
  const api = await portal.as('desk')
  const taken = asked[1]?.id ?? ''
  answered(await api.put(`/cases/${taken}/extensions/1/decision`, { granted: false, note: '' }), 200)
  await dialog.getByLabel(t('desk.note-customer')).fill('Gerne.')
  await dialog.getByRole('button', { name: t('desk.bulk-grant-now', { count: 3 }) }).click()
  await dialog.getByText(t('desk.bulk-result', { done: 2, refused: 1, stopped: 0 })).waitFor()
  const refused = dialog.getByRole('listitem').filter({ hasText: taken })
  expect(await refused.textContent()).toContain(t('desk.bulk-refused'))
  await desk.accessible()
  await dialog.getByRole('button', { name: t('desk.to-queue') }).click()
  for (const { id } of asked)
    await expect.poll(() => page.getByRole('row').filter({ hasText: id }).count()).toBe(0)
  for (const { id, until } of [asked[0], asked[2]].filter((one) => one !== undefined))
    expect((await caseOf(api, id)).due.on).toBe(until)
})

test('one request is denied with a note that the customer reads', async () => {
  const { id } = await asksForTime('Der Kran kommt später.')
  const desk = await portal.visit({ person: 'desk', path: '/queue?kind=extension-decision' })
  const { page, t } = desk
  await page.getByRole('row').filter({ hasText: id }).getByRole('link').first().click()
  const dialog = page.getByRole('dialog', { name: t('desk.extension-title') })
  await dialog.getByText('Der Kran kommt später.').waitFor()
  await desk.accessible()
  await dialog.getByLabel(t('desk.note-customer')).fill('Bitte den Kran vorziehen.')
  await dialog.getByRole('button', { name: t('desk.deny') }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('row').filter({ hasText: id }).count()).toBe(0)
  const { items } = answered(await (await portal.as('customer')).get(`/cases/${id}/extensions`), 200).body
  expect(items[0]).toMatchObject({ state: 'denied', note: 'Bitte den Kran vorziehen.' })
})

inBothLanguages(
  'a part of a serial number is found and marked, a whole case number leads there',
  async (language) => {
    const { id, serials: names } = await handedIn(2)
    const desk = await portal.visit({ person: 'desk', language, path: '/queue' })
    const { page, t } = desk
    await page.keyboard.press('/')
    await page.keyboard.type((names[0] ?? '').slice(3, 12))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: t('desk.hits-unit', { count: 1 }) }).waitFor()
    expect(await page.locator('mark').first().textContent()).toBe((names[0] ?? '').slice(3, 12))
    await desk.accessible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/cases/${id}?search=${names[0]}`)

    await desk.open(`/search?q=${id}`)
    await page.waitForURL(`**/cases/${id}`)
    await desk.open('/search?q=nowhere-to-be-found')
    await page.getByText(t('desk.search-certificate')).waitFor()
  },
)

test('goods that fit no case are assigned to the device that they are', async () => {
  const customer = await portal.as('customer')
  const named = serial()
  const { id } = await openCase(customer, [{ sku: 'MX480BASE-AC', quantity: 1 }], { serials: { 1: named } })
  // The zero was read as an O.
  const read = named.replace(/0/, 'O')
  const scan = await dockOf(await portal.as('dock'))
  expect(await scan(read)).toMatchObject({ held: true })
  const desk = await portal.visit({ person: 'desk', path: '/queue?kind=unmatched-goods' })
  const { page, t } = desk
  await page.getByRole('link', { name: new RegExp(read) }).click()
  const goods = page.getByRole('article', { name: read })
  await goods.getByText(new RegExp(t('desk.why-similar-serial'))).waitFor()
  await desk.accessible()
  await goods.getByRole('button', { name: t('desk.row-of', { row: 1, caseId: id }) }).click()
  const dialog = page.getByRole('dialog', { name: t('desk.assign-title') })
  await dialog.getByText(t('desk.assign-other-serial', { held: read, known: named })).waitFor()
  await desk.accessible()
  await dialog.getByRole('button', { name: t('desk.assign-now') }).click()
  await goods.waitFor({ state: 'detached' })
  expect((await unitOf(customer, id, 1)).serial).toBe(read)
  await desk.open('/goods?status=resolved')
  await goods.getByRole('link', { name: id }).waitFor()
})

test('an order on which a case was opened meanwhile is not cancelled, and the desk reads what happened', async () => {
  const customer = await portal.as('customer')
  const wish = orderOf([{ sku: 'MX240BASE-AC', quantity: 1 }])
  const { id: order } = answered(await customer.post('/orders', wish), 201).body
  const desk = await portal.visit({ person: 'desk', path: `/orders/${order}` })
  const { page, t } = desk
  await page.getByRole('button', { name: t('orders.cancel-order') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('cases.reason')).fill('Ordered twice')
  answered(await customer.post('/cases', { orderNumber: wish.number }), 201)
  await dialog.getByRole('button', { name: t('orders.cancel-order') }).click()

  const conflict = dialog.getByRole('alert').filter({ hasText: t('shell.conflict') })
  await conflict.getByRole('listitem').first().waitFor()
  await desk.accessible()
  await conflict.getByRole('button', { name: t('shell.conflict-seen') }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(t('orders.cancel-order'), { exact: true }).waitFor({ state: 'detached' })
})
