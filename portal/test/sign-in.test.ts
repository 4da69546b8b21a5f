import { expect, test } from 'vitest'
import { people } from '../../server/test/house.ts'
import { inBothLanguages, openPortal } from './portal.ts'
import { signIn } from './visit.ts'

const portal = openPortal()

inBothLanguages('a wrong password is refused in words, the right one leads to the work', async (language) => {
  const { page, t, accessible, open } = await portal.visit({ language, path: '/cases' })
  // Who is not signed in is asked to, and comes where they wanted to go.
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  await accessible()
  await page.getByLabel(t('sign-in.email')).fill(people.customer)
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  const refusal = page.getByRole('alert')
  await refusal.waitFor()
  expect(await refusal.textContent()).toMatch(
    language === 'de' ? /E-Mail-Adresse|Passwort/ : /e-mail|password/i,
  )
  expect(await page.getByLabel(t('sign-in.email')).inputValue()).toBe(people.customer)
  await accessible()

  await signInHere()
  await page.waitForURL('**/cases')
  await page.reload()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/cases')

  await page.getByRole('button', { name: t('shell.person', { name: 'Greta Geräte' }) }).click()
  await page.getByRole('menuitem', { name: t('shell.sign-out') }).click()
  await page.getByRole('heading', { level: 1, name: t('sign-in.title') }).waitFor()
  await open('/cases')
  expect(new URL(page.url()).pathname).toBe('/sign-in')

  async function signInHere() {
    await page.getByLabel(t('sign-in.password'), { exact: true }).fill('sample-password-2026')
    await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  }
})

test('no script can read the session, and no other site can use it', async () => {
  const visit = await portal.visit({})
  await signIn(visit, people.desk)
  const { page } = visit
  const cookies = await page.context().cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({ name: 'tmip_session', httpOnly: true, sameSite: 'Strict' })
  expect(await page.evaluate('document.cookie')).toBe('')
  expect(JSON.stringify(await page.evaluate('({ ...localStorage, ...sessionStorage })'))).not.toContain(
    cookies[0]?.value,
  )
  const foreign = await page.request.post(`${portal.origin}/api/orders`, {
    data: {},
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status()).toBe(403)
})

test('nothing but our own files runs', async () => {
  const { page, forgive } = await portal.visit({ path: '/sign-in' })
  const [answer] = await Promise.all([page.waitForResponse('**/sign-in'), page.reload()])
  const policy = new Map(
    ((await answer.headerValue('content-security-policy')) ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(policy.get('style-src')).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/)
  for (const name of ['base-uri', 'frame-ancestors']) expect(policy.get(name)).toBe("'none'")
  expect(policy.get('connect-src')).toBe("'self'")

  // The header is one thing, that the browser keeps to it another.
  forgive(/Content Security Policy/)
  await page.evaluate(`{
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.injected = true">')
  }`)
  await expect.poll(() => page.evaluate('document.images.length > 1')).toBe(true)
  expect(await page.evaluate('window.injected')).toBeUndefined()
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%09/evil.example',
])('a link to the sign-in does not lead to another site afterwards: %s', async (from) => {
  const visit = await portal.visit({})
  const { page, t } = visit
  await page.goto(`/sign-in?from=${encodeURIComponent(from)}`)
  await page.getByLabel(t('sign-in.email')).fill(people.customer)
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill('sample-password-2026')
  await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  expect(new URL(page.url()).origin).toBe(portal.origin)
})

test('the chosen language is remembered', async () => {
  const { page, t } = await portal.visit({ language: 'en', path: '/sign-in' })
  await page.getByRole('button', { name: t('shell.language', { language: 'EN' }) }).click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
})
