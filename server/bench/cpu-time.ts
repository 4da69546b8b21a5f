import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in ticks of 10 ms on every architecture that Node runs on (USER_HZ). */
const TICK_MS = 10

interface Process {
  readonly parent: number
  readonly ticks: number
}

/** Fields of /proc/PID/stat behind the name, which may hold anything: 4 parent, 14-15 own time, 16-17 that of children waited for. */
function processOf(pid: number): Process | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return {
      parent: Number(fields[1]),
      ticks: fields.slice(11, 15).reduce((total, field) => total + Number(field), 0),
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

/** CPU time in milliseconds of the processes that this one started and that have ended. NaN where there is no /proc. */
export function endedChildrenCpuTime(): number {
  if (process.platform !== 'linux') return Number.NaN
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS
}
