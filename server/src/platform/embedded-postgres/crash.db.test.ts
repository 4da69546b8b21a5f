/** Programs are killed in the middle of writes: no confirmed row is lost, nothing is left running, starts succeed. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCheckout } from '../../../test/database/crash/checkout.ts'
import {
  type CrashProgram,
  processesBelow,
  type Said,
  startProgram,
  untilNoneBelow,
} from '../../../test/database/crash/program.ts'
import { maintain } from '../../../test/database/maintain.ts'
import { isRefused } from '../../values/refusal.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'

const ROUNDS = 3

let place: string
let checkout: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tmip-crash-'))
  await chmod(place, 0o755)
  checkout = join(place, 'checkout')
  await makeCheckout(checkout)
})
afterAll(() => rm(place, { recursive: true, force: true }))

async function start(folder: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ folder })
  if (isRefused(database)) throw new Error(JSON.stringify(database))
  return database
}

/** Children of a killed postmaster may be gone before their turn comes. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const confirmed = (programs: readonly { said: readonly Said[] }[]): number[] =>
  programs.flatMap(({ said }) => said.flatMap(({ written }) => written ?? []))

async function expectAllThere(folder: string, programs: readonly CrashProgram[]): Promise<void> {
  const database = await start(folder)
  const rows = await maintain<{ id: string }>(database.url, 'select id from written')
  await database.stop()
  const there = new Set(rows.map(({ id }) => Number(id)))
  expect(confirmed(programs).filter((id) => !there.has(id))).toEqual([])
  await untilNoneBelow(folder)
}

// What is looked for in /proc exists on Linux only.
describe.runIf(process.platform === 'linux')('killed in the middle of writes', () => {
  const rounds = async (folder: string, round: (program: CrashProgram) => Promise<void>) => {
    const programs: CrashProgram[] = []
    for (let count = 0; count < ROUNDS; count++) {
      const program = startProgram({ checkout, folder, what: 'write' })
      programs.push(program)
      await program.saidMoreThan(100)
      await round(program)
    }
    await expectAllThere(folder, programs)
    expect(confirmed(programs).length).toBeGreaterThanOrEqual(ROUNDS * 100)
  }

  test('the program: PostgreSQL goes with it', async () => {
    const folder = join(place, 'program')
    await rounds(folder, async (program) => {
      await program.end('SIGKILL')
      await untilNoneBelow(folder)
    })
  })

  test('the program, and another starts at once', async () => {
    await rounds(join(place, 'at-once'), (program) => program.end('SIGKILL'))
  })

  test('the program and all of PostgreSQL', async () => {
    const folder = join(place, 'all')
    await rounds(folder, async (program) => {
      process.kill(program.pid, 'SIGSTOP') // else it would start PostgreSQL again
      for (const { pid } of await processesBelow(folder)) kill(pid)
      await program.end('SIGKILL')
    })
  })

  test('the program and its lifeline: the next start stops the orphan', async () => {
    const folder = join(place, 'orphan')
    await rounds(folder, async (program) => {
      process.kill(program.pid, 'SIGSTOP') // sees nothing of what happens to its children
      for (const { pid, program: file } of await processesBelow(folder)) {
        if (file !== 'postgres') kill(pid)
      }
      await program.end('SIGKILL')
      expect((await processesBelow(folder)).map(({ pid }) => pid)).toContain(program.said[0]!.pid)
    })
  })

  test('the postmaster: it is started again on the same address, and writes go on', async () => {
    const folder = join(place, 'postmaster')
    const program = startProgram({ checkout, folder, what: 'write' })
    for (let count = 0; count < ROUNDS; count++) {
      await program.saidMoreThan(program.said.length + 100)
      const pidFile = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')
      process.kill(Number.parseInt(pidFile, 10), 'SIGKILL')
      await program.saidMoreThan(program.said.length + 100)
    }
    await program.end('SIGTERM')
    await untilNoneBelow(folder)
    await expectAllThere(folder, [program])
  })

  test('while the data folder is being made: the next start makes it', async () => {
    for (const milliseconds of [150, 400, 700]) {
      const folder = join(place, `making-${milliseconds}`)
      await mkdir(folder)
      const program = startProgram({ checkout, folder, what: 'hold' })
      await pause(milliseconds)
      await program.end('SIGKILL')
      await (await start(folder)).stop()
      await untilNoneBelow(folder)
      expect((await readdir(folder)).sort()).toEqual(['cluster', 'lock'])
    }
  })
})
