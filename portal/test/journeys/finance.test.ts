/** Finance in the browser: what is at stake, and taking back by two persons what was never earned. */
import { expect, test } from 'vitest'
import { answered, balancesOf, caseOf, openCase, unitOf } from '../../../server/test/fixtures/cases.ts'
import type { Language } from '../../src/messages/index.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import { signIn, type Visit } from '../visit.ts'

const portal = openPortal()
const SECOND = 'finance2@vendor.example'
const chassis = 'MX240BASE-AC'

/** Ordered so long ago that the grace after the due date is over too. */
const placedOn = new Date(Date.now() - 140 * 86_400_000).toISOString().slice(0, 10)
const overdueCase = async (quantity: number) =>
  openCase(await portal.as('desk'), [{ sku: chassis, quantity }], { order: { placedOn } })

const money = (language: Language, amount: string, digits?: number): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    ...(digits !== undefined && { maximumFractionDigits: digits }),
  }).format(Number(amount))

/** The other person of finance, who is nobody in the list of people that tests sign in as. */
async function second(language: Language, path: string): Promise<Visit> {
  const visit = await portal.visit({ language })
  await signIn(visit, SECOND)
  await visit.open(path)
  return visit
}

const panelOf = ({ page, t }: Visit) => page.getByRole('region', { name: t('money.charge-backs') })

async function propose(visit: Visit, id: string, reason: string): Promise<void> {
  const { page, t } = visit
  await visit.open(`/cases/${id}`)
  await panelOf(visit)
    .getByRole('button', { name: t('money.propose') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('money.propose') })
  await dialog.getByLabel(t('money.propose-reason')).fill(reason)
  await visit.accessible()
  await dialog.getByRole('button', { name: t('money.propose-do'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

inBothLanguages('exposure by due month, drawn and as figures, leads to its cases', async (language) => {
  const { id } = await overdueCase(2)
  const finance = await portal.visit({ person: 'finance', language, path: '/' })
  const { page, t } = finance
  await page.getByRole('heading', { level: 1, name: t('money.title') }).waitFor()
  const { body } = answered(await (await portal.as('finance')).get('/exposure'), 200)
  type Sum = { month: string; state: 'overdue'; currency: string; amount: { amount: string }; units: number }
  const overdue = (body.totals as Sum[]).find((one) => one.currency === 'EUR' && one.state === 'overdue')
  await page
    .getByText(money(language, overdue?.amount.amount ?? '', 0), { exact: true })
    .first()
    .waitFor()

  const chart = page.getByRole('region', { name: t('money.chart') })
  await expect.poll(() => chart.locator('svg path[fill]').count()).toBeGreaterThan(3)
  const table = page.getByRole('table', { name: t('money.table', { currency: 'EUR' }) })
  const due = (await caseOf(await portal.as('finance'), id)).due.on as string
  const month = due.slice(0, 7)
  const name = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(due))
  const row = table.getByRole('row').filter({ has: page.getByRole('cell').getByText(name) })
  const sums = (body.months as Sum[]).filter((one) => one.currency === 'EUR' && one.month === month)
  expect(sums.map(({ state }) => state)).toContain('overdue')
  const text = (await row.innerText()).replaceAll('\u00a0', ' ')
  for (const { amount, units } of sums) {
    expect(text).toContain(money(language, amount.amount).replaceAll('\u00a0', ' '))
    expect(text).toContain(t('money.units', { count: units }))
  }
  await finance.accessible()

  await row.getByRole('link', { name: t('money.to-cases', { month: name }) }).click()
  await page.getByRole('heading', { level: 1, name: t('cases.title') }).waitFor()
  expect(new URL(page.url()).searchParams.get('dueFrom')).toBe(`${month}-01`)
  await page.getByRole('link', { name: id }).waitFor()
  await page.getByRole('link', { name: id }).click()
  await page.getByRole('heading', { level: 1, name: t('cases.case', { id }) }).waitFor()
})

inBothLanguages('one person proposes, another one decides, and both see which is which', async (language) => {
  const { id, orderId, orderNumber } = await overdueCase(2)
  const finance = await portal.visit({ person: 'finance', language, path: `/cases/${id}` })
  const { page, t } = finance
  const reason = language === 'de' ? 'Trotz drei Erinnerungen nichts eingegangen.' : 'Nothing came back.'
  await propose(finance, id, reason)
  const amount = money(language, '4600')
  const panel = panelOf(finance)
  await panel.getByText(reason).waitFor()
  await panel.getByText(amount).waitFor()
  await panel.getByText(t('money.not-yours')).waitFor()
  expect(await panel.getByRole('button').count()).toBe(0)
  // The button that opened the dialog is gone; the keyboard is at the beginning of the page and not nowhere.
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main')
  await finance.accessible()
  await finance.open('/charge-backs')
  const mine = page.getByRole('row').filter({ hasText: id })
  await mine.getByText(t('money.not-yours')).waitFor()
  expect(await mine.getByRole('button').count()).toBe(0)

  const other = await second(language, '/charge-backs')
  const proposal = other.page.getByRole('row').filter({ hasText: id })
  expect(await proposal.innerText()).toContain(reason)
  await proposal.getByRole('button', { name: t('money.decide-one', { caseId: id }) }).click()
  const dialog = other.page.getByRole('dialog', { name: t('money.decide-title', { amount }) })
  await dialog.getByText(reason).waitFor()
  await dialog.getByLabel(t('money.note')).fill('OK')
  await other.accessible()
  await dialog.getByRole('button', { name: t('money.approve') }).click()
  await expect.poll(() => proposal.count()).toBe(0)
  await other.page.getByText(t('money.decided'), { exact: true }).click()
  await proposal.getByText(t('money.state-of-approved')).waitFor()
  await proposal.getByText('Fiona Zweitblick', { exact: false }).waitFor()
  await other.accessible()

  await finance.open(`/cases/${id}`)
  await panel.getByText(t('money.state-of-approved')).waitFor()
  await page
    .getByRole('list', { name: t('cases.by-state') })
    .getByText(t('states.charged-back'))
    .waitFor()
  await page.getByRole('link', { name: orderNumber }).click()
  await page.getByRole('heading', { level: 1, name: t('orders.order', { number: orderNumber }) }).waitFor()
  const ledger = page.getByRole('table', { name: t('orders.ledger') })
  await ledger.waitFor()
  const charged = ledger.getByRole('row').filter({ hasText: t('orders.account-charged-back') })
  await expect.poll(() => charged.count()).toBe(2)
  await charged
    .getByRole('link', { name: t('orders.cause-case', { id }) })
    .first()
    .waitFor()
  await finance.accessible()
  expect(await balancesOf(await portal.as('finance'), orderId)).toMatchObject({
    exposure: '0.00',
    'charged-back': '4600.00',
  })
})

test('a proposal is turned down where the case itself is looked at, and what was typed survives a reload', async () => {
  const { id } = await overdueCase(1)
  const api = await portal.as('finance')
  answered(await api.post(`/cases/${id}/charge-backs`, { reason: 'Nobody answers.' }), 201)
  const customer = await portal.visit({ person: 'customer', path: `/cases/${id}` })
  expect(await panelOf(customer).count()).toBe(0)

  const other = await second('en', `/cases/${id}`)
  const { page, t } = other
  const panel = panelOf(other)
  const decide = panel.getByRole('button', { name: t('money.decide') })
  const dialog = page.getByRole('dialog')
  await decide.click()
  await dialog.getByLabel(t('money.note')).fill('They ship next week.')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => decide.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.reload()
  await decide.click()
  expect(await dialog.getByLabel(t('money.note')).inputValue()).toBe('They ship next week.')
  await dialog.getByRole('button', { name: t('money.turn-down') }).click()
  await panel.getByText(t('money.state-of-turned-down')).waitFor()
  await panel.getByText('They ship next week.').waitFor()
  // Another one may be proposed, by this person too.
  await panel.getByRole('button', { name: t('money.propose') }).waitFor()
  expect((await unitOf(api, id, 1)).state).toBe('owed')
})

test('who proposes on what a colleague changed meanwhile is shown the change first', async () => {
  const { id } = await overdueCase(2)
  const finance = await portal.visit({ person: 'finance', path: `/cases/${id}` })
  const { page, t } = finance
  await panelOf(finance)
    .getByRole('button', { name: t('money.propose') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('money.propose') })
  await dialog.getByLabel(t('money.propose-reason')).fill('Nothing came back.')
  answered(
    await (await portal.as('finance')).post(`/cases/${id}/waivers`, { rows: [1], reason: 'Burnt.' }),
    200,
  )
  await dialog.getByRole('button', { name: t('money.propose-do'), exact: true }).click()
  const conflict = dialog.getByRole('alert').filter({ hasText: t('shell.conflict') })
  await conflict.getByText('Burnt', { exact: false }).waitFor()
  await conflict.getByRole('button', { name: t('shell.conflict-seen') }).click()
  await dialog.getByRole('button', { name: t('money.propose-do'), exact: true }).click()
  await panelOf(finance).getByText(money('en', '2300'), { exact: false }).waitFor()
})

inBothLanguages('devices that need not come back any more are waived', async (language) => {
  const { id, orderId } = await overdueCase(3)
  const finance = await portal.visit({ person: 'finance', language, path: `/cases/${id}` })
  const { page, t } = finance
  for (const row of [1, 3]) await page.getByRole('checkbox', { name: t('cases.select-row', { row }) }).click()
  await page.getByRole('button', { name: t('cases.waive'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t('cases.waive-title', { count: 2 }) })
  await dialog.getByLabel(t('cases.reason')).fill(language === 'de' ? 'Brandschaden' : 'Lost in a fire')
  await finance.accessible()
  await dialog.getByRole('button', { name: t('cases.waive-do', { count: 2 }) }).click()
  await page.getByText(t('cases.waived', { count: 2 })).waitFor()
  const api = await portal.as('finance')
  expect(await balancesOf(api, orderId)).toMatchObject({ exposure: '2300.00', waived: '4600.00' })
  expect((await unitOf(api, id, 2)).state).toBe('owed')
  await page
    .getByRole('list', { name: t('cases.by-state') })
    .getByText(t('states.waived'))
    .waitFor()
})
