import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Language, languages } from '../src/messages/index.ts'
import { openPortal } from './portal.ts'
import { pathOf, screens } from './screens.ts'

/** WCAG 2.2 asks for 320 (1.4.10); tables and a scanner's screen are made for 360 and more. */
const NARROWEST = 360

const portal = openPortal()
const each = screens.flatMap((screen) =>
  (Object.keys(languages) as Language[]).map((language) => ({ ...screen, language })),
)

test.each(each)('$name is for everybody ($language)', async ({ language, person, prepare, ...screen }) => {
  const path = await pathOf(screen, portal.as)
  const visit = await portal.visit({ ...(person && { person }), language, path })
  await prepare?.(visit)
  await visit.settled()
  await visit.accessible()
  await visit.page.emulateMedia({ colorScheme: 'dark' })
  await visit.accessible()
  await visit.page.setViewportSize({ width: NARROWEST, height: 740 })
  await visit.settled()
  await visit.accessible()
  expect(
    await visit.page.evaluate(() => document.documentElement.scrollWidth),
    'it scrolls sideways',
  ).toBeLessThanOrEqual(NARROWEST)
})

test('no screen is missing', () => {
  const routes = fileURLToPath(new URL('../src/app/routes.ts', import.meta.url))
  const wanted = [...readFileSync(routes, 'utf8').matchAll(/from '(\.\.\/pages\/[^']+)'/g)].flatMap(
    ([, file = '']) => {
      const text = readFileSync(new URL(file, new URL('../src/app/', import.meta.url)), 'utf8')
      return [...text.matchAll(/getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g)].map(
        ([, parent, path = '']) =>
          parent === 'caseRoute' ? `/cases/$caseId${path === '/' ? '' : path}` : path,
      )
    },
  )
  expect(wanted.length).toBeGreaterThan(20)
  // The start only leads to another screen.
  expect(wanted.filter((path) => path !== '/' && !screens.some(({ route }) => route === path))).toEqual([])
})
