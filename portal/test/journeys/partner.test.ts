import { expect } from 'vitest'
import { orderOf } from '../../../server/test/house.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import type { Visit } from '../visit.ts'

const portal = openPortal()

const chassis = 'MX480BASE-AC'
const card = 'MIC-3D-20GE-SFP'

let last = 0
/** An order number that nothing else in this file's world has. */
const fresh = (): string => `SO-P${Date.now().toString(36).toUpperCase()}${++last}`

const today = (): string => new Date().toISOString().slice(0, 10)

async function customerNamed(account: string) {
  const partner = await portal.as('partner')
  const { body } = await partner.get('/me')
  const found = (body.customers as { id: string; name: string; account: string }[]).find(
    (one) => one.account === account,
  )
  if (found === undefined) throw new Error(`the partner has no mandate of ${account}`)
  return { partner, ...found }
}

const fieldOf = ({ page, t }: Visit, number: number) =>
  page.getByRole('combobox', { name: t('orders.sku-number', { number }), exact: true })

inBothLanguages('a partner sees the customers by exposure and acts for one of them', async (language) => {
  const customer = await customerNamed('C-1001')
  const visit = await portal.visit({ person: 'partner', language, path: '/portfolio' })
  const { page, t, accessible, settled } = visit
  const table = page.getByRole('table', { name: t('orders.portfolio-table') })
  await table.waitFor()
  const { body: portfolio } = await customer.partner.get('/portfolio')
  const shown = await table.getByRole('row').allInnerTexts()
  const names = (portfolio.items as { name: string; exposure: number }[]).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(1)
  expect(names.map((name) => shown.findIndex((row) => row.includes(name)))).toEqual(
    names.map((_, index) => index + 1),
  )
  // A mandate to look gives nothing to do.
  const reading = table.getByRole('row').filter({ hasText: t('orders.read-only') })
  expect(await reading.getByRole('link', { name: t('cases.open-one') }).count()).toBe(0)
  await accessible()

  // Registers an order, which nobody registered before.
  await page.getByRole('link', { name: t('orders.register-of', { name: customer.name }) }).click()
  const number = fresh()
  await page.getByLabel(t('orders.number-of-vendor')).fill(number)
  await page.getByRole('button', { name: t('orders.look'), exact: true }).click()
  await page.getByText(t('orders.not-there-yet', { number })).waitFor()
  // Waits until the programmes are there.
  await page.getByRole('combobox', { name: t('cases.programme') }).selectOption('juniper-tmip')
  await page.getByLabel(t('orders.placed-on')).fill('2099-01-01')
  await page.getByLabel(t('orders.currency')).selectOption('EUR')
  await fieldOf(visit, 1).fill('MX480')
  await page.getByRole('option', { name: new RegExp(chassis) }).click()
  await page.getByRole('textbox', { name: t('orders.quantity') }).fill('2')
  await page.getByRole('button', { name: t('orders.add-device'), exact: true }).click()
  await fieldOf(visit, 2).fill('NONSENSE-1')
  await page.keyboard.press('Escape')
  await settled()

  // What is wrong stands beside its fields, and a reload takes nothing away.
  await page.getByRole('button', { name: t('orders.register-now'), exact: true }).click()
  await page.getByText(t('orders.see-fields', { count: 2 })).waitFor()
  await expect.poll(() => fieldOf(visit, 2).getAttribute('aria-invalid')).toBe('true')
  await accessible()
  await page.reload()
  await fieldOf(visit, 2).waitFor()
  expect(await fieldOf(visit, 1).inputValue()).toBe(chassis)
  await page.getByLabel(t('orders.placed-on')).fill(today())
  await fieldOf(visit, 2).fill(card)
  await page.keyboard.press('Escape')
  await settled()
  await page.getByRole('button', { name: t('orders.register-now'), exact: true }).click()

  // Opens the case: some devices, one of them to be destroyed.
  await page.getByRole('radio', { name: t('orders.way-mixed') }).check()
  await settled()
  await page
    .getByRole('textbox', {
      name: t('orders.count-of', { title: t('orders.destroy-count'), sku: chassis }),
    })
    .fill('1')
  await accessible()
  await page.getByRole('button', { name: t('orders.open-now'), exact: true }).click()
  await page.waitForURL(/\/cases\/TM-/)
  await settled()
  const caseId = new URL(page.url()).pathname.split('/')[2]
  const { body: units } = await customer.partner.get(`/cases/${caseId}/units`)
  expect(
    (units.items as { sku: string; route: string }[]).map(({ sku, route }) => `${sku} ${route}`),
  ).toEqual([`${chassis} return`, `${chassis} destroy`, `${card} return`])
  const { body: view } = await customer.partner.get(`/cases/${caseId}`)
  expect(view).toMatchObject({ orderNumber: number, customerId: customer.id })
})

inBothLanguages(
  'a partner finds the order that the vendor registered, and opens its case',
  async (language) => {
    const desk = await portal.as('desk')
    const order = orderOf([{ sku: chassis, quantity: 3 }], { number: fresh(), placedOn: today() })
    expect((await desk.post('/orders', order)).status).toBe(201)
    const { page, t, settled } = await portal.visit({ person: 'partner', language, path: '/orders/new' })
    await page.getByLabel(t('orders.number-of-vendor')).fill(order.number.toLowerCase())
    await page.getByRole('button', { name: t('orders.look'), exact: true }).click()
    await page.getByRole('heading', { name: t('orders.found', { number: order.number }) }).waitFor()
    await page.getByRole('link', { name: t('orders.open-case-units', { count: 3 }) }).click()

    // Only two now; the third gets a case of its own later.
    await page.getByRole('radio', { name: t('orders.take-some') }).check()
    await page
      .getByRole('textbox', { name: t('orders.count-of', { title: t('orders.take-count'), sku: chassis }) })
      .fill('2')
    await page.getByRole('radio', { name: t('orders.way-destroy') }).check()
    await page.getByRole('button', { name: t('orders.open-now'), exact: true }).click()
    await page.waitForURL(/\/cases\/TM-/)
    await settled()
    await page.getByRole('link', { name: order.number }).click()
    await page.getByRole('link', { name: t('orders.open-case-units', { count: 1 }) }).click()
    await page.getByRole('radio', { name: t('orders.take-some') }).check()
    await page.getByRole('button', { name: t('orders.open-now'), exact: true }).click()
    await page.waitForURL(/\/cases\/TM-/)
    const { body: found } = await desk.get(`/orders?search=${order.number}`)
    expect(found.items[0].freeUnits).toBe(0)
  },
)

inBothLanguages('a partner calculates what is secured, and sends the address', async (language) => {
  const { page, t, accessible, settled, open } = await portal.visit({
    person: 'partner',
    language,
    path: '/calculator?programme=juniper-tmip&currency=EUR&on=2026-11-02',
  })
  const add = page.getByRole('combobox', { name: t('orders.add-sku') })
  await add.fill(chassis)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('orders.add'), exact: true }).click()
  const count = (part: 'return' | 'destroy' | 'keep') =>
    page.getByRole('textbox', {
      name: t('orders.count-of', { title: t(`orders.count-${part}`), sku: chassis }),
    })
  await count('return').fill('2')
  await count('destroy').fill('1')
  await count('keep').fill('1')
  // A device that the programme does not take says so, and the others count all the same.
  await add.fill('NONSENSE-1')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('orders.add'), exact: true }).click()
  await page.getByText(t('orders.lines-without-credit', { count: 1 })).waitFor()
  await settled()
  const totals = page.getByRole('region', { name: t('orders.totals') })
  const money = (amount: number) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(amount)
  await expect
    .poll(async () => (await totals.getByRole('definition').allInnerTexts()).map((text) => text.trim()))
    .toEqual([money(12_800), money(9_600), money(3_200)])
  await accessible()
  const address = page.url()
  await open('/orders')
  await open(address)
  await expect.poll(() => count('destroy').inputValue()).toBe('1')
  await expect
    .poll(async () => (await totals.getByRole('definition').allInnerTexts()).map((text) => text.trim()))
    .toEqual([money(12_800), money(9_600), money(3_200)])
})
