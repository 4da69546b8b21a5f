/** The lock file is what a fresh clone becomes: it must say the same everywhere, and be whole for every system. */
import { expect, test } from 'vitest'
import { textOf } from './tracked-files.ts'

interface Package {
  readonly resolved?: string
  readonly link?: boolean
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const packages: Readonly<Record<string, Package>> = JSON.parse(textOf('package-lock.json')).packages
const entries = Object.entries(packages)

test('it names no download address', () => {
  expect(
    entries
      .filter(([, { resolved }]) => resolved !== undefined && /^(https?|git)/.test(resolved))
      .map(
        ([path]) =>
          `${path}: keep omit-lockfile-registry-resolved=true in .npmrc and write the lock file again`,
      ),
  ).toEqual([])
})

test.each(['package.json', 'server/package.json', 'portal/package.json'])('it agrees with %s', (file) => {
  const written = JSON.parse(textOf(file))
  const recorded = packages[file.replace(/\/?package\.json$/, '')]
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
    expect(recorded?.[kind] ?? {}, 'run npm install and commit package-lock.json with it').toEqual(
      written[kind] ?? {},
    )
})

/**
 * npm writes only those binaries into the lock file that the registry had on that day, and never asks for the others
 * again: on a system left out the install succeeds and the program does not start.
 */
test('it holds every system’s binaries', () => {
  const nearest = (from: string, name: string): boolean => {
    const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`
    if (here in packages) return true
    if (from === '') return false
    const up = from.lastIndexOf('/node_modules/')
    return nearest(up < 0 ? '' : from.slice(0, up), name)
  }
  expect(
    entries.flatMap(([path, { version, optionalDependencies = {} }]) => {
      const lacking = Object.keys(optionalDependencies).filter((name) => !nearest(path, name))
      return lacking.length === 0
        ? []
        : [
            `${path} ${version} lacks ${lacking.join(', ')}: pin the newest version that is published for all systems`,
          ]
    }),
  ).toEqual([])
})
