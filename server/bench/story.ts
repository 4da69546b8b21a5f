import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts'
import { isRefused } from '../src/values/refusal.ts'
import { apiKeyOf, type Client, expectStatus, openClient } from './client.ts'
import { cpuTime } from './cpu-time.ts'
import type { Figure } from './figure.ts'
import { freePort, startProgram } from './program.ts'
import {
  createFunctions,
  findPgbench,
  pgbenchStories,
  readAllRows,
  statementsBetween,
  type WrittenRows,
} from './same-rows.ts'
import { median, quantile, sum, table } from './statistics.ts'
import { filledForms, orderOfTenUnits, tellStory } from './story-steps.ts'

const CLIENTS = [1, 8, 32]
const SAMPLES = 3
const SECONDS = 5
const WARM_UP_SECONDS = 20

interface Limit {
  readonly perSecond: number
  readonly stories: number
  readonly databaseMs: number
}
interface Sample {
  readonly perSecond: number
  readonly latencies: readonly number[]
  readonly stories: number
  readonly serverMs: number
  readonly databaseMs: number
  readonly benchMs: number
}

/** Stories over HTTP by 1, 8 and 32 clients, and beside each sample what pgbench does with the same rows. */
export async function story(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  const database = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  if (isRefused(database)) throw new Error(JSON.stringify(database))
  const server = await startProgram({
    dataFolder: folder,
    port: await freePort(),
    databaseUrl: database.url,
  })
  try {
    const key = await apiKeyOf(server.address, 'assets@rheinnetz.example')
    const forms = await filledForms(300)
    const connect = () => openClient(server.address, key)
    const pgbench = findPgbench()
    const writes = await writesOfOneStory(database.url, connect(), forms[0] ?? new Uint8Array())

    const processes = { server: server.pid, database: database.pid }
    // Until the compiler of V8 is done with what matters: the first stories cost twice as much.
    await tell(connect, forms, { clients: 8, seconds: WARM_UP_SECONDS }, processes)
    const rows: string[][] = []
    for (const clients of CLIENTS) {
      const samples: Sample[] = []
      const limits: Limit[] = []
      for (let count = 0; count < SAMPLES; count++) {
        samples.push(await tell(connect, forms, { clients, seconds: SECONDS }, processes))
        if (pgbench === undefined) continue
        const before = cpuTime(database.pid)
        const told = await pgbenchStories(pgbench, database.url, {
          clients,
          seconds: SECONDS,
          writes: writes.length,
        })
        limits.push({ ...told, databaseMs: cpuTime(database.pid) - before })
      }
      rows.push(rowOf(clients, samples, limits))
    }
    return {
      title: 'One story: order with 10 units, its case, its filled form, over HTTP',
      text: table(
        [
          ...['clients', 'stories/s', 'p50 ms', 'p99 ms'],
          ...[
            'CPU ms/story: server',
            'PostgreSQL',
            'client',
            'pgbench stories/s',
            'its PostgreSQL CPU',
            'our share',
          ],
        ],
        rows,
      ),
      notes: [
        `Each story: three POSTs with API key and Idempotency-Key. Medians of ${SAMPLES} samples of ${SECONDS} s; latencies over all samples.`,
        `pgbench: the same rows, three transactions, each one prepared function call over constants; in turns with the product's samples, on the same PostgreSQL and tables (fsync on). ${describe(writes)}`,
        ...(pgbench === undefined ? ['pgbench not installed: share not measured.'] : []),
        'Clients run on the same processors as the server and PostgreSQL, on both sides of the comparison.',
      ],
    }
  } finally {
    await server.end('SIGTERM')
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function tell(
  connect: () => Client,
  forms: readonly Uint8Array[],
  { clients, seconds }: { clients: number; seconds: number },
  processes: { server: number; database: number },
): Promise<Sample> {
  const latencies: number[] = []
  const before = [cpuTime(processes.server), cpuTime(processes.database)] as const
  const ownBefore = process.cpuUsage()
  const began = performance.now()
  const end = began + seconds * 1000
  let next = 0
  const one = async () => {
    const client = connect()
    while (performance.now() < end) {
      const form = forms[next++ % forms.length] ?? new Uint8Array()
      const start = performance.now()
      await tellStory(client, form)
      latencies.push(performance.now() - start)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: clients }, one))
  const took = (performance.now() - began) / 1000
  const own = process.cpuUsage(ownBefore)
  return {
    perSecond: latencies.length / took,
    latencies,
    stories: latencies.length,
    serverMs: cpuTime(processes.server) - before[0],
    databaseMs: cpuTime(processes.database) - before[1],
    benchMs: (own.user + own.system) / 1000,
  }
}

function rowOf(clients: number, samples: readonly Sample[], limits: readonly Limit[]): string[] {
  const perSecond = median(samples.map((sample) => sample.perSecond))
  const limit = median(limits.map((sample) => sample.perSecond))
  const latencies = samples.flatMap((sample) => sample.latencies)
  const perStory = <T extends { stories: number }>(of: readonly T[], pick: (sample: T) => number) =>
    (sum(of.map(pick)) / sum(of.map(({ stories }) => stories))).toFixed(1)
  return [
    String(clients),
    perSecond.toFixed(0),
    quantile(latencies, 0.5).toFixed(0),
    quantile(latencies, 0.99).toFixed(0),
    perStory(samples, ({ serverMs }) => serverMs),
    perStory(samples, ({ databaseMs }) => databaseMs),
    perStory(samples, ({ benchMs }) => benchMs),
    ...(limits.length === 0
      ? ['-', '-', '-']
      : [
          limit.toFixed(0),
          perStory(limits, ({ databaseMs }) => databaseMs),
          `${((100 * perSecond) / limit).toFixed(0)} %`,
        ]),
  ]
}

/** Tells one story, looks at all tables between its writes, and leaves functions that write the same. */
async function writesOfOneStory(url: string, client: Client, form: Uint8Array): Promise<WrittenRows[]> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    const keys = [
      'bench-request-key-of-order',
      'bench-request-key-of-case',
      'bench-request-key-of-form',
    ] as const
    const snapshots = [await readAllRows(db)]
    const order = expectStatus(201, await client.post('/orders', orderOfTenUnits(), keys[0])).body
    snapshots.push(await readAllRows(db))
    const opened = expectStatus(201, await client.post('/cases', { orderNumber: order.number }, keys[1])).body
    snapshots.push(await readAllRows(db))
    const read = expectStatus(201, await client.upload(`/cases/${opened.id}/forms`, form, keys[2])).body
    snapshots.push(await readAllRows(db))
    const writes = keys.map((key, index) => {
      const [before, after] = snapshots.slice(index, index + 2)
      if (before === undefined || after === undefined) throw new Error('a write without its snapshots')
      return statementsBetween(before, after, [
        { text: order.id, variable: 'this_order_id' },
        { text: order.number, variable: 'this_order_number' },
        { text: opened.id, variable: 'this_case_id' },
        { text: read.sha256, variable: 'this_file_hash' },
        { text: key, variable: 'this_request_key' },
      ])
    })
    await createFunctions(db, writes)
    return writes
  } finally {
    client.close()
    await db.end()
  }
}

const describe = (writes: readonly WrittenRows[]): string =>
  `A story inserts ${sum(writes.map(({ inserted }) => inserted))} rows, updates ${sum(writes.map(({ updated }) => updated))}, and writes ${(sum(writes.map(({ bytes }) => bytes)) / 1024).toFixed(1)} KiB of values.`
