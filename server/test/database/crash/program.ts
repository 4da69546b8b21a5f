import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readlink, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

export interface Said {
  readonly refused?: string
  readonly folder?: string
  readonly pid?: number
  readonly url?: string
  readonly written?: number
}

export interface CrashProgram {
  readonly pid: number
  readonly said: readonly Said[]
  /** Waits until it has said more than `count` things; throws when it ends before that. */
  readonly saidMoreThan: (count: number) => Promise<void>
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

export interface ProgramOptions {
  readonly checkout: string
  readonly folder: string
  readonly what: 'hold' | 'write'
  readonly user?: { uid: number; gid: number }
}

export function startProgram({ checkout, folder, what, user }: ProgramOptions): CrashProgram {
  const child: ChildProcess = spawn(process.execPath, [join(checkout, 'program.js'), folder, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...user,
  })
  const said: Said[] = []
  createInterface({ input: child.stdout! }).on('line', (line) => said.push(JSON.parse(line) as Said))
  let open = true
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      open = false
      resolve()
    })
  })
  return {
    pid: child.pid!,
    said,
    saidMoreThan: async (count) => {
      while (said.length <= count) {
        if (!open) throw new Error(`the program ended after ${JSON.stringify(said.at(-1))}`)
        await pause(5)
      }
    },
    end: async (signal) => {
      child.kill(signal)
      await closed
    },
  }
}

interface Found {
  readonly pid: number
  /** The file it runs. */
  readonly program: string
}

/** Every process, server or lifeline, that works in a folder or below it. */
export async function processesBelow(folder: string): Promise<Found[]> {
  const place = await realpath(folder)
  const found: Found[] = []
  for (const entry of await readdir('/proc')) {
    const where = await readlink(`/proc/${entry}/cwd`).catch(() => '')
    if (!(Number(entry) > 0) || !where.startsWith(place)) continue
    const program = await readlink(`/proc/${entry}/exe`).catch(() => '')
    found.push({ pid: Number(entry), program: basename(program) })
  }
  return found
}

/** Gives up after half a minute, far beyond what is expected, so that a slow machine fails nothing. */
export async function untilNoneBelow(folder: string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await pause(20)) {
    const found = await processesBelow(folder)
    if (found.length === 0) return
    if (Date.now() > end) throw new Error(`still running in ${folder}: ${JSON.stringify(found)}`)
  }
}
