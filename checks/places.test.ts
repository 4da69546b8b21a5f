/** Things that belong to one place, and what to use everywhere else. */
import { expect, test } from 'vitest'
import { type Source, sourceOf } from './source.ts'
import { tracked } from './tracked-files.ts'

const sources = tracked(/^server\/src\/.*(?<!\.test)\.ts$/).map(sourceOf)
const outside = (allowed: RegExp) => sources.filter(({ path }) => !allowed.test(path))
const within = (place: RegExp) => sources.filter(({ path }) => place.test(path))

const uses = (among: readonly Source[], name: RegExp, advice: string) =>
  among.flatMap((source) =>
    source.uses
      .filter((use) => name.test(use.name))
      .map((use) => `${source.path}:${use.line} ${use.name}: ${advice}`),
  )

test('SQL stands in storage/ and platform/', () => {
  const statement =
    /^\s*(--.*\n\s*)*(select\s[\s\S]*\bfrom\b|select\s+\w+\(|insert\s+into\s|update\s+\w+\s+(as\s+\w+\s+)?set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s*(\([^)]*\))?\s*as\s*\(|(create|alter|drop|truncate)\s+(table|index|view|function|role|database)\b)/i
  expect(
    outside(/\/storage\/|^server\/src\/platform\//).flatMap(({ path, texts }) =>
      texts
        .filter(({ text }) => statement.test(text))
        .map(
          ({ line }) =>
            `${path}:${line} SQL: give it a name and a file in the module’s storage/, one operation a file`,
        ),
    ),
  ).toEqual([])
})

test('rules have no clock and no chance', () => {
  expect(
    uses(
      within(/\/(rules|values)\//),
      /^(Date\.now|new Date|Math\.random|performance\.now|Temporal\.Now\.\w+|process\.\w+|crypto\.randomUUID)/,
      'rules are pure: take `now` and ids as parameters, the use case has House.clock',
    ),
  ).toEqual([])
})

test('rules do not wait', () => {
  expect(
    within(/\/(rules|values)\//).flatMap(({ path, waits }) =>
      waits.map(
        (line) =>
          `${path}:${line} async: rules are pure; load before them, write after them, in the use case`,
      ),
    ),
  ).toEqual([])
})

test('the time comes from the clock', () => {
  expect(
    uses(
      within(/^server\/src\/modules\//),
      /^(Date\.now|new Date$|Temporal\.Now\.\w+)/,
      'use the clock of House, so that a test can turn it',
    ),
  ).toEqual([])
})

test('nothing prints but the command line', () => {
  expect(
    uses(
      outside(/^server\/src\/(main|commands\/.*)\.ts$/),
      /^(console\.\w+|process\.(stdout|stderr)\.write)$/,
      'use the log of House (pino), or return the text to the command',
    ),
  ).toEqual([])
})

test('the environment is read in one place', () => {
  // PostgreSQL's lifeline reads no setting: it hands the environment on to its child.
  expect(
    uses(
      outside(/^server\/src\/(main|commands\/.*|platform\/embedded-postgres\/lifeline)\.ts$/),
      /^process\.env/,
      'read it in commands/configuration.ts and pass it down',
    ),
  ).toEqual([])
})
