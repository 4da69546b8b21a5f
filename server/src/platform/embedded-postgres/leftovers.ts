/**
 * What a killed run left in a data folder: a server that is still stopping, or one without a lifeline; children of a
 * killed one; its postmaster.pid. PostgreSQL's own check only asks whether that process number is alive, so it refuses
 * to start when the number belongs to somebody else by now, or to a dead process that nobody has waited for.
 *
 * Call it only with the folder locked: then whatever still runs there has lost its owner.
 */
import { execFile } from 'node:child_process'
import { readdir, readlink, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Binaries, programOf } from './binaries.ts'

const run = promisify(execFile)

/** First wait for the lifeline's work (an orderly stop writes everything out), then insist. */
const STEPS: readonly { insist?: NodeJS.Signals; seconds: number }[] = [
  { seconds: 1 },
  { insist: 'SIGINT', seconds: 20 },
  { insist: 'SIGQUIT', seconds: 5 },
  { insist: 'SIGKILL', seconds: 5 },
]

export async function clearLeftovers(
  cluster: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  if (process.platform === 'win32') {
    // Nothing runs there, then this fails, which is as well.
    await run(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast']).catch(() => {})
  } else if (!(await stopAll(cluster, log))) {
    return // PostgreSQL itself will refuse, and name the process.
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** Whether nothing runs there any more. */
async function stopAll(cluster: string, log: (line: string) => void): Promise<boolean> {
  for (const { insist, seconds } of STEPS) {
    const found = await serversIn(cluster)
    if (found.length === 0) return true
    if (insist) {
      log(`stopping what a killed run left in ${cluster}: processes ${found.join(', ')} (${insist})`)
      for (const pid of found) signal(pid, insist)
    }
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(20)) {
      if ((await serversIn(cluster)).length === 0) return true
    }
  }
  return false
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone meanwhile
  }
}

/** PostgreSQL processes, the postmaster and its children, whose data folder this is. */
async function serversIn(cluster: string): Promise<number[]> {
  if (process.platform !== 'linux') return serversNaming(cluster)
  const place = await stat(cluster).catch(() => undefined)
  if (place === undefined) return []
  const found = await Promise.all(
    (await readdir('/proc')).map(async (entry) => {
      const pid = Number(entry)
      if (!(pid > 0)) return undefined
      try {
        const { dev, ino } = await stat(`/proc/${pid}/cwd`)
        if (dev !== place.dev || ino !== place.ino) return undefined
        return basename(await readlink(`/proc/${pid}/exe`)).startsWith('postgres') ? pid : undefined
      } catch {
        return undefined // ended, a zombie, or another user's: none of them can be ours
      }
    }),
  )
  return found.filter((pid) => pid !== undefined)
}

/** Without /proc only the postmaster can be told by its arguments; its children follow it by themselves. */
async function serversNaming(cluster: string): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,command='])
  return stdout
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${cluster} `))
    .map((line) => Number.parseInt(line, 10))
}
