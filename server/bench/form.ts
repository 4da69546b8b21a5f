import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownCpuTime } from './cpu-time.ts'
import type { Figure } from './figure.ts'
import { builtProgram } from './program.ts'
import { median, sum, table } from './statistics.ts'
import { filledForm } from './story-steps.ts'

const LINES = [10, 1_000, 10_000]
const SAMPLES = 7
const MEGABYTE = 2 ** 20

/** `tmip form read FILE --json` as a person runs it: from the start of the program to its end. */
export async function form(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  try {
    const rows: string[][] = []
    for (const count of LINES) {
      const file = join(folder, `${count}.xlsx`)
      const bytes = await filledForm(
        Array.from({ length: count }, (_, index) => ({
          sku: 'MX480BASE-AC',
          serial: `JN${100_000 + index}AFC`,
        })),
      )
      await writeFile(file, bytes)
      await readOnce(file, count)
      const samples: Reading[] = []
      for (let sample = 0; sample < SAMPLES; sample++) samples.push(await readOnce(file, count))
      const of = (pick: (reading: Reading) => number) => median(samples.map(pick))
      rows.push([
        count.toLocaleString('en'),
        `${(bytes.length / 1024).toFixed(0)} KiB`,
        of(({ ms }) => ms).toFixed(0),
        Math.max(...samples.map(({ ms }) => ms)).toFixed(0),
        of(({ cpuMs }) => cpuMs).toFixed(0),
        ...[of(({ all }) => all), of(({ largest }) => largest)].map((size) => (size / MEGABYTE).toFixed(0)),
      ])
    }
    return {
      title: 'tmip form read: whole program, from start to end',
      text: table(['lines', 'file', 'ms', 'slowest', 'CPU ms', 'peak MB, all processes', 'largest'], rows),
      notes: [
        `Medians of ${SAMPLES} runs after one that fills the disk cache. Aim: 10,000 lines under 1,500 ms and 256 MB.`,
        'Peak: the kernel’s high-water mark of resident memory (VmHWM), asked, like the CPU time, every 5 ms; "all processes" adds the peaks of the program and of the confined process that reads, as if they fell together, and counts shared pages twice.',
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Reading {
  readonly ms: number
  readonly cpuMs: number
  /** Bytes. */
  readonly all: number
  readonly largest: number
}

async function readOnce(file: string, count: number): Promise<Reading> {
  const began = performance.now()
  const child = spawn(process.execPath, [...builtProgram, 'form', 'read', file, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const seen = new Map<number, Seen>()
  const watch = setInterval(() => look(child.pid ?? 0, seen), 5)
  await new Promise((resolve) => child.on('close', resolve))
  const ms = performance.now() - began
  clearInterval(watch)
  const { outcome, lines } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  if (child.exitCode !== 0 || lines.length !== count)
    throw new Error(`read ${lines.length} of ${count} lines: ${outcome}`)
  const sizes = [...seen.values()].map(({ peak }) => peak)
  return {
    ms,
    cpuMs: sum([...seen.values()].map(({ cpuMs }) => cpuMs)),
    all: sum(sizes),
    largest: Math.max(...sizes),
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
