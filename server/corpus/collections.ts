/**
 * Test files that nobody here wrote: the collections of spreadsheet and PDF libraries, as Debian carries their sources.
 * They are data for a run and are never committed.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export const collections = [
  'libapache-poi-java',
  'libpdfbox2-java',
  'pypdf',
  'python-odf',
  'openpyxl',
  'ruby-roo',
  'r-cran-readxl',
] as const

const kinds = new Set([
  '.xlsx',
  '.xlsm',
  '.xls',
  '.xlsb',
  '.xltx',
  '.ods',
  '.csv',
  '.pdf',
  '.jpg',
  '.png',
  '.tif',
])

/** Fetches what is not there yet. Answers the collections that could not be had, with the reason. */
export async function fetchCollections(folder: string): Promise<readonly string[]> {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true })
  const sources = join(folder, 'sources.list')
  await writeFile(
    sources,
    'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian stable main\n',
  )
  const apt = (...args: string[]) =>
    run(folder, 'apt-get', [
      '-o',
      `Dir::Etc::sourcelist=${sources}`,
      '-o',
      'Dir::Etc::sourceparts=-',
      '-o',
      `Dir::State::lists=${join(folder, 'lists')}`,
      ...args,
    ])
  const missing: string[] = []
  let updated = false
  for (const name of collections) {
    const place = join(folder, name)
    if ((await readdir(place).catch(() => [])).length > 0) continue
    const update = updated ? null : apt('update')
    updated = true
    const failed = update ?? apt('source', '--download-only', '--tar-only', name)
    const archive = (await readdir(folder)).find(
      (file) => file.startsWith(`${name}_`) && /\.tar\.\w+$/.test(file),
    )
    if (archive === undefined) {
      missing.push(`${name}: ${failed ?? 'nothing came'}`)
      continue
    }
    await mkdir(place, { recursive: true })
    const unpacked = run(place, 'tar', ['xf', join(folder, archive)])
    if (unpacked !== null) missing.push(`${name}: ${unpacked}`)
    await rm(join(folder, archive), { force: true })
  }
  return missing
}

/** Every file below a folder that somebody could take for a form. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile() && kinds.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Null when it went well, else its last line. */
function run(folder: string, program: string, args: readonly string[]): string | null {
  const { status, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (status === 0) return null
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? `${program} ended with ${status}`
}
