import { expect, test } from 'vitest'
import { tracked } from './tracked-files.ts'

/** Names that say nothing about what is inside, in any part of a path. */
const empty = /(^|[/.-])(utils?|helpers?|lib|libs|managers?|common|misc|shared|stuff)([/.-]|$)/i

test('names say what is in a file', () => {
  expect(
    tracked(/./)
      .filter((path) => empty.test(path))
      .map((path) => `${path}: name it after what it does (near-words.ts, run-command.ts, folder-lock.ts)`),
  ).toEqual([])
})

test('source files are named in kebab-case', () => {
  expect(
    tracked(/^(server|portal|checks|scripts)\/.*\.(tsx?|mjs|css|sql)$/).filter((path) =>
      /[A-Z_ ]/.test(path),
    ),
  ).toEqual([])
})
