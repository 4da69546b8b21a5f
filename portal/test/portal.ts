/** The whole product behind a browser, for the tests of one file. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from 'vitest'
import { createSampleCases } from '../../server/src/commands/sample-cases.ts'
import { type Client, people, startHouse, type TestHouse } from '../../server/test/house.ts'
import { type Language, languages } from '../src/messages/index.ts'
import { openBrowser } from './browser.ts'
import { type Person, type Visit, visitorsOf, type Wish } from './visit.ts'

export interface Portal {
  /** A window of its own, closed at the end of the test, which fails when the browser complained in it. */
  readonly visit: (wish: Wish) => Promise<Visit>
  /** The API, signed in as this person: to bring about what a test begins with. */
  readonly as: (person: Person) => Promise<Client>
  readonly house: TestHouse
  /** Where the portal is, without a slash at its end. */
  readonly origin: string
}

const failedFolder = fileURLToPath(new URL('../../data/failed', import.meta.url))

/** Called once at the top of a test file. With `switches` of Chromium the file gets a browser of its own. */
export function openPortal({ switches }: { readonly switches?: readonly string[] } = {}): Portal {
  let house: TestHouse | undefined
  let browser: Browser | undefined
  let visit: ((wish: Wish) => Promise<Visit>) | undefined
  let visits: Visit[] = []
  const running = (): TestHouse => {
    if (house === undefined) throw new Error('the portal is open only while tests run')
    return house
  }
  const origin = () => new URL(running().address).origin

  beforeAll(async () => {
    const endpoint = inject('browserEndpoint')
    if (endpoint === '') return
    house = await startHouse({ portalFolder: inject('portalFolder') })
    await createSampleCases(house.house)
    browser = switches === undefined ? await chromium.connect(endpoint) : await openBrowser(switches)
    visit = visitorsOf(browser, origin())
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })
  // Here and not before all of them, where vitest would count the tests as skipped.
  beforeEach(() => {
    if (inject('browserEndpoint') === '') throw new Error(inject('browserMissing'))
  })
  afterEach(async ({ task }) => {
    const ended = visits
    visits = []
    const problems = ended.flatMap((one) => one.problems())
    if (task.result?.state === 'fail' || problems.length > 0) await takePictures(task.name, ended)
    await Promise.all(ended.map((one) => one.close()))
    if (problems.length > 0) throw new Error(`the browser complained:\n${problems.join('\n')}`)
  })

  return {
    get house() {
      return running()
    },
    get origin() {
      return origin()
    },
    as: (person) => running().as(people[person]),
    visit: async (wish) => {
      const opened = await visit?.(wish)
      if (opened === undefined) throw new Error('the portal is open only while tests run')
      visits.push(opened)
      return opened
    },
  }
}

/** The same test in each language of the portal. */
export function inBothLanguages(title: string, body: (language: Language) => Promise<void>): void {
  test.each(Object.keys(languages) as Language[])(`${title} (%s)`, body)
}

async function takePictures(title: string, visits: readonly Visit[]): Promise<void> {
  mkdirSync(failedFolder, { recursive: true })
  for (const [index, { page }] of visits.entries()) {
    const name = `${title.replace(/[^\p{L}\d]+/gu, '-')}-${index + 1}.png`
    await page.screenshot({ path: join(failedFolder, name), fullPage: true }).catch(() => undefined)
  }
}
