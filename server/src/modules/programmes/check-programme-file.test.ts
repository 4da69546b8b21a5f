import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkProgrammeFile } from './check-programme-file.ts'
import { programmeJsonSchema } from './rules/schema.ts'

const folder = fileURLToPath(new URL('../../../../programmes/', import.meta.url))
const files = ['', 'examples'].flatMap((sub) =>
  readdirSync(join(folder, sub))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(sub, name)),
)

describe('programmes as shipped', () => {
  test('there are the vendor’s own and at least three others', () =>
    expect(files.length).toBeGreaterThanOrEqual(4))
  test.each(files)('%s is in order', (name) => {
    for (const language of ['en', 'de'] as const) {
      const { ok, output } = checkProgrammeFile(join(folder, name), language)
      expect(output).toMatch(language === 'en' ? /in order\.\n/ : /in Ordnung\.\n/)
      expect(ok).toBe(true)
    }
  })
})

describe('what the check prints', () => {
  let place: string
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'programme-check-'))
  })
  afterAll(() => rmSync(place, { recursive: true }))

  test('each problem with file, line and column, then their number', () => {
    const text = readFileSync(join(folder, 'examples', 'serials-before-order.yaml'), 'utf8')
    const file = join(place, 'mine.yaml')
    writeFileSync(file, text.replace('window: P120D', 'window: 120').replace('paid: at-order', 'paid: later'))
    expect(checkProgrammeFile(file, 'en')).toEqual({
      ok: false,
      output: [
        `${file}:25:39: clock.window is 120. Expected: an ISO 8601 duration of days, weeks, months or years, such as P3M or P180D.`,
        `${file}:42:9: credit.paid is "later". Expected: one of at-order, after-receipt.`,
        '2 problems. Nothing was changed.',
      ].join('\n'),
    })
  })

  test('a catalogue that is missing, and one with a mistake, are named', () => {
    const file = join(place, 'juniper.yaml')
    writeFileSync(file, readFileSync(join(folder, 'juniper-tmip.yaml')))
    const csv = join(place, 'juniper-mx-catalogue.csv')
    expect(checkProgrammeFile(file, 'de')).toEqual({
      ok: false,
      output: `${csv}: kann nicht gelesen werden (ENOENT).`,
    })
    writeFileSync(csv, 'sku\nMX240\n')
    expect(checkProgrammeFile(file, 'en').output).toContain(`${csv}:1:1: The first line is not the header`)
  })

  test.each(['nowhere.yaml', '.'])('%s cannot be read', (name) => {
    const { ok, output } = checkProgrammeFile(join(place, name), 'en')
    expect([ok, output.includes('cannot be read')]).toEqual([false, true])
  })
})

test('the JSON Schema for editors describes the file, not the result', () => {
  const schema = programmeJsonSchema()
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  expect(schema.required).not.toContain('parts')
  expect(schema.required).toContain('clock')
})
