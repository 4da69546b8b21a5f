import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, programOf } from './binaries.ts'
import { clearLeftovers } from './leftovers.ts'
import { runOnLifeline } from './lifeline.ts'
import { asSeenByServer } from './server-folder.ts'
import type { ServerUser } from './server-user.ts'

/** Inside the data folder, so that data and password move, and are whole, together. */
export const SECRET_FILE = 'tmip-secret'
export const SUPERUSER = 'tmip'

interface Making {
  readonly home: string
  /** The data folder to be, inside `home`. */
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  /** False saves the flush to disk, for data that nobody will miss. */
  readonly durable: boolean
  readonly log: (line: string) => void
}

/**
 * Makes the data folder beside its place and renames it when whole: one that is there is a good one. Call it with the
 * folder locked. Resolves to nothing, or to initdb's last lines when it failed.
 */
export async function initialise(making: Making): Promise<readonly string[] | undefined> {
  const { home, cluster, binaries, user, durable } = making
  for (const name of await readdir(home)) {
    if (!name.startsWith('unfinished-')) continue
    await clearLeftovers(join(home, name, 'data'), binaries, making.log)
    await remove(join(home, name))
  }
  const unfinished = await mkdtemp(join(home, 'unfinished-'))
  const data = join(unfinished, 'data')
  const secret = join(unfinished, SECRET_FILE)
  await mkdir(data, { mode: 0o700 })
  await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  if (user) for (const path of [unfinished, data, secret]) await chown(path, user.uid, user.gid)

  const seen = asSeenByServer(data, user)
  const initdb = runOnLifeline({
    command: programOf(binaries, 'initdb'),
    args: [
      '-D',
      seen,
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      `--pwfile=${seen}/../${SECRET_FILE}`,
      // Sorting by code point needs no library, so no library's new version can break an index.
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
      // A stopped initdb would remove the folder under its own server, which then leaves shared memory behind.
      '--no-clean',
      ...(durable ? [] : ['--no-sync']),
    ],
    folder: data,
    user,
    log: () => {},
  })
  if ((await initdb.ended) !== 0) {
    await remove(unfinished)
    return initdb.lastLines()
  }
  await rename(secret, join(data, SECRET_FILE))
  if (durable) await flush(data)
  await rename(data, cluster)
  if (durable) await flush(home)
  await remove(unfinished)
  return undefined
}

/** Programs of a killed run may still be writing there for a moment. */
const remove = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** Makes renames durable; Windows has no such call for folders, and needs none. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
