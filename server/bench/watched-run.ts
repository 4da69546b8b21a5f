/** A program run to its end, with what it cost: for measuring whole programs beside each other. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ownCpuTime } from './cpu-time.ts'
import { sum } from './statistics.ts'

export interface Cost {
  readonly ms: number
  readonly cpuMs: number
  /** Peaks of resident memory in bytes: of all processes, as if they fell together, and of the largest. */
  readonly all: number
  readonly largest: number
}

/** Answers what the program wrote. Throws when it did not end well. */
export async function watchedRun(
  program: string,
  args: readonly string[],
  cwd?: string,
): Promise<{ output: string; cost: Cost }> {
  const began = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const seen = new Map<number, Seen>()
  const watch = setInterval(() => look(child.pid ?? 0, seen), 5)
  await new Promise((resolve) => child.on('close', resolve))
  const ms = performance.now() - began
  clearInterval(watch)
  if (child.exitCode !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${child.exitCode}`)
  const sizes = [...seen.values()].map(({ peak }) => peak)
  return {
    output: Buffer.concat(chunks).toString('utf8'),
    cost: {
      ms,
      cpuMs: sum([...seen.values()].map(({ cpuMs }) => cpuMs)),
      all: sum(sizes),
      largest: Math.max(...sizes),
    },
  }
}

interface Seen {
  readonly peak: number
  readonly cpuMs: number
}

/** The process and its children, as Linux tells them while they live; elsewhere nothing is seen. */
function look(pid: number, seen: Map<number, Seen>): void {
  const read = (path: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${path}`, 'utf8')
    } catch {
      return ''
    }
  }
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(read('status'))?.[1] ?? 0) * 1024
  if (peak > 0) seen.set(pid, { peak, cpuMs: ownCpuTime(pid) })
  for (const child of read(`task/${pid}/children`).split(' '))
    if (Number(child) > 0) look(Number(child), seen)
}
