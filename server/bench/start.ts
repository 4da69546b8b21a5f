import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { freePort, startProgram } from './program.ts'
import { median, table } from './statistics.ts'

const SAMPLES = 5

/** From the start of `tmip start` to the first 200 of /readyz, on an empty data folder and on the same one again. */
export async function start(): Promise<Figure> {
  const first: number[] = []
  const second: number[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
    try {
      for (const times of [first, second]) {
        const server = await startProgram({ dataFolder, port: await freePort() })
        times.push(server.startedInMs)
        await server.end('SIGTERM')
      }
    } finally {
      await rm(dataFolder, { recursive: true, force: true })
    }
  }
  const row = (name: string, times: readonly number[]) => [
    name,
    median(times).toFixed(0),
    Math.max(...times).toFixed(0),
  ]
  return {
    title: 'Start to ready, with the embedded PostgreSQL',
    text: table(['start', 'ms', 'slowest'], [row('first', first), row('second', second)]),
    notes: [
      `Medians of ${SAMPLES}. The first makes the database, its tables, the programme and the sample world. Aim: second under 5,000 ms.`,
    ],
  }
}
