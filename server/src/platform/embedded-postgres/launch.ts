import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Binaries, programOf } from './binaries.ts'
import { clearLeftovers, signal } from './leftovers.ts'
import { runOnLifeline } from './lifeline.ts'
import { asSeenByServer } from './server-folder.ts'
import type { ServerUser } from './server-user.ts'

/**
 * What matters and must not depend on PostgreSQL's defaults or on the machine. Loopback only: the OpenSSL inside the
 * package is old. Memory, connections and WAL stay at the defaults, which suit a laptop (128 MB shared, 100 clients).
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '[%p] ',
  log_checkpoints: 'off',
}

export interface Launch {
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  readonly settings: Readonly<Record<string, string>>
  /** Undefined: any free one. */
  readonly port: number | undefined
  readonly log: (line: string) => void
}

export interface Launched {
  readonly pid: number
  readonly port: number
  /** Settles when nothing of it runs any more. */
  readonly ended: Promise<unknown>
  readonly stop: () => Promise<void>
}

interface LaunchFailed {
  readonly lines: readonly string[]
}

/** Reasons that pass: somebody took the port meanwhile; a killed postmaster's children have not all noticed yet. */
const PASSING = /could not bind|pre-existing shared memory block/
const ATTEMPTS = 10

/**
 * Starts PostgreSQL on a whole data folder, after clearing what an earlier run left, and waits until it takes
 * connections: as long as recovery needs.
 */
export async function launch(wanted: Launch): Promise<Launched | LaunchFailed> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftovers(wanted.cluster, wanted.binaries, wanted.log)
    const launched = await launchOnce(wanted, wanted.port ?? (await freePort()))
    if (!('lines' in launched) || attempt === ATTEMPTS) return launched
    if (!launched.lines.some((line) => PASSING.test(line))) return launched
    await pause(100)
  }
}

async function launchOnce(wanted: Launch, port: number): Promise<Launched | LaunchFailed> {
  const { cluster, binaries, user, log } = wanted
  const settings = Object.entries({ ...SETTINGS, ...wanted.settings, port: String(port) })
  const server = runOnLifeline({
    command: programOf(binaries, 'postgres'),
    args: [
      '-D',
      asSeenByServer(cluster, user),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    folder: cluster,
    user,
    log,
  })
  let running = true
  const ended = server.ended.then(() => {
    running = false
  })
  while (running && !(await isReady(cluster, server.pid))) await Promise.race([ended, pause(5)])
  if (!running) return { lines: server.lastLines() }
  return {
    pid: server.pid,
    port,
    ended,
    stop: async () => {
      if (running) await stopFast(cluster, binaries, server.pid)
      await ended
    },
  }
}

/** The eighth line of postmaster.pid is PostgreSQL's own word on its state; asking there leaves no trace in its log. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Ends sessions, writes everything out and goes. */
async function stopFast(cluster: string, binaries: Binaries, pid: number): Promise<void> {
  if (process.platform !== 'win32') return signal(pid, 'SIGINT')
  await promisify(execFile)(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast'])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
  return address.port
}
