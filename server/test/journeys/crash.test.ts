import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { crashRounds, victims } from '../../bench/crash-rounds.ts'

/** From source, so that it does not matter when the server was last built. */
const program = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
  fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
]

// kill -9 exists everywhere but on Windows, where it does not take the embedded PostgreSQL along.
test.runIf(process.platform !== 'win32')(
  'server and PostgreSQL killed in the middle of writes: every answered write is there, and once',
  async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'tmip-crash-'))
    try {
      const rounds = victims.length
      const report = await crashRounds({ dataFolder, rounds, clients: 4, answersBetween: 20, program })
      expect(report).toMatchObject({ rounds, lost: [], doubled: 0, failedStarts: [], differences: [] })
      expect(report.repeated).toBeGreaterThan(0)
    } finally {
      await rm(dataFolder, { recursive: true, force: true })
    }
  },
  300_000,
)
