/** A Chromium to test with: whatever this machine has, else one from the package registry. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'
import { installChromium } from './install-chromium.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

export class NoBrowser extends Error {}

/** For a program that looks at pages by itself; `args` are switches of Chromium. */
export const openBrowser = (args: readonly string[] = []): Promise<Browser> =>
  first((options) => chromium.launch({ ...options, args: [...args] }))

/** For many programs that look at pages at the same time: they connect to its `wsEndpoint()`. */
export const serveBrowser = (): Promise<BrowserServer> => first((options) => chromium.launchServer(options))

/**
 * The first one that really starts: a file of the right name may be a stub that asks to install something. Playwright
 * starts it without Chromium's sandbox, which root and most containers cannot have; it only ever sees our own pages.
 */
async function first<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  let last = ''
  for await (const options of candidates()) {
    try {
      return await launch({ ...options, timeout: 30_000 })
    } catch (error) {
      last = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    }
  }
  throw new NoBrowser(
    `No Chromium could be started (${last}). Install one (apt install chromium, or Chrome from its own page) or name it: TMIP_CHROMIUM=path npm test`,
  )
}

async function* candidates(): AsyncGenerator<LaunchOptions> {
  const named = process.env['TMIP_CHROMIUM']
  if (named) {
    yield { executablePath: named }
    return
  }
  for (const executablePath of onThePath()) yield { executablePath }
  // Playwright knows the usual places of these on each system, and of what it installed itself.
  yield { channel: 'chrome' }
  yield { channel: 'msedge' }
  yield {}
  const installed = await installChromium()
  if (installed !== null) yield installed
}

const onThePath = (): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/snap/bin', '/Applications/Chromium.app/Contents/MacOS')
    .flatMap((folder) => [...names, 'Chromium'].map((name) => join(folder, name)))
    .filter((path) => existsSync(path))
