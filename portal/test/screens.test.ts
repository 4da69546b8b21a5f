import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languages } from '../src/messages/index.ts'
import { openPortal } from './portal.ts'
import { pathOf, type Screen, screens } from './screens.ts'
import type { Visit } from './visit.ts'

/** WCAG 2.2 asks for 320 (1.4.10); tables and a scanner's screen are made for 360 and more. */
const NARROWEST = 360

const portal = openPortal()
const each = (Object.keys(languages) as Language[]).flatMap((language) =>
  [...new Set(screens.map(({ person }) => person))].map(
    (person) => [person ?? 'nobody', language, person] as const,
  ),
)

// One window for all screens of a person, so that only the first is a cold load.
test.each(each)(
  'axe finds nothing on the screens of %s (%s), light, dark and narrow',
  async (_name, language, person) => {
    const visit = await portal.visit({ ...(person && { person }), language })
    const findings: string[] = []
    for (const screen of screens.filter((one) => one.person === person))
      await look(visit, screen).catch((error: Error) => findings.push(`${screen.name}: ${error.message}`))
    expect(findings).toEqual([])
  },
  600_000,
)

async function look(visit: Visit, screen: Screen): Promise<void> {
  const { page } = visit
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.emulateMedia({ colorScheme: 'light' })
  if (screen.expected) visit.forgive(screen.expected)
  await visit.open(await pathOf(screen, portal.as))
  await screen.prepare?.(visit)
  await visit.settled()
  await visit.accessible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await visit.accessible()
  await page.setViewportSize({ width: NARROWEST, height: 740 })
  await visit.settled()
  await visit.accessible()
  const tooWide = await page.evaluate(whatIsTooWide)
  if (tooWide.length > 0) throw new Error(`it scrolls sideways because of ${tooWide.join(', ')}`)
}

/** Runs in the page: what reaches beyond the window, innermost elements only. */
function whatIsTooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  return beyond
    .filter((element) => !beyond.some((other) => other !== element && element.contains(other)))
    .slice(0, 5)
    .map((element) => element.outerHTML.slice(0, 120))
}

test('no screen is missing', () => {
  const app = new URL('../src/app/', import.meta.url)
  const routes = [...readFileSync(new URL('routes.ts', app), 'utf8').matchAll(/from '(\.\.\/pages\/[^']+)'/g)]
  const paths = routes.flatMap(([, file = '']) =>
    [
      ...readFileSync(new URL(file, app), 'utf8').matchAll(
        /getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g,
      ),
    ].map(([, parent, path = '']) =>
      parent === 'caseRoute' ? `/cases/$caseId${path === '/' ? '' : path}` : path,
    ),
  )
  expect(paths.length).toBeGreaterThan(20)
  // The start only leads to another screen.
  expect(paths.filter((path) => path !== '/' && !screens.some(({ route }) => route === path))).toEqual([])
})
