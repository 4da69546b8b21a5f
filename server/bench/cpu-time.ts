import { readdirSync, readFileSync } from 'node:fs'
import { sum } from './statistics.ts'

/** Linux counts in ticks of 10 ms on every architecture that Node runs on (USER_HZ). */
const TICK_MS = 10

interface Process {
  readonly parent: number
  /** Of its own, and with the children that it has waited for. */
  readonly own: number
  readonly ticks: number
}

/** Fields of /proc/PID/stat behind the name, which may hold anything: 4 parent, 14-15 own time, 16-17 that of children waited for. */
function processOf(pid: number): Process | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return {
      parent: Number(fields[1]),
      own: sum(fields.slice(11, 13).map(Number)),
      ticks: sum(fields.slice(11, 15).map(Number)),
    }
  } catch {
    return undefined // ended meanwhile; its parent has its time now
  }
}

/** CPU time in milliseconds of a process and of everything that it started, ended or not. NaN where there is no /proc. */
export function cpuTime(root: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const all = new Map<number, Process>()
  for (const entry of readdirSync('/proc')) {
    const found = Number(entry) > 0 ? processOf(Number(entry)) : undefined
    if (found !== undefined) all.set(Number(entry), found)
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent)
      if (at === root) return true
    return false
  }
  let ticks = 0
  for (const [pid, found] of all) if (belongs(pid)) ticks += found.ticks
  return ticks * TICK_MS
}

/** The same without its children; 0 when it has ended. */
export const ownCpuTime = (pid: number): number => (processOf(pid)?.own ?? 0) * TICK_MS
