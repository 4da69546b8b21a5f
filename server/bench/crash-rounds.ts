/**
 * A program is killed again and again in the middle of writes. Whatever it answered must be there afterwards; whatever
 * it did not answer is asked again with the same Idempotency-Key, as a careful client does, and must happen once.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SECRET_FILE, SUPERUSER } from '../src/platform/embedded-postgres/initialise.ts'
import { type Answer, apiKeyOf, openClient } from './client.ts'
import { freePort, type Running, runProgram, startProgram } from './program.ts'
import { filledForms, orderOfTenUnits } from './story-steps.ts'

export const victims = ['server', 'PostgreSQL', 'both'] as const
export type Victim = (typeof victims)[number]

export interface CrashReport {
  readonly rounds: number
  /** Writes that were answered. */
  readonly answered: number
  /** Requests that had to be asked again. */
  readonly repeated: number
  /** What was answered and is not there, by name. */
  readonly lost: readonly string[]
  /** Orders of one number, or cases of one order, that are there more than once. */
  readonly doubled: number
  /** Starts after which the program was not ready. */
  readonly failedStarts: readonly string[]
  /** What `tmip history verify` said when it found a difference. */
  readonly differences: readonly string[]
}

/** `program` are Node's arguments for the command line: the built one when left out. */
export async function crashRounds(options: {
  readonly dataFolder: string
  readonly rounds: number
  readonly clients: number
  readonly answersBetween: number
  readonly program?: readonly string[]
}): Promise<CrashReport> {
  const { dataFolder, rounds, clients, answersBetween } = options
  const wanted = {
    dataFolder,
    port: await freePort(),
    ...(options.program !== undefined && { program: options.program }),
  }
  const failedStarts: string[] = []
  const differences: string[] = []
  let server = await startProgram(wanted)
  const load = startLoad(
    server.address,
    await apiKeyOf(server.address, 'assets@rheinnetz.example'),
    await filledForms(clients),
  )

  for (let round = 0; round < rounds; round++) {
    await load.untilAnswered(answersBetween)
    server = await kill(victims[round % victims.length] ?? 'both', server)
    await load.untilAnswered(answersBetween)
    const url = (await cluster(dataFolder)).url
    const { code, words } = await runProgram(['history', 'verify'], { ...wanted, databaseUrl: url })
    if (code !== 0) differences.push(`round ${round + 1}: ${words}`)
  }
  await load.stop()
  const there = await readBack((await cluster(dataFolder)).url)
  await server.end('SIGTERM')
  return {
    rounds,
    answered: load.answered.length,
    repeated: load.repeated(),
    lost: await missing(load.answered, there.names, dataFolder),
    doubled: there.doubled,
    failedStarts,
    differences,
  }

  async function kill(victim: Victim, running: Running): Promise<Running> {
    const { pid } = await cluster(dataFolder)
    if (victim !== 'server') process.kill(pid, 'SIGKILL')
    // The program itself starts PostgreSQL again; here it is not asked.
    if (victim === 'PostgreSQL') return running
    await running.end('SIGKILL')
    for (;;) {
      try {
        return await startProgram(wanted)
      } catch (error) {
        failedStarts.push(`after ${victim}: ${(error as Error).message}`)
        if (failedStarts.length > rounds) throw error
      }
    }
  }
}

/** Process number and address of the embedded PostgreSQL, as it left them in its folder. */
async function cluster(dataFolder: string): Promise<{ pid: number; url: string }> {
  const folder = join(dataFolder, 'postgres', 'cluster')
  const [pid, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  const secret = await readFile(join(folder, SECRET_FILE), 'utf8')
  return { pid: Number(pid), url: `postgres://${SUPERUSER}:${secret}@127.0.0.1:${port}/tmip` }
}

/** An answered write: where its row must be, and for a form the file that must be kept. */
interface Answered {
  readonly table: 'orders' | 'cases' | 'form_version'
  readonly id: string
  readonly sha256?: string
}

interface Load {
  readonly answered: readonly Answered[]
  readonly repeated: () => number
  readonly untilAnswered: (more: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Stories, one after the other on each connection, through every crash, until it is told to stop. */
function startLoad(address: string, key: string, forms: readonly Uint8Array[]): Load {
  const answered: Answered[] = []
  let repeated = 0
  let stopped = false

  const ask = async (send: (requestKey: string) => Promise<Answer>): Promise<Answer['body']> => {
    const requestKey = randomUUID()
    for (; ; repeated++) {
      const answer = await send(requestKey).catch(() => undefined)
      if (answer !== undefined && answer.status < 300) return answer.body
      if (answer !== undefined && answer.status < 500)
        throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      if (stopped) throw new Error('not answered before the end')
      await pause(20)
    }
  }
  const tellStories = async (form: Uint8Array) => {
    const client = openClient(address, key)
    while (!stopped) {
      const request = orderOfTenUnits()
      const order = await ask((requestKey) => client.post('/orders', request, requestKey))
      answered.push({ table: 'orders', id: order.id })
      const opened = await ask((requestKey) =>
        client.post('/cases', { orderNumber: order.number }, requestKey),
      )
      answered.push({ table: 'cases', id: opened.id })
      const read = await ask((requestKey) => client.upload(`/cases/${opened.id}/forms`, form, requestKey))
      answered.push({ table: 'form_version', id: `${opened.id} ${read.formVersion}`, sha256: read.sha256 })
    }
    client.close()
  }
  const all = Promise.all(forms.map(tellStories))
  all.catch(() => {}) // told by whoever waits for answers
  return {
    answered,
    repeated: () => repeated,
    untilAnswered: async (more) => {
      const wanted = answered.length + more
      const enough = async () => {
        for (const end = Date.now() + LONGEST_SILENCE_MS; answered.length < wanted; await pause(10))
          if (Date.now() > end) throw new Error(`no answers any more after ${answered.length}`)
      }
      await Promise.race([enough(), all])
    },
    stop: async () => {
      stopped = true
      await all
    },
  }
}

const LONGEST_SILENCE_MS = 60_000

async function readBack(url: string): Promise<{ names: Set<string>; doubled: number }> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    const { rows } = await db.query<{ name: string }>(`
      select 'orders ' || id as name from orders union all select 'cases ' || id from cases
      union all select 'form_version ' || case_id || ' ' || version from form_version`)
    const { rows: counts } = await db.query<{ doubled: number }>(`
      select (select count(*) - count(distinct number) from orders)::int
           + (select count(*) - count(distinct order_id) from cases)::int
           + (select count(*) - count(distinct case_id) from form_version)::int as doubled`)
    return { names: new Set(rows.map(({ name }) => name)), doubled: counts[0]?.doubled ?? -1 }
  } finally {
    await db.end()
  }
}

/** What was answered and is not there: rows, and files whose bytes are not what was handed in. */
async function missing(
  answered: readonly Answered[],
  there: ReadonlySet<string>,
  dataFolder: string,
): Promise<string[]> {
  const lost = answered.map(({ table, id }) => `${table} ${id}`).filter((name) => !there.has(name))
  for (const sha256 of new Set(answered.flatMap((one) => one.sha256 ?? []))) {
    const bytes = await readFile(join(dataFolder, 'files', sha256.slice(0, 2), sha256)).catch(() => '')
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) lost.push(`file ${sha256}`)
  }
  return lost
}
