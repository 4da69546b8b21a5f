/**
 * A real PostgreSQL for whoever has none, in one folder and nowhere else. See README.md for the folder's layout.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isRefused } from '../../values/refusal.ts'
import { runnableBinaries } from './binaries.ts'
import { lockFolder } from './folder-lock.ts'
import { initialise, SECRET_FILE, SUPERUSER } from './initialise.ts'
import { type Launch, type Launched, launch } from './launch.ts'
import type { EmbeddedPostgresRefusal } from './refusals.ts'
import { serverUser } from './server-user.ts'

export const DATABASE = 'tmip'
const LONGEST_PAUSE_MS = 30_000

export interface EmbeddedPostgres {
  /** `postgres://user:secret@127.0.0.1:port/tmip`; stays the same until `stop`. */
  readonly url: string
  /** The postmaster's, now: a new one after it was killed. */
  readonly pid: number
  /** Resolves when nothing of it runs and the folder is free. */
  readonly stop: () => Promise<void>
}

interface EmbeddedPostgresOptions {
  /** The database's own folder; made when missing. */
  readonly folder: string
  /** Gets each line that PostgreSQL logs, and what the launcher does about leftovers. */
  readonly log?: (line: string) => void
  /** PostgreSQL settings by name. `fsync: 'off'` also saves the flush of a new folder. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL on `folder`, making the data and the database `tmip` where they are missing. It ends with this
 * process, however that ends, and is started again on the same port when it ends by itself.
 *
 * Refuses with `database-folder-in-use`, `database-version-mismatch` (data of another major version: left untouched),
 * `database-binaries-missing` (no programs for this machine, or they do not run: an own server and DATABASE_URL are
 * the way out) or `database-start-failed` with the last lines of what failed.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | EmbeddedPostgresRefusal> {
  const home = resolve(options.folder)
  try {
    await mkdir(home, { recursive: true })
    const lock = await lockFolder(home)
    if (isRefused(lock)) return lock
    const started = await startLocked(home, options).catch(async (error) => {
      await lock.close()
      throw error
    })
    if (isRefused(started)) {
      await lock.close()
      return started
    }
    return keepRunning(started, () => lock.close())
  } catch (error) {
    // Folders that are closed to us, full or read-only; anything else is a mistake of ours.
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { refused: 'database-start-failed', folder: home, lines: [message] }
  }
}

interface Started {
  readonly server: Launched
  readonly again: Launch
  readonly url: string
}

async function startLocked(
  home: string,
  { log = () => {}, settings = {} }: EmbeddedPostgresOptions,
): Promise<Started | EmbeddedPostgresRefusal> {
  const failed = (lines: readonly string[]): EmbeddedPostgresRefusal => ({
    refused: 'database-start-failed',
    folder: home,
    lines,
  })
  const cluster = join(home, 'cluster')
  const user = await serverUser([cluster, home])
  const binaries = await runnableBinaries(home, user, log)
  if (isRefused(binaries)) return binaries

  const found = await majorVersion(cluster)
  if (found === undefined) {
    const durable = settings['fsync'] !== 'off'
    const lines = await initialise({ home, cluster, binaries, user, durable, log })
    if (lines) return failed(lines)
  } else if (found !== binaries.major) {
    return { refused: 'database-version-mismatch', folder: home, found, needed: binaries.major }
  }

  const wanted: Launch = { cluster, binaries, user, settings, port: undefined, log }
  const server = await launch(wanted)
  if ('lines' in server) return failed(server.lines)
  try {
    const secret = await readFile(join(cluster, SECRET_FILE), 'utf8')
    const url = `postgres://${SUPERUSER}:${secret}@127.0.0.1:${server.port}/`
    await ensureDatabase(url)
    return { server, again: { ...wanted, port: server.port }, url: url + DATABASE }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Of the data in a folder; undefined when there are none. */
async function majorVersion(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}postgres` })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  await client.end()
}

function keepRunning({ server, again, url }: Started, release: () => Promise<void>): EmbeddedPostgres {
  let current = server
  const stopping = new AbortController()
  const kept = keep()

  async function keep(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      await current.ended
      if (stopping.signal.aborted) return
      again.log('PostgreSQL has ended by itself: starting it again')
      const next = await launch(again).catch((error: Error) => ({ lines: [error.message] }))
      if (!('lines' in next)) {
        current = next
        failures = 0
        continue
      }
      again.log(`PostgreSQL did not start again: ${next.lines.join('\n')}`)
      const wait = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures++)
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  return {
    url,
    get pid() {
      return current.pid
    },
    stop: async () => {
      stopping.abort()
      await current.stop()
      await kept
      await current.stop() // one that was just being started again
      await release()
    },
  }
}
