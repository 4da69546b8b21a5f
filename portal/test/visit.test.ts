/** That the tests of the portal would see what they are to see: each of these breaks a page on purpose. */
import { expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { openPortal } from './portal.ts'

const portal = openPortal()

test('what the browser complains about is kept, until it is forgiven', async () => {
  const { page, problems, forgive } = await portal.visit({ path: '/sign-in' })
  expect(problems()).toEqual([])
  await page.evaluate(`
    console.error('it broke')
    setTimeout(() => { throw new Error('it was thrown') })
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">inline</p>')
    void fetch('/no-such-file.js')
  `)
  await expect.poll(() => problems().length).toBe(4)
  const said = [/it broke/, /it was thrown/, /Content Security Policy/, /404/]
  for (const pattern of said) expect(problems().filter((text) => pattern.test(text))).toHaveLength(1)
  for (const pattern of said) forgive(pattern)
  expect(problems()).toEqual([])
})

test('a refusal of the API is an answer', async () => {
  const { page, t, problems } = await portal.visit({ path: '/sign-in' })
  await page.getByLabel(t('sign-in.email')).fill('nobody@rheinnetz.example')
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(problems()).toEqual([])
})

test('axe sees a field without a name and a text that is too pale', async () => {
  const { page, accessible } = await portal.visit({ path: '/sign-in' })
  await page.evaluate(`
    const text = Object.assign(document.createElement('p'), { textContent: 'pale' })
    text.style.color = '#bbb'
    document.querySelector('main').append(document.createElement('input'), text)
  `)
  await expect(accessible()).rejects.toThrow(/label:[\s\S]*color-contrast:|color-contrast:[\s\S]*label:/)
})

test('the keyboard gets where it wants, and a focus that cannot be seen is noticed', async () => {
  const { page, t } = await portal.visit({ path: '/sign-in' })
  const keyboard = keyboardOf(page)
  const submit = page.getByRole('button', { name: t('sign-in.submit'), exact: true })
  await keyboard.tabTo(submit)
  expect(await keyboard.focused()).toContain(t('sign-in.submit'))
  await keyboard.tabBackTo(page.getByLabel(t('sign-in.email')))
  await page.evaluate(`
    for (const sheet of document.styleSheets) for (let rule = sheet.cssRules.length; rule > 0; rule -= 1)
      if (sheet.cssRules[rule - 1].cssText.includes(':focus-visible')) sheet.deleteRule(rule - 1)
    for (const element of document.querySelectorAll('button, input')) element.style.outline = 'none'
  `)
  await expect(keyboard.tabTo(submit)).rejects.toThrow('the focus does not show')
})
