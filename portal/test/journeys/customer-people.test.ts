import { expect } from 'vitest'
import { inBothLanguages, openPortal } from '../portal.ts'

const portal = openPortal()

inBothLanguages(
  'a customer grants, limits and revokes a mandate, and it counts at once',
  async (language) => {
    // A customer that no other mandate opens to this partner.
    const { page, t, accessible, settled } = await portal.visit({
      person: 'otherCustomer',
      language,
      path: '/mandates',
    })
    const customer = 'Great Lakes Fiber Inc.'
    const partnerName = 'Nordlicht Systemhaus AG'
    const partner = await portal.as('partner')
    const access = async () => {
      const { body } = await partner.get('/me')
      return body.customers.find((one: { name: string }) => one.name === customer)?.access ?? 'none'
    }
    expect(await access()).toBe('none')

    await page.getByRole('button', { name: t('people.grant'), exact: true }).click()
    const granting = page.getByRole('dialog', { name: t('people.grant') })
    await granting.getByLabel(t('people.grant-account')).fill('P-0000')
    await granting.getByRole('button', { name: t('people.grant-now') }).click()
    await expect
      .poll(() => granting.getByLabel(t('people.grant-account')).getAttribute('aria-invalid'))
      .toBe('true')
    await accessible()
    await granting.getByLabel(t('people.grant-account')).fill('P-2001')
    await granting.getByRole('button', { name: t('people.grant-now') }).click()
    const mandate = page.getByRole('row', { name: new RegExp(partnerName) })
    await mandate.getByText(t('people.mandate-valid'), { exact: true }).waitFor()
    await mandate.getByText(t('people.access-act'), { exact: true }).waitFor()
    expect(await access()).toBe('act')

    const agent = await portal.visit({ person: 'partner', language, path: '/mandates' })
    const granted = agent.page.getByRole('row', { name: new RegExp(customer) })
    await granted.getByText(t('people.access-act'), { exact: true }).waitFor()
    await agent.accessible()
    expect(await agent.page.getByRole('button', { name: t('people.revoke') }).count()).toBe(0)

    await page.getByRole('button', { name: t('people.limit-of', { partner: partnerName }) }).click()
    await page.getByRole('radio', { name: t('people.access-read') }).check()
    await page.getByRole('button', { name: t('people.limit-now') }).click()
    await mandate.getByText(t('people.access-read'), { exact: true }).waitFor()
    expect(await access()).toBe('read')

    const { body } = await (await portal.as('otherCustomer')).get('/orders?limit=1')
    const order = body.items[0] === undefined ? null : `/orders/${body.items[0].id}`
    if (order !== null) expect((await partner.get(order)).status).toBe(200)
    const back = page.getByRole('button', { name: t('people.revoke-mandate-of', { partner: partnerName }) })
    await back.click()
    const revoking = page.getByRole('dialog')
    await revoking.getByText(t('people.revoke-mandate-stays', { customer })).waitFor()
    await accessible()
    await page.keyboard.press('Escape')
    await revoking.waitFor({ state: 'detached' })
    await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true)
    await back.click()
    await page.getByRole('button', { name: t('people.revoke-mandate-now') }).click()
    await mandate.waitFor({ state: 'detached' })
    expect(await access()).toBe('none')
    if (order !== null) expect((await partner.get(order)).status).toBe(404)
    // The button is gone with the row; the keyboard goes on at the beginning of the page.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')

    await page.getByText(t('people.mandates-all')).click()
    await mandate
      .first()
      .getByText(new RegExp(t('people.mandate-revoked')))
      .waitFor()
    await settled()
    await accessible()
    await agent.page.reload()
    await agent.settled()
    expect(await granted.count()).toBe(0)
  },
)
