/** What a working day leaves in files and nobody wants to read there afterwards. */
import { homedir, tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { sourceOf } from './source.ts'
import { root, textOf, textOrNull, tracked } from './tracked-files.ts'

const texts = tracked(/./).flatMap((path) => {
  const text = textOrNull(path)
  return text === null ? [] : [{ path, lines: text.split('\n') }]
})

const linesWith = (matches: (line: string) => boolean, advice: string, among = /./) =>
  texts
    .filter(({ path }) => among.test(path))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        matches(line) ? [`${path}:${index + 1} ${advice}: ${line.trim().slice(0, 120)}`] : [],
      ),
    )

test('no path of anybody’s machine', () => {
  const checkout = root.replaceAll('\\', '/').replace(/\/$/, '')
  const here = [checkout, dirname(checkout), homedir()]
    .filter((folder) => folder.length > 1 && folder !== '/root' && folder !== tmpdir())
    .map((folder) => `${folder}/`)
  const somewhere =
    /(^|[\s"'`(=])(\/home\/[a-z][\w-]*\/|\/Users\/[A-Za-z][\w-]*\/|[A-Z]:\\Users\\|\/root\/|\/tmp\/)/
  expect(
    linesWith(
      (line) => somewhere.test(line) || here.some((folder) => line.includes(folder)),
      'use a path from the repository, import.meta.url, or os.tmpdir()',
    ),
  ).toEqual([])
})

test('no host of a package registry', () => {
  const configured = process.env['npm_config_registry']
  const hosts = [
    'registry.npmjs' + '.org',
    ...(configured === undefined ? [] : [new URL(configured).hostname]),
  ]
  expect(
    linesWith(
      (line) => hosts.some((host) => line.includes(host)),
      'name the package; where it comes from is everybody’s own setting',
    ),
  ).toEqual([])
})

test('nothing left for later', () => {
  const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`)
  expect(linesWith((line) => mark.test(line), 'do it now, or write an issue')).toEqual([])
})

test('no test is skipped, focused or expected to fail', () => {
  expect(
    tracked(/\.test\.ts$/)
      .map(sourceOf)
      .flatMap(({ path, uses }) =>
        uses
          .filter(({ name }) => /^(it|test|describe)\.(skip|only|todo|fails)\b/.test(name))
          .map(
            ({ name, line }) =>
              `${path}:${line} ${name}: mend or delete the test; runIf says which machine it needs`,
          ),
      ),
  ).toEqual([])
})

test('an escape from the type checker says why', () => {
  const bypass = /@ts-(ignore|expect-error|nocheck)|(biome|oxlint|eslint)-(ignore|disable)(?!.*(--|: )\s*\S)/
  expect(
    linesWith(
      (line) => bypass.test(line),
      'write the type, or give the reason behind the rule’s name',
      /^(server|portal)\/.*\.tsx?$/,
    ),
  ).toEqual([])
})

test('a long file says at its top why it is whole', () => {
  expect(
    tracked(/\.(tsx?|mjs|css|sql)$/).flatMap((path) => {
      const lines = textOf(path).trimEnd().split('\n')
      const top = lines.slice(0, 12).join('\n')
      return lines.length <= 400 || /\b(whole|one piece|one file)\b|^\/\* Written by /i.test(top)
        ? []
        : [
            `${path}: ${lines.length} lines; cut it along its sections, or say in its first comment why it is whole`,
          ]
    }),
  ).toEqual([])
})
