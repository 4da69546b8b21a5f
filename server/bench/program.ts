/** The built program in a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Arguments of Node that run the built command line. */
export const builtProgram: readonly string[] = [fileURLToPath(new URL('../bin/tmip.mjs', import.meta.url))]

export interface Running {
  readonly address: string
  readonly pid: number
  readonly startedInMs: number
  /** Sends the signal and waits until the process is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

export interface Wanted {
  readonly dataFolder: string
  readonly port: number
  /** An own PostgreSQL; the embedded one when left out. */
  readonly databaseUrl?: string
  readonly program?: readonly string[]
}

const LONGEST_START_MS = 180_000

/** Starts `tmip start` and waits until /readyz says yes. Throws with the program's last words when it does not. */
export async function startProgram(wanted: Wanted): Promise<Running> {
  const began = performance.now()
  const { child, ended, words } = tmip(['start'], wanted)
  const address = `http://127.0.0.1:${wanted.port}`
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  while (!(await isReady(address))) {
    if (child.exitCode !== null || performance.now() - began > LONGEST_START_MS) {
      await end('SIGKILL')
      throw new Error(`tmip start did not become ready:\n${words()}`)
    }
    await pause(5)
  }
  return { address, pid: child.pid ?? 0, startedInMs: performance.now() - began, end }
}

/** Runs one command to its end. Returns exit code and what it said. */
export async function runProgram(
  args: readonly string[],
  wanted: Omit<Wanted, 'port'>,
): Promise<{ code: number | null; words: string }> {
  const { child, ended, words } = tmip(args, { ...wanted, port: 0 })
  await ended
  return { code: child.exitCode, words: words() }
}

function tmip(
  args: readonly string[],
  wanted: Wanted,
): { child: ChildProcess; ended: Promise<unknown>; words: () => string } {
  const child = spawn(process.execPath, [...(wanted.program ?? builtProgram), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(wanted.port),
      TMIP_DATA: wanted.dataFolder,
      DATABASE_URL: wanted.databaseUrl,
      LOG_LEVEL: 'error',
      LC_ALL: 'C',
    },
  })
  const lines: string[] = []
  const keep = (chunk: Buffer) => {
    lines.push(chunk.toString('utf8'))
    if (lines.length > 40) lines.shift()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise((resolve) => child.once('close', resolve))
  return { child, ended, words: () => lines.join('') }
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
  return address.port
}
