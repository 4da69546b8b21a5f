/** The auditor in the browser: reads everything, proves it, and is offered nothing that changes anything. */
import type { Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { answered } from '../../../server/test/fixtures/cases.ts'
import type { Translate } from '../../src/messages/index.ts'
import { inBothLanguages, openPortal } from '../portal.ts'
import type { Visit } from '../visit.ts'

const portal = openPortal()

type CaseView = Readonly<Record<string, unknown>> & { readonly id: string; readonly orderId: string }

/** Everything that an auditor can go to, with something on it. */
async function everywhere(): Promise<string[]> {
  const auditor = await portal.as('auditor')
  const cases = answered(await auditor.get('/cases?limit=100'), 200).body.items as CaseView[]
  const organisations = answered(await auditor.get('/organisations?limit=50'), 200).body.items
  const rich = (count: string) => cases.find((one) => Number(one[count]) > 0)
  const parts = ['', '/forms', '/certificates', '/shipping', '/time', '/messages', '/history']
  const some = ['forms', 'certificates', 'shipments', 'extensions', 'messages', 'chargeBacks'].map(rich)
  const overdue = answered(await auditor.get('/cases?overdue=true&limit=100'), 200).body.items as CaseView[]
  const chosen = new Set([...some, ...overdue].flatMap((one) => one?.id ?? []))
  return [
    '/exposure',
    '/charge-backs',
    '/charge-backs?state=decided',
    '/cases?status=all',
    ...[...chosen].flatMap((id) => parts.map((part) => `/cases/${id}${part}`)),
    '/orders',
    ...[...new Set([...cases].map(({ orderId }) => orderId))].slice(0, 3).map((id) => `/orders/${id}`),
    '/goods',
    '/goods?status=resolved',
    '/mandates',
    '/people',
    '/organisations',
    ...organisations.slice(0, 3).map(({ id }: { id: string }) => `/organisations/${id}`),
    '/programmes',
    '/programmes/juniper-tmip',
    '/calculator',
    '/seals',
    '/search?q=Rheinnetz',
  ]
}

/** What a screen lets a person press, type into or choose, beside the frame around it; each by its name. */
async function offered({ page }: Visit): Promise<string[]> {
  return page
    .getByRole('main')
    .locator('button, [role=button], input, textarea, select')
    .evaluateAll((elements) =>
      elements
        .filter((element) => (element as HTMLElement).offsetParent !== null)
        .map((element) => {
          const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent
          const kind = element.tagName === 'INPUT' ? (element as HTMLInputElement).type : element.tagName.toLowerCase()
          return `${kind}: ${(label ?? element.textContent ?? '').trim()}`
        }),
    )
}

test('dump', async () => {
  const auditor = await portal.visit({ person: 'auditor' })
  const writes: string[] = []
  auditor.page.on('request', (request: Request) => {
    if (request.method() !== 'GET') writes.push(`${request.method()} ${request.url()}`)
  })
  const all = new Map<string, string>()
  for (const path of await everywhere()) {
    await auditor.open(path)
    for (const one of await offered(auditor)) if (!all.has(one)) all.set(one, path)
    const h = await auditor.page.locator('h1').first().innerText()
    console.log(path, '|', h, '|', (await auditor.page.getByRole('main').locator('a').evaluateAll((e) => e.map((x) => x.getAttribute('href')))).filter((x) => /new|review/.test(x ?? '')))
  }
  console.log([...all].map(([a, b]) => `${a}   @ ${b}`).join('\n'))
  console.log(writes)
}, 500000)
