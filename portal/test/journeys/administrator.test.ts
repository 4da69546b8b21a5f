import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Language } from '../../src/messages/index.ts'
import { inBothLanguages, openPortal } from '../portal.ts'

const portal = openPortal()
const password = 'vier lange Wege zum Gerät'
const northlake = readFileSync(
  new URL('../../../programmes/examples/180-days-from-last-shipment.yaml', import.meta.url),
  'utf8',
)
const yamlFile = (text: string) => ({
  name: 'northlake-renew.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(text),
})

inBothLanguages('an administrator adds a customer and lets its first person in and out', async (language) => {
  const name = `Netzwerk Süd ${language}`
  const email = `erste.${language}@netzwerk-sued.example`
  const { page, t, settled, accessible } = await portal.visit({
    person: 'administrator',
    language,
    path: '/organisations',
  })

  await page.getByRole('button', { name: t('people.create-organisation') }).click()
  const adding = page.getByRole('dialog', { name: t('people.create-organisation') })
  await adding.getByLabel(t('people.name'), { exact: true }).fill(name)
  await adding.getByLabel(t('people.account')).fill('C-1001')
  const country = adding.getByRole('combobox', { name: t('people.country') })
  await country.fill(language === 'de' ? 'Österreich' : 'Austria')
  await adding
    .getByRole('option', { name: language === 'de' ? 'Österreich' : 'Austria', exact: true })
    .click()
  await adding.getByRole('combobox', { name: t('people.time-zone') }).fill('Vienna')
  await adding.getByRole('option', { name: 'Europe/Vienna' }).click()
  await adding.getByRole('button', { name: t('people.create-organisation-now') }).click()
  // The number belongs to somebody: said beside its field, and nothing typed is lost.
  await expect.poll(() => adding.getByLabel(t('people.account')).getAttribute('aria-invalid')).toBe('true')
  await adding.getByLabel(t('people.account')).fill(`C-77-${language}`)
  await accessible()
  await adding.getByRole('button', { name: t('people.create-organisation-now') }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()

  await page.getByRole('button', { name: t('people.invite') }).click()
  const inviting = page.getByRole('dialog')
  await inviting.getByLabel(t('people.name'), { exact: true }).fill('Edda Erste')
  await inviting.getByLabel(t('people.email')).fill(email)
  await inviting.getByRole('button', { name: t('people.invite-link') }).click()
  await inviting.getByText(t('people.roles-none')).waitFor()
  await inviting.getByRole('checkbox', { name: t('people.role-asset-manager') }).check()
  await inviting.getByRole('button', { name: t('people.invite-link') }).click()
  const link = await inviting.getByLabel(t('people.invited-link')).inputValue()
  await accessible()
  await inviting.getByRole('button', { name: t('people.done') }).click()
  const pending = page.getByRole('table', { name: t('people.invitations-table') })
  await pending.getByRole('row', { name: /Edda Erste/ }).waitFor()

  const guest = await portal.visit({ language, path: link.slice(portal.origin.length) })
  expect(new URL(guest.page.url()).hash).toBe('')
  await guest.page.reload()
  await guest.page.getByText(name).waitFor()
  await guest.page.getByLabel(t('people.invitation-password'), { exact: true }).fill('kurz')
  await guest.page.getByRole('button', { name: t('people.invitation-accept') }).click()
  await guest.page.getByText(/12 (to|bis) 256/).waitFor()
  await guest.accessible()
  await guest.page.getByLabel(t('people.invitation-password'), { exact: true }).fill(password)
  await guest.page.getByRole('button', { name: t('people.invitation-accept') }).click()
  await guest.page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()

  await guest.open('/account')
  await guest.page.getByRole('button', { name: t('people.create-key') }).click()
  const creating = guest.page.getByRole('dialog')
  await creating.getByLabel(t('people.key-name'), { exact: true }).fill('Bestandsabgleich')
  await creating.getByRole('button', { name: t('people.create-key') }).click()
  const token = await creating.getByLabel(t('people.key-token')).inputValue()
  const asProgram = () =>
    fetch(`${portal.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } }).then(
      ({ status }) => status,
    )
  expect(await asProgram()).toBe(200)
  await creating.getByRole('button', { name: t('people.done') }).click()

  // The same link a second time: it says what to do.
  const late = await portal.visit({ language, path: link.slice(portal.origin.length) })
  await late.page.getByRole('heading', { level: 1, name: t('people.invitation-over') }).waitFor()

  await page.reload()
  await settled()
  await page.getByRole('tab', { name: t('people.part-keys') }).click()
  await page.getByRole('button', { name: t('people.revoke-key-of', { name: 'Bestandsabgleich' }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('people.revoke-key-now') })
    .click()
  await page
    .getByRole('row', { name: /Bestandsabgleich/ })
    .getByText(t('people.key-revoked-on', { day: '' }).trim())
    .waitFor()
  expect(await asProgram()).toBe(401)

  // Somebody must stay who looks after the people; so a second one comes first.
  await page.getByRole('tab', { name: t('people.part-people') }).click()
  await page.getByRole('button', { name: t('people.end-access-of', { name: 'Edda Erste' }) }).click()
  const ending = page.getByRole('dialog')
  await ending.getByRole('button', { name: t('people.end-now') }).click()
  await ending.getByRole('alert').waitFor()
  await ending.getByRole('button', { name: t('shell.cancel') }).click()
  await addColleague(name, language)
  await page.getByRole('button', { name: t('people.end-access-of', { name: 'Edda Erste' }) }).click()
  await page.getByRole('button', { name: t('people.end-now') }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(t('people.left'), { exact: true }).click()
  await page.getByRole('row', { name: /Edda Erste/ }).waitFor()
  await guest.page.reload()
  await guest.page.getByRole('heading', { level: 1, name: t('sign-in.title') }).waitFor()

  await page.getByRole('tab', { name: t('people.part-history') }).click()
  await expect.poll(() => page.getByRole('listitem').count()).toBeGreaterThan(4)
  await accessible()
})

async function addColleague(organisation: string, language: Language): Promise<void> {
  const administrator = await portal.as('administrator')
  const { body } = await administrator.get(`/organisations?search=${encodeURIComponent(organisation)}`)
  const { status } = await administrator.post(`/organisations/${body.items[0].id}/people`, {
    email: `zweite.${language}@netzwerk-sued.example`,
    name: 'Zoe Zweite',
    language,
    roles: ['asset-manager'],
    password,
  })
  expect(status).toBe(201)
}

inBothLanguages('an administrator publishes a version after reading what it changes', async (language) => {
  const version = language === 'de' ? '2031.1' : '2031.2'
  const changed = northlake
    .replace(/^version: .*$/m, `version: "${version}"`)
    .replace(/window: P180D/, language === 'de' ? 'window: P150D' : 'window: P160D')
  const { page, t, accessible, open } = await portal.visit({
    person: 'administrator',
    language,
    path: '/programmes?publish=true',
  })
  const file = page.locator('input[type=file]')

  await file.setInputFiles(yamlFile(changed.replace(/window: P\w+/, 'window: soon')))
  const wrong = page.getByRole('alert')
  await wrong.getByText('window: soon').waitFor()
  const line = changed.split('\n').findIndex((text) => text.includes('window: P')) + 1
  expect(await wrong.innerText()).toContain(t('programmes.problem-at', { line, column: 11 }))
  await accessible()

  await page.getByRole('button', { name: t('programmes.other-file') }).click()
  await file.setInputFiles(yamlFile(changed))
  const difference = page.getByRole('region').filter({ hasText: 'clock › window' })
  await difference.first().waitFor()
  expect(await difference.first().innerText()).toMatch(/P1[56]0D/)
  await page.getByRole('button', { name: t('programmes.publish-now', { version }) }).click()
  await accessible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('programmes.publish-now', { version }) })
    .click()

  await page.getByRole('heading', { level: 3 }).filter({ hasText: version }).waitFor()
  const first = page
    .getByRole('table', { name: t('programmes.versions-table') })
    .getByRole('row')
    .nth(1)
  await expect.poll(() => first.innerText()).toContain(t('programmes.current'))
  expect(await first.innerText()).toContain(version)
  await accessible()

  // What was read has an address: a colleague who only reads sees the same.
  const auditor = await portal.visit({
    person: 'auditor',
    language,
    path: new URL(page.url()).pathname + new URL(page.url()).search,
  })
  await auditor.page.getByText('clock › window').waitFor()
  expect(await auditor.page.getByRole('tab', { name: t('programmes.part-publish') }).count()).toBe(0)

  await open('/programmes?publish=true')
  await file.setInputFiles(yamlFile(changed))
  await page.getByText(t('programmes.same-published')).waitFor()
  expect(await page.getByRole('button', { name: t('programmes.publish-now', { version }) }).count()).toBe(0)
  await page.getByRole('button', { name: t('programmes.other-file') }).click()
  await file.setInputFiles(yamlFile(changed.replace(/window: P\w+/, 'window: P99D')))
  await page.getByText(t('programmes.version-taken', { version })).waitFor()
})
