/** The auditor in the browser: reads everything, has it proved, and is offered nothing that changes anything. */
import { expect, test } from 'vitest'
import { sealHistory } from '../../../server/src/modules/audit/index.ts'
import { answered, openCase } from '../../../server/test/fixtures/cases.ts'
import type { Translate } from '../../src/messages/index.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import type { Visit } from '../visit.ts'

const portal = openPortal()

inBothLanguages('a case is found, read and proved, and so is the seal over it', async (language) => {
  const { id, orderNumber } = await openCase(await portal.as('customer'), [
    { sku: 'MX240BASE-AC', quantity: 2 },
  ])
  await sealHistory(portal.house.house.db, new Date().toISOString())
  const auditor = await portal.visit({ person: 'auditor', language, path: '/cases' })
  const { page, t } = auditor
  await page.getByRole('searchbox', { name: t('shell.search') }).fill(orderNumber)
  await page.keyboard.press('Enter')
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(id) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: t('cases.case', { id }) }).waitFor()
  await page.getByRole('link', { name: t('cases.tab-history'), exact: true }).click()
  await page.getByRole('button', { name: t('history.verify') }).click()
  const result = page.getByRole('status').filter({ hasText: t('history.verified') })
  await result.waitFor()
  const { body } = answered(await (await portal.as('auditor')).get(`/cases/${id}/history/verification`), 200)
  expect(body.verified).toBe(true)
  const said = await result.innerText()
  expect(said).toContain(body.head)
  expect(said).toMatch(
    new RegExp(language === 'de' ? `Siegel ${body.seal.number}` : `seal ${body.seal.number}`),
  )
  await auditor.accessible()

  await page.getByRole('link', { name: t('shell.seals') }).click()
  await page.getByRole('heading', { level: 1, name: t('money.seals') }).waitFor()
  const { items } = answered(await (await portal.as('auditor')).get('/seals'), 200).body
  await page.getByText(items[0].root).waitFor()
  await auditor.accessible()
})

test('what was changed behind the back of the program is named in words', async () => {
  const { id } = await openCase(await portal.as('customer'), [{ sku: 'MX240BASE-AC', quantity: 1 }])
  await portal.house.house.db.query('update unit set credit_minor = credit_minor + 1 where case_id = $1', [
    id,
  ])
  const { page, t, accessible } = await portal.visit({ person: 'auditor', path: `/cases/${id}/history` })
  await page.getByRole('button', { name: t('history.verify') }).click()
  const result = page.getByRole('status').filter({ hasText: t('history.not-verified') })
  await result.waitFor()
  const { body } = answered(await (await portal.as('auditor')).get(`/cases/${id}/history/verification`), 200)
  expect(await result.innerText()).toContain(body.difference.sentence)
  await accessible()
})

test('nothing that an auditor sees anywhere changes anything', async () => {
  const auditor = await portal.visit({ person: 'auditor' })
  const writes: string[] = []
  auditor.page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(`${request.method()} ${request.url()}`)
  })
  const harmless = harmlessButtons(auditor.t)
  const found: string[] = []
  for (const path of await everywhere()) {
    await auditor.open(path)
    const { names, fields, ways } = await offered(auditor)
    for (const key of ['a', 'r']) await auditor.page.keyboard.press(key)
    expect(await auditor.page.getByRole('dialog').count()).toBe(0)
    for (const name of names)
      if (!harmless.some((text) => name.startsWith(text))) found.push(`${path}: button ${name}`)
    for (const one of [...fields, ...ways]) found.push(`${path}: ${one}`)
  }
  expect(found).toEqual([])
  expect(writes).toEqual([])

  // The same eyes on somebody who may do something.
  const desk = await portal.visit({ person: 'desk', path: (await everywhere()).find(isForms) ?? '' })
  const theirs = await offered(desk)
  expect(theirs.fields.join()).toContain('file')
  expect(theirs.names.some((name) => !harmless.some((text) => name.startsWith(text)))).toBe(true)
}, 300_000)

const isForms = (path: string): boolean => path.endsWith('/forms')

type CaseView = Readonly<Record<string, unknown>> & { readonly id: string; readonly orderId: string }

/** Every kind of screen that an auditor can go to, with something on it. */
async function everywhere(): Promise<string[]> {
  const auditor = await portal.as('auditor')
  const listed = async (path: string) => answered(await auditor.get(path), 200).body.items
  const cases: CaseView[] = await listed('/cases?limit=100')
  const [overdue]: CaseView[] = await listed('/cases?overdue=true&limit=1')
  const [organisation]: { id: string }[] = await listed('/organisations?limit=1')
  const some = (count: string) => {
    const one = cases.find((view) => Number(view[count]) > 0)
    if (one === undefined) throw new Error(`no sample case with ${count}`)
    return `/cases/${one.id}`
  }
  return [
    '/exposure',
    '/charge-backs',
    '/charge-backs?state=decided',
    '/cases?status=all',
    `/cases/${overdue?.id}`,
    some('chargeBackWaiting'),
    some('forms'),
    `${some('forms')}/forms`,
    `${some('formWaiting')}/forms`,
    `${some('certificates')}/certificates`,
    `/review${some('forms').replace('cases', 'forms')}/1`,
    `/review${some('certificates').replace('cases', 'certificates')}/1`,
    `${some('shipments')}/shipping`,
    `${some('extensions')}/time`,
    `${some('messages')}/messages`,
    `${some('messages')}/history`,
    '/orders',
    ...cases.slice(0, 2).map(({ orderId }) => `/orders/${orderId}`),
    '/goods',
    '/goods?status=resolved',
    '/mandates',
    '/people',
    '/organisations',
    `/organisations/${organisation?.id}`,
    '/programmes',
    '/programmes/juniper-tmip',
    '/calculator',
    '/seals',
    '/search?q=Rheinnetz',
  ]
}

/** What the screen itself offers, without the frame around it. Links are taken for writing where they lead to doing. */
async function offered({ page }: Visit): Promise<{ names: string[]; fields: string[]; ways: string[] }> {
  const main = page.getByRole('main')
  return {
    names: await main
      .locator('button:visible, [role=button]:visible')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getAttribute('role') !== 'tab')
          .map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()),
      ),
    fields: await main
      .locator('textarea, input[type=file], td input:not([type=radio]), td select')
      .evaluateAll((all) => all.map((one) => `field ${one.outerHTML.slice(0, 200)}`)),
    ways: await main
      .locator('a[href^="/cases/new"], a[href^="/orders/new"]')
      .evaluateAll((all) => all.map((one) => `link to ${one.getAttribute('href')}`)),
  }
}

/** What may stand at the beginning of a button's name: it shows, counts, proves or copies. Any other one is a finding. */
const harmlessButtons = (t: Translate): string[] => [
  t('cases.print'),
  t('cases.reset'),
  t('cases.all-units'),
  t('cases.page-before'),
  t('cases.page-after'),
  t('documents.download'),
  t('documents.download-prefilled'),
  t('documents.download-label'),
  t('documents.download-instructions'),
  t('documents.download-signed'),
  t('documents.show'),
  t('documents.devices-of', { count: 1 }),
  t('documents.devices-of', { count: 2 }),
  t('documents.devices-of', { count: 4 }),
  t('documents.look-at-page', { page: 1, number: 1 }),
  t('documents.look-at-page', { page: 2, number: 1 }),
  t('documents.copy-tracking', { number: '' }).trim(),
  t('desk.keys'),
  t('desk.zoom-out'),
  t('desk.zoom-in'),
  t('desk.fit-width'),
  t('desk.turn'),
  t('history.verify'),
  t('money.copy'),
  t('orders.copy-link'),
  t('shell.more'),
  t('shell.try-again'),
]
