/** One person in front of one window: what they see, and everything the browser complained about meanwhile. */
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core'
import { samplePassword } from '../../server/src/commands/sample-world.ts'
import { people } from '../../server/test/house.ts'
import { type Language, loadCatalogue, type Translate, translator } from '../src/messages/index.ts'
import { findingsOf } from './accessible.ts'

export type Person = keyof typeof people
export type Scheme = 'light' | 'dark'

export interface Wish {
  /** Nobody is signed in when left out. */
  readonly person?: Person
  readonly language?: Language
  readonly scheme?: Scheme
  /** In CSS pixels. */
  readonly width?: number
  readonly path?: string
}

export interface Visit {
  readonly page: Page
  readonly t: Translate
  /** Goes to an address of the portal and waits until it is loaded. */
  readonly open: (path: string) => Promise<void>
  /** Waits until the screen has asked for everything and got it, and nothing moves any more. */
  readonly settled: () => Promise<void>
  /** Throws with everything that axe finds on what is shown now. */
  readonly accessible: () => Promise<void>
  /** What matches is expected and no problem of this visit. */
  readonly forgive: (pattern: RegExp) => void
  /** What the browser complained about so far. */
  readonly problems: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Opens windows onto one portal. The first of each person signs in by the form, the others bring its cookie. */
export function visitorsOf(browser: Browser, origin: string) {
  const cookies = new Map<Person, Cookie[]>()
  return async (wish: Wish): Promise<Visit> => {
    const { person, language = 'en', scheme = 'light', width = 1280, path } = wish
    const context = await browser.newContext({
      baseURL: origin,
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      timezoneId: 'Europe/Berlin',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      viewport: { width, height: width < 500 ? 800 : 860 },
    })
    context.setDefaultTimeout(15_000)
    const visit = await watch(context, language)
    const known = person && cookies.get(person)
    if (known) await context.addCookies(known)
    else if (person) {
      await signIn(visit, people[person])
      cookies.set(person, await context.cookies())
    }
    if (path !== undefined) await visit.open(path)
    return visit
  }
}

export async function signIn({ page, t }: Pick<Visit, 'page' | 't'>, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel(t('sign-in.email')).fill(email)
  await page.getByLabel(t('sign-in.password'), { exact: true }).fill(samplePassword)
  await page.getByRole('button', { name: t('sign-in.submit'), exact: true }).click()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor({ state: 'attached' })
}

async function watch(context: BrowserContext, language: Language): Promise<Visit> {
  const complaints: string[] = []
  const forgiven: RegExp[] = []
  let waiting = 0
  let lastChange = Date.now()
  const change = (by: number) => {
    waiting += by
    lastChange = Date.now()
  }
  context.on('request', () => change(1))
  context.on('requestfinished', () => change(-1))
  context.on('requestfailed', () => change(-1))
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  context.on('weberror', (error) =>
    complaints.push(`thrown: ${error.error().stack ?? error.error().message}`),
  )
  // A breach of the content security policy is an error on the console too.
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (isRefusal(message.text(), message.location().url)) return
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  const page = await context.newPage()
  const settled = async () => {
    await page.locator('h1').first().waitFor()
    while (waiting > 0 || Date.now() - lastChange < 120) await page.waitForTimeout(30)
    await page.evaluate(stillness)
  }
  return {
    page,
    t: translator(language, await loadCatalogue(language)),
    settled,
    open: async (path) => {
      await page.goto(path)
      await settled()
    },
    accessible: async () => {
      await settled()
      const findings = await findingsOf(page)
      if (findings.length > 0) throw new Error(`${page.url()} is not accessible:\n${findings.join('\n')}`)
    },
    forgive: (pattern) => void forgiven.push(pattern),
    problems: () => complaints.filter((text) => !forgiven.some((pattern) => pattern.test(text))),
    close: () => context.close(),
  }
}

/** Until what was drawn last has faded in: in the middle of it colours are neither the old ones nor the new. */
const stillness = `(async () => {
  const frame = () => new Promise(requestAnimationFrame)
  await frame()
  await frame()
  const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)))
})()`

/** Chromium logs every 4xx as an error; for the portal it is an answer, and the screen says what it means. */
const isRefusal = (text: string, url: string): boolean =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text) && url.includes('/api/')
