import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts'
import { isRefused } from '../src/values/refusal.ts'
import { apiKeyOf, type Client, expectStatus, openClient } from './client.ts'
import type { Figure } from './figure.ts'
import { fillWithManyRows, MANY } from './many-rows.ts'
import { freePort, startProgram } from './program.ts'
import { sum, table } from './statistics.ts'
import { orderOfTenUnits, orderOfUnits } from './story-steps.ts'

/** Often enough that PostgreSQL has settled on its plan for a prepared statement (it decides at the sixth call). */
const TIMES = 12
/** Of one request. A page is 51 rows and their orders and customers; more than this is not by index. */
const MOST_ROWS = 1_000

/** Who asks is looked up the same way for every request, and the worker looks for work all the time. */
const BESIDE = /token_hash|graphile_worker/

const persons = {
  auditor: 'auditor@vendor.example',
  'large customer': 'assets@rheinnetz.example',
  'small customer': 'assets@greatlakes.example',
  partner: 'agent@nordlicht.example',
  desk: 'desk@vendor.example',
  dock: 'dock@receiver.example',
} as const
type Person = keyof typeof persons

const questions: readonly { readonly path: string; readonly asked: readonly Person[] }[] = [
  ...[
    '/orders',
    '/orders?withoutCase=true',
    '/cases',
    '/cases?status=open',
    '/cases?status=closed',
    '/cases?sort=due',
    '/cases?sort=exposure',
    '/cases?waitingOn=customer&sort=due',
  ].map((path) => ({
    path,
    asked: ['auditor', 'large customer', 'small customer', 'partner'] as const,
  })),
  { path: '/cases?because=certificate-review&sort=exposure', asked: ['desk'] },
  { path: '/cases?search=GEN-1999', asked: ['desk', 'large customer'] },
  { path: '/queue', asked: ['desk'] },
  { path: '/unmatched-goods', asked: ['desk'] },
]

/** Whether every list, and every scan, finds its rows by index when there are very many. */
export async function plans(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  const log = planLog()
  const database = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    log: log.line,
    settings: { shared_preload_libraries: 'auto_explain' },
  })
  if (isRefused(database)) throw new Error(JSON.stringify(database))
  const server = await startProgram({ dataFolder: folder, port: await freePort(), databaseUrl: database.url })
  try {
    const clients = new Map<Person, Client>()
    for (const [person, email] of Object.entries(persons))
      clients.set(person as Person, openClient(server.address, await apiKeyOf(server.address, email)))
    const as = (person: Person) => clients.get(person) as Client
    const receipt = await seedForMany(as('large customer'), as('dock'))
    await fillWithManyRows(database.url)
    await switchOn(database.url)

    const rows: string[][] = []
    const measure = async (title: string, person: Person, ask: (time: number) => Promise<unknown>) => {
      const calls: Plan[][] = []
      for (let time = 0; time < TIMES; time++) {
        await ask(time)
        calls.push((await log.taken()).filter((plan) => !BESIDE.test(plan['Query Text'])))
      }
      const worst = calls.reduce((a, b) => (readBy(b) > readBy(a) ? b : a))
      const blocks = worst.map(({ Plan }) => Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'])
      rows.push([
        title,
        person,
        String(readBy(worst)),
        String(sum(blocks)),
        [...new Set(worst.flatMap(({ Plan }) => nodesOf(Plan).flatMap(accessOf)))].join(', '),
        readBy(worst) <= MOST_ROWS ? 'yes' : 'NO',
      ])
    }
    for (const { path, asked } of questions) {
      for (const person of asked) {
        const first = await as(person).get(path)
        await log.taken()
        await measure(path, person, () => as(person).get(path))
        const next = expectStatus(200, first).body.next
        // The second page twice over, which is as deep as any: where it starts is all that differs.
        if (next !== null)
          await measure(`${path} next page`, person, () =>
            as(person).get(`${path}${path.includes('?') ? '&' : '?'}cursor=${deepCursor(next)}`),
          )
      }
    }
    await measure('POST scan', 'dock', (time) =>
      as('dock').post(`/receipts/${receipt}/scans`, { serial: `GEN${1_000 + time * 7}1` }),
    )
    await measure('POST order, POST case', 'large customer', async () => {
      const order = orderOfTenUnits()
      expectStatus(201, await as('large customer').post('/orders', order))
      expectStatus(201, await as('large customer').post('/cases', { orderNumber: order.number }))
    })
    for (const client of clients.values()) client.close()
    return {
      title: `By index: what is read of ${MANY.toLocaleString('en')} orders, cases and goods`,
      text: table(['request', 'who', 'rows read', 'blocks', 'found by', 'by index'], rows),
      notes: [
        `The plans that PostgreSQL really used for the server's requests (auto_explain), of the worst of ${TIMES} calls of each; blocks are of 8 KiB. "next page" starts in the middle of everything.`,
      ],
    }
  } finally {
    await server.end('SIGTERM')
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** One row of each kind, made by the product, of which the many are copies. */
export async function seedForMany(customer: Client, dock: Client): Promise<string> {
  const order = {
    ...orderOfUnits([{ sku: 'MX480BASE-AC', quantity: 2, serials: ['SEED1', 'SEED2'] }]),
    number: 'SEED',
  }
  expectStatus(201, await customer.post('/orders', order))
  expectStatus(201, await customer.post('/cases', { orderNumber: 'SEED' }))
  const receipt = expectStatus(201, await dock.post('/receipts', { site: 'austin' })).body.id
  expectStatus(201, await dock.post(`/receipts/${receipt}/scans`, { serial: 'SEEDLOST' }))
  return receipt
}

async function switchOn(url: string): Promise<void> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const settings = {
    log_min_duration: '0',
    log_analyze: 'on',
    log_buffers: 'on',
    log_timing: 'off',
    log_format: 'json',
  }
  for (const [name, value] of Object.entries(settings))
    await db.query(`alter system set auto_explain.${name} = '${value}'`)
  await db.query('select pg_reload_conf()')
  await db.end()
  await pause(500)
}

/** The middle of the generated time, in the shape of a cursor that the server itself has given. */
function deepCursor(cursor: string): string {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as (string | number)[]
  // What is sorted by money has no middle in time: its own second page it is.
  if (typeof parts[0] === 'number') return cursor
  return Buffer.from(JSON.stringify(['2025-04-30T00:00:00.000Z', ...parts.slice(1)])).toString('base64url')
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}
interface Plan {
  readonly 'Query Text': string
  readonly Plan: PlanNode
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Rows that were taken from tables, whether they were of use or not. */
const readBy = (plans: readonly Plan[]): number =>
  plans
    .flatMap(({ Plan }) => nodesOf(Plan))
    .filter((node) => node['Relation Name'] !== undefined && node['Node Type'].includes('Scan'))
    .reduce(
      (total, node) =>
        total +
        Math.round((node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']),
      0,
    )

const accessOf = (node: PlanNode): string[] =>
  node['Index Name'] !== undefined
    ? [node['Index Name']]
    : node['Node Type'] === 'Seq Scan'
      ? [`all of ${node['Relation Name']}`]
      : []

/** Picks the plans out of PostgreSQL's log: a line that announces one, then JSON on lines that begin with a tab. */
function planLog() {
  const done: Plan[] = []
  let open: string[] | undefined
  const close = () => {
    if (open !== undefined) done.push(JSON.parse(open.join('\n')) as Plan)
    open = undefined
  }
  return {
    line: (text: string) => {
      if (text.startsWith('\t')) open?.push(text)
      else {
        close()
        if (/LOG: {2}duration: .* plan:$/.test(text)) open = []
      }
    },
    /** What has come in since the last time. The log is written a moment after the answer; its last plan may be open. */
    taken: async (): Promise<Plan[]> => {
      await pause(30)
      close()
      return done.splice(0)
    },
  }
}
