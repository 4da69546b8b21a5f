import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../../portal/test/browser.ts'
import { samplePassword } from '../src/commands/sample-world.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts'
import { isRefused } from '../src/values/refusal.ts'
import { apiKeyOf, openClient } from './client.ts'
import type { Figure } from './figure.ts'
import { fillWithManyCases } from './many-rows.ts'
import { seedForMany } from './plans.ts'
import { freePort, startProgram } from './program.ts'
import { median, quantile, sum, table } from './statistics.ts'

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['cookies']>>

const CASES = 1_000_000
const LOADS = 10
const PAGES_EACH = 5

const aims = { scriptKb: 250, firstMs: 1_500, pageMs: 300 }
const distFolder = fileURLToPath(new URL('../../portal/dist', import.meta.url))

/** What a first view of /cases has to load: the page with its frame, the screen and the texts of one language. */
const firstView = ['index.html', 'src/app/shell.tsx', 'src/pages/cases/screen.tsx', 'src/messages/en.ts']

/** A list of very many cases in a real browser: what it has to load, and how soon something is there to read. */
export async function portal(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  const database = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  if (isRefused(database)) throw new Error(JSON.stringify(database))
  const server = await startProgram({ dataFolder: folder, port: await freePort(), databaseUrl: database.url })
  const browser = await openBrowser()
  try {
    const customer = openClient(server.address, await apiKeyOf(server.address, 'assets@rheinnetz.example'))
    const dock = openClient(server.address, await apiKeyOf(server.address, 'dock@receiver.example'))
    await seedForMany(customer, dock)
    for (const client of [customer, dock]) client.close()
    await fillWithManyCases(database.url, CASES)

    const cookies = await signedIn(browser, server.address)
    const loads: Load[] = []
    // The first one warms the server and the disk's cache, as the day before did.
    for (let load = 0; load <= LOADS; load++) loads.push(await coldLoad(browser, server.address, cookies))
    const counted = loads.slice(1)
    const first = counted.map(({ firstRowMs }) => firstRowMs)
    const pages = counted.flatMap(({ pagesMs }) => pagesMs)
    const scripts = counted[0]?.scriptBytes ?? Number.NaN
    const kb = (bytes: number) => (bytes / 1000).toFixed(0)
    const sizes = [
      ['initial JavaScript, brotli', kb(await sizeOfFirstView('.br')), '', `< ${aims.scriptKb} kB`],
      ['initial JavaScript, gzip', kb(await sizeOfFirstView('.gz')), '', `< ${aims.scriptKb} kB`],
      ['JavaScript over the wire in the browser', kb(scripts), '', `< ${aims.scriptKb} kB`],
    ]
    const times = (name: string, values: readonly number[], aim: number) => [
      name,
      median(values).toFixed(0),
      quantile(values, 0.95).toFixed(0),
      `< ${aim} ms`,
    ]
    return {
      title: `The portal: a list of ${CASES.toLocaleString('en')} cases in the browser`,
      text: table(
        ['what', 'kB or median ms', 'p95', 'aim'],
        [
          ...sizes,
          times('cold load of /cases to its first row', first, aims.firstMs),
          times('"Show more" to the new rows', pages, aims.pageMs),
        ],
      ),
      notes: [
        `${LOADS} loads of the open cases as the desk sees them, each in a new window with an empty cache, browser, server and PostgreSQL on the same machine, without facts and devices behind the cases; ${PAGES_EACH} further pages of 50 rows each time. Times end when the rows are painted.`,
        `Initial JavaScript is the entry, ${firstView.slice(1).join(', ')} and everything that they import; the browser’s figure is what came over the wire, headers without.`,
        `${browser.browserType().name()} ${browser.version()}.`,
      ],
    }
  } finally {
    await browser.close()
    await server.end('SIGTERM')
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function signedIn(browser: Browser, origin: string): Promise<Cookies> {
  const context = await browser.newContext()
  const answer = await context.request.post(`${origin}/api/sessions`, {
    data: { email: 'desk@vendor.example', password: samplePassword },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  if (!answer.ok()) throw new Error(`the desk cannot sign in: ${answer.status()}`)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

interface Load {
  readonly firstRowMs: number
  readonly pagesMs: readonly number[]
  readonly scriptBytes: number
}

async function coldLoad(browser: Browser, origin: string, cookies: Cookies): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const scripts: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    const began = performance.now()
    await page.goto(`${origin}/cases`, { waitUntil: 'commit' })
    await page.locator('tbody a[href^="/cases/"]').first().waitFor()
    const firstRowMs = performance.now() - began
    const scriptBytes = sum(await Promise.all(scripts))
    const pagesMs: number[] = []
    for (let further = 0; further < PAGES_EACH; further++) {
      await page.getByRole('button', { name: 'Show more' }).waitFor()
      pagesMs.push(await page.evaluate<number>(showMore))
    }
    return { firstRowMs, pagesMs, scriptBytes }
  } finally {
    await context.close()
  }
}

/** From the click until the frame after the one that has the new rows; as a text, for here is no browser to type it. */
const showMore = `new Promise((resolve) => {
  const rows = () => document.querySelectorAll('tbody tr').length
  const before = rows()
  const began = performance.now()
  const look = () => requestAnimationFrame(() =>
    rows() === before ? look() : requestAnimationFrame(() => resolve(performance.now() - began)))
  look();
  [...document.querySelectorAll('button')].find((button) => button.textContent === 'Show more').click()
})`

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The chunks of a first view and all that they import, compressed as they were at the build. */
async function sizeOfFirstView(ending: '.br' | '.gz'): Promise<number> {
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
    await readFile(join(distFolder, '.vite', 'manifest.json'), 'utf8'),
  )
  const files = new Set<string>()
  const add = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the portal was built without ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  firstView.forEach(add)
  const sizes = await Promise.all(
    [...files].map((file) => stat(join(distFolder, `${file}${ending}`)).then(({ size }) => size)),
  )
  return sum(sizes)
}
