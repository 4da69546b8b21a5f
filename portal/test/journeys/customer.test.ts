import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { orderOf } from '../../../server/test/house.ts'
import { keyboardOf } from '../keyboard.ts'
import { inBothLanguages, openPortal } from '../portal.ts'

const portal = openPortal()

/** An order whose due date is near, so that it stands above others, and its case. */
async function openCase(tradeIns: readonly { sku: string; quantity: number }[]) {
  const placed = new Date(Date.now() - 85 * 86_400_000).toISOString().slice(0, 10)
  const desk = await portal.as('desk')
  const order = orderOf(tradeIns, { placedOn: placed })
  expect((await desk.post('/orders', order)).status).toBe(201)
  const customer = await portal.as('customer')
  const opened = await customer.post('/cases', { orderNumber: order.number })
  expect(opened.status).toBe(201)
  const id: string = opened.body.id
  const units = async () => {
    const { body } = await customer.get(`/cases/${id}/units?limit=200`)
    return body.items as { row: number; serial: string | null; serialMark: string | null; route: string }[]
  }
  return { id, customer, serials: async () => (await units()).map(({ serial }) => serial), units }
}

/** As a spreadsheet puts a column on the clipboard. */
const paste = (page: Page, name: string, text: string) =>
  page.getByRole('textbox', { name }).evaluate((element, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    element.focus()
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const mx = 'MX480BASE-AC'
let last = 100
/** Serial numbers that no other test has given away. */
const fresh = () =>
  `JN${(++last).toString().padStart(4, '0')}${Date.now().toString(36).slice(-6).toUpperCase()}`

inBothLanguages(
  'a customer gives the serial numbers of what is owed and switches a route',
  async (language) => {
    const owed = await openCase([{ sku: mx, quantity: 5 }])
    const { page, t, accessible, settled } = await portal.visit({
      person: 'customer',
      language,
      path: '/owed',
    })
    await page.getByRole('link', { name: owed.id }).first().click()
    await page.getByRole('heading', { level: 1, name: t('cases.case', { id: owed.id }) }).waitFor()
    await page.getByRole('link', { name: t('cases.step-serials') }).click()
    await page.getByRole('checkbox', { name: t('cases.missing-serial') }).waitFor()
    expect(new URL(page.url()).searchParams.get('missing')).toBe('true')
    const cell = (row: number) => page.getByRole('textbox', { name: t('cases.serial-of', { row, sku: mx }) })
    await cell(1).waitFor()
    await accessible()

    // A column from a spreadsheet with its heading, one line longer than the table.
    const [a, b, c, d] = [fresh(), fresh(), fresh(), fresh()]
    await paste(
      page,
      t('cases.serial-of', { row: 1, sku: mx }),
      `${language === 'de' ? 'Seriennummer' : 'Serial number'}\r\n${a}\r\n${b}\r\nBUILTIN\r\n${c}\r\n\r\n${d}\r\n`,
    )
    await page.getByText(t('cases.pasted', { count: 4 })).waitFor()
    await page.getByText(t('cases.misfit-no-row', { serial: d, row: 0 })).waitFor()
    expect(await cell(4).inputValue()).toBe(c)

    // A reload takes nothing away.
    await page.reload()
    await cell(4).waitFor()
    expect(await cell(4).inputValue()).toBe(c)

    // What is wrong is refused beside its cell, where the keyboard then is, and all the rest stays typed.
    await page.getByRole('button', { name: t('cases.save', { count: 4 }) }).click()
    await expect.poll(() => cell(3).getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => cell(3).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(
      await page
        .getByRole('row')
        .filter({ has: cell(3) })
        .textContent(),
    ).toContain('BUILTIN')
    expect(await owed.serials()).toEqual([null, null, null, null, null])
    await accessible()
    await cell(3).fill(d)
    await page.getByRole('combobox', { name: t('cases.route-of', { row: 5 }) }).selectOption('destroy')
    await page.getByRole('button', { name: t('cases.save', { count: 5 }) }).click()
    await page.getByText(t('cases.saved', { count: 5 })).waitFor()
    expect(await owed.serials()).toEqual([a, b, d, c, null])
    expect((await owed.units()).at(-1)?.route).toBe('destroy')
    await settled()
    await accessible()
  },
)

test('a session that ends while somebody types takes nothing away', async () => {
  const owed = await openCase([{ sku: mx, quantity: 2 }])
  const { page, t } = await portal.visit({ person: 'customer', path: `/cases/${owed.id}` })
  const serial = fresh()
  const cell = page.getByRole('textbox', { name: t('cases.serial-of', { row: 2, sku: mx }) })
  await cell.fill(serial)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).click()
  const dialog = page.getByRole('dialog', { name: t('shell.session-ended') })
  await dialog.locator('input[type=password]').fill('sample-password-2026')
  await dialog.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await cell.inputValue()).toBe(serial)
  await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).click()
  await page.getByText(t('cases.saved', { count: 1 })).waitFor()
  expect(await owed.serials()).toEqual([null, serial])
  expect(cookies).not.toEqual(await page.context().cookies())
})

test('who changed the same device meanwhile is shown, and what was typed stays', async () => {
  const owed = await openCase([{ sku: mx, quantity: 3 }])
  const { page, t } = await portal.visit({ person: 'customer', path: `/cases/${owed.id}` })
  const cell = (row: number) => page.getByRole('textbox', { name: t('cases.serial-of', { row, sku: mx }) })
  const [mine, also, theirs, elsewhere] = [fresh(), fresh(), fresh(), fresh()]
  await cell(1).fill(mine)
  // Another device: nothing that this person has decided on.
  expect((await owed.customer.put(`/cases/${owed.id}/units/3`, { serial: elsewhere })).status).toBe(200)
  await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).click()
  await page.getByText(t('cases.saved', { count: 1 })).waitFor()
  expect(await owed.serials()).toEqual([mine, null, elsewhere])

  await cell(2).fill(also)
  expect((await owed.customer.put(`/cases/${owed.id}/units/2`, { serial: theirs })).status).toBe(200)
  await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).click()
  const conflict = page.getByRole('alert').filter({ hasText: t('shell.conflict') })
  await conflict
    .getByText(t('cases.moved-serial', { row: 2, from: t('cases.no-serial'), to: theirs }))
    .waitFor()
  expect(await cell(2).inputValue()).toBe(also)
  await conflict.getByRole('button', { name: t('shell.conflict-seen') }).click()
  await page.getByRole('button', { name: t('cases.save', { count: 1 }) }).click()
  await expect.poll(owed.serials).toEqual([mine, also, elsewhere])
})

test('serial numbers by keyboard alone', async () => {
  const owed = await openCase([{ sku: mx, quantity: 3 }])
  const { page, t } = await portal.visit({ person: 'customer', path: `/cases/${owed.id}` })
  const keyboard = keyboardOf(page)
  const cell = (row: number) => page.getByRole('textbox', { name: t('cases.serial-of', { row, sku: mx }) })
  const [first, second, third] = [fresh(), fresh(), fresh()]
  await keyboard.tabTo(cell(1))
  await keyboard.type(first)
  await keyboard.press('Enter')
  await keyboard.type(second)
  await keyboard.press('ArrowDown')
  await keyboard.type('WRONG')
  await keyboard.press('Escape')
  expect(await cell(3).inputValue()).toBe('')
  await keyboard.type(third)
  await keyboard.tabTo(page.getByRole('button', { name: t('cases.save', { count: 3 }) }))
  await keyboard.press('Enter')
  await expect.poll(owed.serials).toEqual([first, second, third])
  // The button is gone; the keyboard is at the heading of the table and not at the top of the page.
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('units-title')
})

test('ten devices and more from a phone: each with its own field, and a photo in place of the camera', async () => {
  const owed = await openCase([{ sku: mx, quantity: 2 }])
  const visit = await portal.visit({ person: 'customer', width: 360, path: `/cases/${owed.id}` })
  const { page, t, accessible } = visit
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  const serial = 'JN12PHOTO7'
  await page.getByRole('button', { name: t('cases.scan') }).click()
  const dialog = page.getByRole('dialog', { name: t('cases.scan') })
  await dialog.getByText(t('cases.camera-missing')).waitFor()
  await accessible()
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: t('cases.camera-photo') }).click()
  await (await chooser).setFiles({
    name: 'label.png',
    mimeType: 'image/png',
    buffer: await labelWith(serial),
  })
  await dialog.getByText(t('cases.scanned', { serial, row: 1, sku: mx })).waitFor()
  await dialog.getByRole('button', { name: t('cases.scan-done') }).click()
  expect(
    await page.getByRole('textbox', { name: t('cases.serial-of', { row: 1, sku: mx }) }).inputValue(),
  ).toBe(serial)
})

/** A picture of a bar code as it stands on a device. */
async function labelWith(text: string): Promise<Buffer> {
  const { toBuffer } = await import('bwip-js/node')
  return Buffer.from(
    await toBuffer({
      bcid: 'code128',
      text,
      scale: 3,
      height: 15,
      paddingwidth: 20,
      paddingheight: 20,
      backgroundcolor: 'FFFFFF',
    }),
  )
}
