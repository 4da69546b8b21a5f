/** The papers of a case in the browser: the form, the label, the certificate, and what people write to each other. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asPdf, signedAndScanned } from '../../../server/demo/scanned-page.ts'
import { fillForm, requiredHeader } from '../../../server/test/fill-form.ts'
import { answered, caseOf, openCase, unitOf } from '../../../server/test/fixtures/cases.ts'
import { until } from '../../../server/test/house.ts'
import type { TextKey } from '../../src/messages/index.ts'
import { keyboardOf } from '../keyboard.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import { signIn, type Visit } from '../visit.ts'

const portal = openPortal()
const chassis = (quantity: number) => [{ sku: 'MX240BASE-AC', quantity }]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const excel = (name: string, bytes: Uint8Array) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })
const choose = (page: Page) => page.locator('input[type=file]').first()

async function saved(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return Buffer.concat(await (await download.createReadStream()).toArray())
}
/** One of the papers behind a button with a menu. */
const paper = ({ page, t }: Visit, button: TextKey, choice: string) =>
  saved(page, async () => {
    await page.getByRole('button', { name: t(button) }).click()
    await page.getByRole('menuitem', { name: choice, exact: true }).click()
  })

inBothLanguages(
  'a list of one’s own: its columns are confirmed by keyboard, then it is read',
  async (language) => {
    const api = await portal.as('customer')
    const { id } = await openCase(api, chassis(2))
    const customer = await portal.visit({ person: 'customer', language, path: `/cases/${id}/forms` })
    const { page, t } = customer
    const keyboard = keyboardOf(page)
    const [first, second] =
      language === 'en' ? ['JN11OWN0001', 'JN11OWN0002'] : ['JN11OWN0003', 'JN11OWN0004']
    const lines = ['Article;S/N;Rack', `MX240BASE-AC;${first};4`, `MX240BASE-AC;${second};7`]
    await choose(page).setInputFiles([
      { name: 'inventory.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) },
    ])
    const rack = page.getByLabel(t('documents.column-means', { column: 'C' }))
    await rack.waitFor()
    await customer.accessible()
    expect(await page.getByLabel(t('documents.column-means', { column: 'B' })).inputValue()).toBe('serial')
    // What was chosen is still there after a reload.
    await rack.selectOption('note')
    await page.reload()
    await rack.waitFor()
    expect(await rack.inputValue()).toBe('note')
    await keyboard.tabTo(page.getByRole('button', { name: t('documents.columns-confirm') }))
    await keyboard.press('Enter')
    await page.getByRole('cell', { name: second }).waitFor()
    await page.locator('h2:focus', { hasText: t('documents.understood') }).waitFor()
    await keyboard.tabTo(page.getByRole('button', { name: t('documents.apply', { changes: 4 }) }))
    await keyboard.press('Enter')
    await until(
      () => unitOf(api, id, 2),
      ({ serial }) => serial === second,
    )
  },
)

test('Inzahlungnahme: das Formular mit Fehlern, markiert zurück, berichtigt und übernommen, dann Etikett und Nachricht', async () => {
  const api = await portal.as('customer')
  const { id } = await openCase(api, chassis(2))
  const customer = await portal.visit({ person: 'customer', language: 'de', path: `/cases/${id}/forms` })
  const { page, t } = customer

  const blank = await paper(customer, 'documents.download-prefilled', 'Deutsch')
  const twice = await fillForm(blank, requiredHeader('de'), {
    1: { serial: 'JN11DOCS0001' },
    2: { serial: 'JN11DOCS0001' },
  })
  await choose(page).setInputFiles([
    excel('Notizen.xlsx', Buffer.from('Das ist gar kein Formular.')),
    excel('Formular.xlsx', twice),
  ])
  // The wrong file is refused beside its name, and the other one goes on.
  await page.getByRole('alert').filter({ hasText: 'Formular nicht angenommen' }).waitFor()
  const errors = page.getByRole('table', { name: /Fehler zu beheben/ })
  await errors.waitFor()
  const row = errors.getByRole('row').filter({ hasText: 'zweimal' })
  await row.getByText(/^F\d+$/).waitFor()
  await row.getByText('Zeile 2', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0)
  await customer.accessible()

  const marked = await saved(page, () =>
    page.getByRole('link', { name: t('documents.download-marked') }).click(),
  )
  const corrected = await fillForm(marked, {}, { 2: { serial: 'JN11DOCS0002' } })
  await choose(page).setInputFiles([excel('Formular berichtigt.xlsx', corrected)])
  const changes = page.getByRole('table', { name: /beim Übernehmen/ })
  await changes.getByRole('cell', { name: 'JN11DOCS0002' }).waitFor()
  await customer.accessible()
  await page.getByRole('button', { name: /Änderungen übernehmen/ }).click()
  await page
    .getByText(/Übernommen von Greta Geräte am/)
    .first()
    .waitFor()
  // Whoever works by keyboard stands where the result is.
  expect(await page.evaluate('document.activeElement.textContent')).toBe(t('documents.understood'))
  expect(await unitOf(api, id, 2)).toMatchObject({ serial: 'JN11DOCS0002', state: 'identified' })

  await until(
    () => caseOf(api, id),
    ({ instructionsSentAt }) => instructionsSentAt !== null,
  )
  await customer.open(`/cases/${id}/shipping`)
  await page.getByRole('button', { name: t('documents.new-shipment') }).click()
  await page.getByLabel(t('documents.packages')).fill('2')
  await page.getByLabel(t('documents.weight')).fill('61,5')
  await customer.accessible()
  await page.getByRole('button', { name: t('documents.create-shipment') }).click()
  await page.getByText('2 Geräte in 2 Packstücken, 61,5 kg').waitFor()
  const label = await paper(customer, 'documents.download-label', `Deutsch, ${t('documents.paper-a4')}`)
  expect(label.subarray(0, 5).toString()).toBe('%PDF-')

  await customer.open(`/cases/${id}/messages`)
  await page.getByLabel(t('thread.write')).fill('Die Palette steht am Tor bereit.')
  await page.reload()
  expect(await page.getByLabel(t('thread.write')).inputValue()).toBe('Die Palette steht am Tor bereit.')
  await choose(page).setInputFiles([
    { name: 'Palette.txt', mimeType: 'text/plain', buffer: Buffer.from('120 × 80 × 95 cm') },
  ])
  await page
    .getByRole('list', { name: t('thread.attached') })
    .getByText('Palette.txt')
    .waitFor()
  await page.getByRole('button', { name: t('thread.send') }).click()
  await page.getByRole('article').getByText('Die Palette steht am Tor bereit.').waitFor()
  await page.getByText(/^Wartet seit .* auf eine Antwort der Programmbetreuung/).waitFor()
  await customer.accessible()

  const desk = await portal.visit({ person: 'desk', language: 'en', path: `/cases/${id}/messages` })
  const attached = await saved(desk.page, () =>
    desk.page.getByRole('article').getByRole('link', { name: 'Palette.txt' }).click(),
  )
  expect(attached.toString()).toBe('120 × 80 × 95 cm')
  await desk.page.getByLabel(desk.t('thread.write')).fill('Thank you, the carrier comes on Friday.')
  await desk.page.getByRole('button', { name: desk.t('thread.send') }).click()
  await desk.page.getByRole('article').getByText('the carrier comes on Friday').waitFor()
  await desk.accessible()
  await customer.open(`/cases/${id}/messages`)
  await page.getByRole('article').filter({ hasText: 'Dana Desk' }).getByText('on Friday').waitFor()
})

test('destruction: the form switches the route, the certificate is printed, signed, rejected and issued anew', async () => {
  const api = await portal.as('customer')
  const { id } = await openCase(api, chassis(2))
  const customer = await portal.visit({ person: 'customer', language: 'en', path: `/cases/${id}/forms` })
  const { page, t } = customer
  const form = await fillForm(
    await paper(customer, 'documents.download-prefilled', 'English'),
    requiredHeader('en'),
    {
      1: { serial: 'JN11DOCS0011', route: 'Destroy' },
      2: { serial: 'JN11DOCS0012', route: 'Destroy' },
    },
  )
  await choose(page).setInputFiles([excel('form.xlsx', form)])
  const apply = page.getByRole('button', { name: /^Apply \d+ changes$/ })
  await apply.waitFor()
  // Somebody else does something between the look and the click.
  const deskApi = await portal.as('desk')
  answered(await deskApi.post(`/cases/${id}/messages`, { text: 'Which way will they go?' }), 201)
  await apply.click()
  const conflict = page.getByRole('alert').filter({ hasText: t('shell.conflict') })
  await conflict.getByText('Message 1 written').waitFor()
  await customer.accessible()
  await conflict.getByRole('button', { name: t('shell.conflict-seen') }).click()
  await apply.click()
  await page
    .getByText(/Applied by Greta Geräte/)
    .first()
    .waitFor()
  expect(await unitOf(api, id, 1)).toMatchObject({ serial: 'JN11DOCS0011', route: 'destroy' })

  await customer.open(`/cases/${id}/certificates`)
  await page.getByRole('button', { name: t('documents.issue') }).click()
  await page.getByRole('button', { name: t('documents.issue-for-all') }).click()
  await page.getByRole('heading', { name: t('documents.certificate-number', { number: 1 }) }).waitFor()
  const printed = await paper(customer, 'documents.print-certificate', `English, ${t('documents.paper-a4')}`)
  const signed = await asPdf(await signedAndScanned(printed))
  await choose(page).setInputFiles([
    { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(signed) },
  ])
  const certificate = page.getByRole('region', { name: t('documents.certificate-number', { number: 1 }) })
  await certificate.getByText(t('documents.certificate-submitted'), { exact: true }).waitFor()
  const firstPage = certificate.getByRole('button', {
    name: t('documents.look-at-page', { page: 1, number: 1 }),
  })
  await firstPage.scrollIntoViewIfNeeded()
  // The server draws it in a process of its own, which takes longer than a poll waits by itself.
  await expect
    .poll(
      () => firstPage.getByRole('presentation').evaluate((img) => 'naturalWidth' in img && img.naturalWidth),
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
  await customer.accessible()
  await firstPage.click()
  await page
    .getByRole('dialog')
    .getByRole('img', { name: t('documents.page-of', { page: 1, pages: 2, number: 1 }) })
    .waitFor()
  await page.keyboard.press('Escape')

  const rejection = { decision: 'reject', reason: 'illegible', note: 'The lower half of page 1 is black.' }
  answered(await deskApi.put(`/cases/${id}/certificates/1/decision`, rejection), 200)
  await customer.open(`/cases/${id}/certificates`)
  await certificate.getByText('The document cannot be read.').waitFor()
  await certificate.getByText('The lower half of page 1 is black.').waitFor()
  await customer.accessible()
  await certificate.getByRole('button', { name: t('documents.issue-anew') }).click()
  await page.getByRole('heading', { name: t('documents.certificate-number', { number: 2 }) }).waitFor()
  await certificate.getByText(t('documents.issued-anew-as', { number: 2 })).waitFor()

  await customer.open(`/cases/${id}/history`)
  await page.getByText(/^Certificate 1 rejected/).waitFor()
  await page.getByRole('button', { name: t('history.verify') }).click()
  await page.getByText(t('history.verified')).waitFor()
  await customer.accessible()
})

test('a file that meets an ended session stays in the list and is sent after signing in again', async () => {
  const api = await portal.as('customer')
  const { id } = await openCase(api, chassis(1))
  const customer = await portal.visit({ language: 'en' })
  const { page, t } = customer
  // A session of its own: the one that other tests share goes on.
  await signIn(customer, 'assets@rheinnetz.example')
  await customer.open(`/cases/${id}/forms`)
  const blank = answered(await api.get(`/cases/${id}/trade-in-form?language=en`), 200).bytes
  const form = await fillForm(blank, requiredHeader('en'), { 1: { serial: 'JN11DOCS0021' } })
  await page.context().clearCookies()
  await choose(page).setInputFiles([excel('form.xlsx', form)])
  const dialog = page.getByRole('dialog', { name: t('shell.session-ended') })
  await dialog.getByRole('textbox', { name: t('sign-in.password') }).fill('sample-password-2026')
  await dialog.getByRole('button', { name: t('sign-in.submit') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: t('documents.send-again') }).click()
  await page.getByRole('button', { name: /^Apply/ }).waitFor()
})
