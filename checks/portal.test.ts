/** What holds the portal together: who may import whom, that it says nothing by itself, and what its policy lets run. */
import { expect, test } from 'vitest'
import en from '../portal/src/messages/en.ts'
import { type Import, sourceOf } from './source.ts'
import { textOf, tracked } from './tracked-files.ts'

const sources = tracked(/^portal\/src\/.*(?<!\.test)\.tsx?$/).map(sourceOf)

/** A name that is the same in every language. */
const names = new Set(['TMIP'])

test('imports go one way: screens, subjects, then ui and app, then the API and the texts', () => {
  expect(
    sources.flatMap((source) =>
      source.imports.flatMap((imported) => {
        const advice = judge(source.path, imported)
        return advice === null
          ? []
          : [`${source.path}:${imported.line} imports ${imported.target}: ${advice}`]
      }),
    ),
  ).toEqual([])
})

function judge(path: string, { target }: Import): string | null {
  if (target.startsWith('node:')) return 'this runs in a browser'
  if (!target.includes('/') || !/^(portal|server|checks|scripts)\//.test(target)) return null
  if (!target.startsWith('portal/src/')) return 'the portal knows the API and nothing else of the product'
  const [from, to] = [placeOf(path), placeOf(target)]
  switch (from.area) {
    case 'messages':
      return to.area === 'messages' ? null : 'catalogues hold texts'
    case 'api':
      return ['api', 'messages'].includes(to.area) ? null : 'the API knows no screen'
    case 'ui':
      return ['pages', 'subjects'].includes(to.area)
        ? 'ui/ holds what every screen may use; hand it in'
        : null
    case 'subjects':
      return to.area === 'pages' ? 'what several screens draw knows none of them; hand it in' : null
    case 'app':
      return !['pages', 'subjects'].includes(to.area) ||
        (path.endsWith('/app/routes.ts') && to.file === 'route.ts')
        ? null
        : 'only routes.ts knows the screens, by their route.ts'
    case 'pages':
      return to.area === 'pages' && to.screen !== from.screen
        ? 'another screen is reached by its address; what both draw belongs in subjects/ or ui/'
        : null
    default:
      return null
  }
}

function placeOf(path: string) {
  const [area = '', screen = '', ...rest] = path.split('/').slice(2)
  return { area, screen: area === 'pages' ? screen : '', file: rest.join('/') }
}

test('every text that is read or heard comes from the catalogues', () => {
  expect(
    sources.flatMap(({ path, shown }) =>
      shown
        .filter(({ text }) => (text.match(/\p{L}{2,}/gu) ?? []).some((word) => !names.has(word)))
        .map(
          ({ text, where, line }) =>
            `${path}:${line} "${text.trim()}" (${where}): put it into messages/en.ts and messages/de.ts, and say t('area.key')`,
        ),
    ),
  ).toEqual([])
})

const matching = (pattern: RegExp, advice: string, among: (path: string) => boolean = () => true) =>
  tracked(/^portal\/src\/.*\.(tsx?|css)$/)
    .filter((path) => !/\/api\/schema\.ts$|\.test\.tsx?$/.test(path) && among(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1} ${advice}: ${line.trim().slice(0, 100)}`] : [],
        ),
    )

test('nothing that the content security policy stops', () => {
  expect(
    matching(
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|\beval\(|new Function\(|\burl\(|data:(image|font)|['"`]https?:\/\/(?!www\.w3\.org)/,
      'the policy lets in only files of our own, and no markup from text',
    ),
  ).toEqual([])
})

test('dates, numbers and money are written in one place', () => {
  expect(
    matching(
      /\bIntl\.(DateTime|Number|RelativeTime)|\.toLocale\w+\(/,
      'use useFormat(), which knows the reader’s language',
      (path) => path.endsWith('.tsx'),
    ),
  ).toEqual([])
})

test('the server is asked in one place', () => {
  expect(
    matching(
      /\bfetch\((?!request\))|new XMLHttpRequest|new EventSource|new WebSocket/,
      'use api/client.ts, which turns refusals into words',
      (path) => !path.includes('/api/'),
    ),
  ).toEqual([])
})

test('nothing is left in the console or marked for tests', () => {
  expect(matching(/\bconsole\.\w+\(|\bdebugger\b|data-testid/, 'find it by its role and name')).toEqual([])
})

test('every text of the catalogues is said somewhere', () => {
  const said = sources
    .filter(({ path }) => !path.startsWith('portal/src/messages/'))
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .filter((text) => /^[a-z-]+\..*[\w…]$/.test(text) && !/\s/.test(text))
  const exact = new Set(said)
  const patterns = said
    .filter((text) => text.includes('…'))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split('…')
            .map((part) => part.replaceAll('.', '\\.'))
            .join('.+')}$`,
        ),
    )
  const keys = Object.entries(en).flatMap(([area, texts]) =>
    Object.keys(texts).map((key) => `${area}.${key}`),
  )
  expect(keys.length).toBeGreaterThan(50)
  expect(
    keys
      .filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)))
      .map((key) => `${key}: nobody says it; delete it in every language`),
  ).toEqual([])
})
