/**
 * `npm run screenshots [-- FOLDER | --guides]`: every screen as a phone and a desktop show it, light and dark, in every
 * language, from the built program with its sample cases. `--guides` makes those that docs/guides mentions instead, for
 * the pages of each language in that language.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { freePort, startProgram } from '../../server/bench/program.ts'
import { samplePassword } from '../../server/src/commands/sample-world.ts'
import { client, people } from '../../server/test/house.ts'
import { type Language, languages, type TextKey } from '../src/messages/index.ts'
import { openBrowser } from './browser.ts'
import { pathOf, type Screen, screens } from './screens.ts'
import { type Person, type Visit, visitorsOf } from './visit.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const widths = [1280, 390]
const schemes = ['light', 'dark'] as const

const guides = process.argv.includes('--guides')
const [named] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const everyLanguage = Object.keys(languages) as Language[]
/** English pages lie in docs/guides itself, the others below it; each folder has its own pictures. */
const guidesIn = (language: Language): string =>
  join(root, 'docs', 'guides', ...(language === 'en' ? [] : [language]))
const folderOf = (language: Language): string =>
  guides ? join(guidesIn(language), 'pictures') : (named ?? join(root, 'data', 'screenshots'))
const folders = [...new Set(everyLanguage.map(folderOf))]
for (const folder of folders) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
}

const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-screenshots-'))
const server = await startProgram({ dataFolder, port: await freePort() })
const browser = await openBrowser()
const began = performance.now()
const problems: string[] = []
let pictures = 0
try {
  const address = `${server.address}/api`
  const as = async (person: Person) => {
    const { body } = await client(address).post('/sessions', {
      email: people[person],
      password: samplePassword,
    })
    return client(address, body.token)
  }
  const paths = new Map<string, string>()
  const wanted = guides ? await mentioned() : screens
  for (const screen of wanted) {
    const path = await pathOf(screen, as).catch((error: unknown) => {
      problems.push(`${screen.name}: ${wordsOf(error)}`)
      return undefined
    })
    if (path !== undefined) paths.set(screen.name, path)
  }
  const visit = visitorsOf(browser, server.address)
  for (const language of everyLanguage) {
    // One window for all screens of a person: the second one comes from the browser's cache.
    for (const person of new Set(wanted.map((screen) => screen.person))) {
      const theirs = wanted.filter((screen) => screen.person === person)
      const window = await visit({ ...(person && { person }), language })
      for (const screen of theirs) {
        const path = paths.get(screen.name)
        if (path === undefined) continue
        await take(window, screen, path, language).catch((error: unknown) =>
          problems.push(`${screen.name} (${language}): ${wordsOf(error)}`),
        )
      }
      problems.push(...window.problems())
      await window.close()
    }
  }
} finally {
  await browser.close()
  await server.end('SIGTERM')
  await rm(dataFolder, { recursive: true, force: true })
}
const seconds = ((performance.now() - began) / 1000).toFixed(0)
process.stdout.write(`${pictures} pictures in ${folders.join(' and ')} (${seconds} s)\n`)
if (problems.length > 0) {
  process.stderr.write(`${[...new Set(problems)].join('\n')}\n`)
  process.exitCode = 1
}

/** The screens whose pictures the guides show: `pictures/<name>.png`. A page shows the same ones in every language. */
async function mentioned(): Promise<readonly Screen[]> {
  const texts: string[] = []
  for (const folder of everyLanguage.map(guidesIn))
    for (const name of await readdir(folder))
      if (name.endsWith('.md')) texts.push(await readFile(join(folder, name), 'utf8'))
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(/pictures\/([\w-]+)\.png/g)].map(([, name]) => name)),
  )
  for (const name of names)
    if (!screens.some((screen) => screen.name === name))
      problems.push(`no screen ${name}, whose picture a guide shows`)
  return screens.filter(({ name }) => names.has(name))
}

async function take(visit: Visit, screen: Screen, path: string, language: Language): Promise<void> {
  const { page } = visit
  await page.setViewportSize({ width: screen.guideWidth ?? 1280, height: 860 })
  if (screen.expected) visit.forgive(screen.expected)
  await visit.open(path)
  await screen.prepare?.(visit)
  for (const width of guides ? [screen.guideWidth ?? 1280] : widths) {
    await page.setViewportSize({ width, height: width < 500 ? 800 : 860 })
    for (const colorScheme of guides ? (['light'] as const) : schemes) {
      await page.emulateMedia({ colorScheme })
      await visit.settled()
      if (guides && screen.guideAt) await beginAt(visit, screen.guideAt)
      const picture = await page.screenshot({ fullPage: !guides })
      const name = guides ? `${screen.name}.png` : `${screen.name}.${width}.${colorScheme}.${language}.png`
      // A palette: flat colours lose nothing by it, and the repository keeps what is in docs/ for ever.
      await writeFile(
        join(folderOf(language), name),
        guides ? await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toBuffer() : picture,
      )
      pictures += 1
    }
  }
}

/** Scrolls to just below the bar that stays at the top. */
async function beginAt({ page, t }: Visit, heading: TextKey): Promise<void> {
  await page
    .getByRole('heading', { name: t(heading), exact: true })
    .first()
    .evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY - 76 }))
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
