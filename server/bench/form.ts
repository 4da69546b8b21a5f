import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { builtProgram } from './program.ts'
import { median, table } from './statistics.ts'
import { filledForm } from './story-steps.ts'
import { type Cost, watchedRun } from './watched-run.ts'

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
      const samples: Cost[] = []
      for (let sample = 0; sample < SAMPLES; sample++) samples.push(await readOnce(file, count))
      const of = (pick: (cost: Cost) => number) => median(samples.map(pick))
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

async function readOnce(file: string, count: number): Promise<Cost> {
  const { output, cost } = await watchedRun(process.execPath, [
    ...builtProgram,
    'form',
    'read',
    file,
    '--json',
  ])
  const { outcome, lines } = JSON.parse(output)
  if (lines.length !== count) throw new Error(`read ${lines.length} of ${count} lines: ${outcome}`)
  return cost
}
