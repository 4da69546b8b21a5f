/** Whole in one file: one table of spoiled programme files, each with the line and column it must be told. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { catalogueOf, loadCatalogue } from './catalogue.ts'
import { longestProgramme, parseProgramme } from './parse-programme.ts'
import type { Problem } from './problems.ts'
import type { Part } from './schema/scope.ts'

const folder = new URL('../../../../../programmes/', import.meta.url)
const good = readFileSync(new URL('juniper-tmip.yaml', folder), 'utf8')
const catalogue = loadCatalogue(readFileSync(new URL('juniper-mx-catalogue.csv', folder), 'utf8'), 'en')
const parts: readonly Part[] = isRefused(catalogue) ? [] : catalogue.parts

const problemsOf = (yamlText: string, language: 'en' | 'de' = 'en'): readonly Problem[] => {
  const programme = parseProgramme(yamlText, language, parts)
  return isRefused(programme) ? programme.problems : []
}

/** Where a text begins in the file, the way an editor counts. */
const placeOf = (yamlText: string, needle: string) => {
  const before = yamlText.slice(0, yamlText.indexOf(needle)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

interface Mutation {
  readonly name: string
  readonly from: string
  readonly to: string
  /** What the problem points at, in the changed file. */
  readonly at: string
  readonly path: string
  readonly code: string
  readonly message: RegExp
}

const mutations: readonly Mutation[] = [
  {
    name: 'a misspelt key is refused and the right one named',
    from: 'mailbox: mx-',
    to: 'mailbx: mx-',
    at: 'mailbx',
    path: 'mailbx',
    code: 'unknownKey',
    message: /Did you mean “mailbox”/,
  },
  {
    name: 'an unknown key deep inside',
    from: '  onDayOff: keep',
    to: '  onDayOf: keep',
    at: 'onDayOf:',
    path: 'clock.onDayOf',
    code: 'unknownKey',
    message: /Did you mean “onDayOff”.*start, window, onDayOff/,
  },
  {
    name: 'a missing key is shown at its section',
    from: '  window: P3M # [page] three months\n',
    to: '',
    at: 'clock:',
    path: 'clock.window',
    code: 'valueMissing',
    message: /clock\.window is missing\. Expected: an ISO 8601 duration/,
  },
  {
    name: 'a missing German text',
    from: 'name: { en: End-of-life MX, de: Abgekündigte MX-Geräte, ja: 販売終了MX }',
    to: 'name: { en: End-of-life MX }',
    at: 'name: { en: End-of-life MX }',
    path: 'phases[0].name.de',
    code: 'valueMissing',
    message: /phases\[0\]\.name\.de is missing/,
  },
  {
    name: 'a language that is none',
    from: 'ja: 販売終了MX',
    to: 'japanisch: 販売終了MX',
    at: '販売終了MX',
    path: 'phases[0].name.japanisch',
    code: 'valueWrong',
    message: /Expected: a language/,
  },
  {
    name: 'a version without quotes is a number',
    from: 'version: "2026.1"',
    to: 'version: 2026.1',
    at: '2026.1',
    path: 'version',
    code: 'valueWrong',
    message: /version is 2026\.1\. Expected: a version in quotes/,
  },
  {
    name: 'a day that does not exist',
    from: 'validFrom: 2026-01-01',
    to: 'validFrom: 2026-02-30',
    at: '2026-02-30',
    path: 'phases[1].validFrom',
    code: 'valueWrong',
    message: /"2026-02-30"\. Expected: a day that exists/,
  },
  {
    name: 'a duration that is none',
    from: 'window: P3M',
    to: 'window: 3 months',
    at: '3 months #',
    path: 'clock.window',
    code: 'valueWrong',
    message: /such as P3M or P180D/,
  },
  {
    name: 'a choice with a slip',
    from: 'start: order-placed',
    to: 'start: oder-placed',
    at: 'oder-placed',
    path: 'clock.start',
    code: 'valueWrong',
    message: /Did you mean “order-placed”.*one of order-placed, last-shipment/,
  },
  {
    name: 'an amount without quotes',
    from: 'amounts: { USD: "18000.00"',
    to: 'amounts: { USD: 18000.00',
    at: '18000.00',
    path: 'credit.table[0].amounts.USD',
    code: 'valueWrong',
    message: /Expected: an amount in quotes/,
  },
  {
    name: 'a currency that does not exist',
    from: 'amounts: { USD: "18000.00"',
    to: 'amounts: { UDS: "18000.00"',
    at: 'UDS:',
    path: 'credit.table[0].amounts.UDS',
    code: 'valueWrong',
    message: /Expected: a currency of ISO 4217/,
  },
  {
    name: 'an address that is no list',
    from: 'serves: [everywhere]',
    to: 'serves: everywhere',
    at: 'everywhere #',
    path: 'sites[0].serves',
    code: 'valueWrong',
    message: /Expected: a list/,
  },
  {
    name: 'a country that does not exist',
    from: 'country: US',
    to: 'country: UK2',
    at: 'UK2',
    path: 'sites[0].country',
    code: 'valueWrong',
    message: /Expected: a country/,
  },
  {
    name: 'a mailbox that is none',
    from: 'mailbox: mx-migration-incentive@juniper.net',
    to: 'mailbox: juniper.net',
    at: 'juniper.net #',
    path: 'mailbox',
    code: 'valueWrong',
    message: /Expected: an e-mail address/,
  },
  {
    name: 'a tier above the maximum',
    from: '{ upToDays: 31, ',
    to: '{ upToDays: 310, ',
    at: '310',
    path: 'extensions.tiers[0].upToDays',
    code: 'ruleTierTooLong',
    message: /184 days at most/,
  },
  {
    name: 'an open tier before the last',
    from: '{ upToDays: 31, approvedBy',
    to: '{ approvedBy',
    at: '{ approvedBy: [desk, administrator] }',
    path: 'extensions.tiers[0].upToDays',
    code: 'ruleTierOpen',
    message: /Only the last tier/,
  },
  {
    name: 'a last tier that leaves a gap below the maximum',
    from: '- { approvedBy: [finance, administrator] }',
    to: '- { upToDays: 90, approvedBy: [finance, administrator] }',
    at: '90, approvedBy',
    path: 'extensions.tiers[1].upToDays',
    code: 'ruleTierTooShort',
    message: /nobody could approve/,
  },
  {
    name: 'a credit for a SKU that no phase accepts',
    from: 'skus: [MX104*]',
    to: 'skus: [MX104*, EX4300-48P]',
    at: 'EX4300-48P',
    path: 'credit.table[7].skus[1]',
    code: 'ruleCreditWithoutPhase',
    message: /no phase takes it/,
  },
  {
    name: 'an accepted family without a credit',
    from: '    - { skus: [MX104*], amounts: { USD: "1500.00", EUR: "1400.00" } }\n',
    to: '',
    at: 'eligible:',
    path: 'phases[0].eligible',
    code: 'ruleSkuWithoutCredit',
    message: /MX104/,
  },
  {
    name: 'a row below a wider one',
    from: '    - { skus: [MX104*], ',
    to: '    - { skus: [MX960BASE-AC], amounts: { USD: "1.00", EUR: "1.00" } }\n    - { skus: [MX104*], ',
    at: '{ skus: [MX960BASE-AC]',
    path: 'credit.table[7]',
    code: 'ruleRowNeverRead',
    message: /Row 5 above/,
  },
  {
    name: 'an amount missing in a currency',
    from: 'currencies: [USD, EUR]',
    to: 'currencies: [USD, EUR, JPY]',
    at: 'amounts: { USD: "18000.00"',
    path: 'credit.table[0].amounts',
    code: 'ruleAmountMissing',
    message: /JPY is missing/,
  },
  {
    name: 'more digits than the currency has',
    from: 'USD: "18000.00"',
    to: 'USD: "18000.001"',
    at: '"18000.001"',
    path: 'credit.table[0].amounts.USD',
    code: 'ruleAmountDigits',
    message: /more digits/,
  },
  {
    name: 'two phases that compete',
    from: 'newFamilies: [MX10008, MX10016, JNP10K-LC',
    to: 'newFamilies: [MX304, MX10008, MX10016, JNP10K-LC',
    at: 'id: phase-2',
    path: 'phases[1]',
    code: 'rulePhasesCompete',
    message: /“phase-1” are valid at the same time/,
  },
  {
    name: 'a phase that ends before it begins',
    from: 'validFrom: 2025-01-01',
    to: 'validFrom: 2025-01-01\n    validTo: 2024-12-31',
    at: '2024-12-31',
    path: 'phases[0].validTo',
    code: 'rulePhaseReversed',
    message: /2025-01-01/,
  },
  {
    name: 'a region without a site',
    from: 'serves: [everywhere] # [page] names this one address\n',
    to: 'serves: [US]\n\nregions: { emea: [DE, FR] }\n',
    at: 'emea',
    path: 'regions.emea',
    code: 'ruleRegionWithoutSite',
    message: /No site serves the region “emea”/,
  },
  {
    name: 'a SKU that the catalogue does not know',
    from: 'MPC7E-10G, MX2K-MPC8E]',
    to: 'MPC7E-10G, MX2K-MPC8]',
    at: 'MX2K-MPC8]',
    path: 'phases[1].eligible.skus[5]',
    code: 'ruleNotInCatalogue',
    message: /MX2K-MPC8 fits nothing/,
  },
  {
    name: 'a rejection reason left out',
    from: '  unsigned:\n',
    to: '  not-signed:\n',
    at: 'rejectionReasons:',
    path: 'rejectionReasons',
    code: 'ruleRejectionMissing',
    message: /“unsigned”/,
  },
  {
    name: 'a key twice',
    from: 'vendor: Juniper Networks\n',
    to: 'vendor: Juniper Networks\nid: second\n',
    at: 'id: second',
    path: '',
    code: 'yamlDuplicateKey',
    message: /second time/,
  },
  {
    name: 'a tab',
    from: '  start: order-placed',
    to: '\tstart: order-placed',
    at: '\tstart',
    path: '',
    code: 'yamlTab',
    message: /tab/,
  },
  {
    name: 'an alias',
    from: 'currencies: [USD, EUR]',
    to: 'currencies: &all [USD, EUR]',
    at: '[USD, EUR]',
    path: '',
    code: 'yamlAlias',
    message: /anchor/,
  },
  {
    name: 'a quote that is not closed',
    from: 'version: "2026.1"',
    to: 'version: "2026.1',
    at: '\nvendor:',
    path: '',
    code: 'yamlSyntax',
    message: /not valid YAML/,
  },
  {
    name: 'a second document',
    from: 'mailbox: mx-',
    to: '---\nmailbox: mx-',
    at: '---\nmailbox',
    path: '',
    code: 'yamlManyDocuments',
    message: /second YAML document/,
  },
]

describe('each mistake is named with line, column, path and what is expected', () => {
  test.each(mutations)('$name', ({ from, to, at, path, code, message }) => {
    expect(good).toContain(from)
    const changed = good.replace(from, () => to)
    const problem = problemsOf(changed).find((one) => one.code === code && one.path === path)
    expect(problem, JSON.stringify(problemsOf(changed).slice(0, 3), null, 1)).toBeDefined()
    if (problem === undefined) return
    expect(problem.message).toMatch(message)
    expect(problem.expected).not.toBe('')
    expect({ line: problem.line, column: problem.column }).toEqual(placeOf(changed, at))
  })
})

test('the programme as shipped has no problem', () => expect(problemsOf(good)).toEqual([]))

test('all problems of the values come at once, in the order of the file', () => {
  const changed = good
    .replace('start: order-placed', 'start: never')
    .replace('prepaid: true', 'prepaid: maybe')
    .replace('heldFor: P90D', 'heldFor: 90')
    .replace('vendor:', 'vender:')
  const problems = problemsOf(changed)
  expect(problems.map(({ path }) => path)).toEqual([
    'vendor',
    'vender',
    'clock.start',
    'shipping.carriers[0].prepaid',
    'unmatchedGoods.heldFor',
  ])
})

test('every message and expectation exists in both languages and differs', () => {
  for (const { from, to, code, path } of mutations) {
    const changed = good.replace(from, () => to)
    const [english, german] = languages.map((language) =>
      problemsOf(changed, language).find((one) => one.code === code && one.path === path),
    )
    expect(german?.message).not.toBe(english?.message)
    expect(german?.expected).toBeTruthy()
  }
})

describe('files that are no programme', () => {
  test.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a list', '- 1\n- 2'],
    ['null', '~'],
    ['a number', '42'],
    ['zeros', '\0\0\0'],
    ['only a comment', '# programme'],
    ['a prototype', '__proto__: { id: x }\nconstructor: 1'],
    ['a merge key', '<<: { id: x }'],
    ['a tag', '!!js/function "x"'],
    ['a key that is a list', '? [a, b]\n: c'],
  ])('%s', (_name, yamlText) => {
    const problems = problemsOf(yamlText)
    expect(problems.length).toBeGreaterThan(0)
    for (const { line, column } of problems) expect([line, column].every((place) => place >= 1)).toBe(true)
  })

  test('bombs are refused before they go off', () => {
    const laughs = [
      'a: &a [x]',
      ...Array.from('bcdefgh').map(
        (name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`,
      ),
    ]
    expect(problemsOf(laughs.join('\n')).every(({ code }) => code === 'yamlAlias')).toBe(true)
    expect(problemsOf('['.repeat(100_000))[0]?.code).toBe('yamlTooDeep')
    expect(problemsOf('- '.repeat(100_000))[0]?.code).toBe('yamlTooDeep')
    expect(
      problemsOf(Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'))[0]?.code,
    ).toBe('yamlTooDeep')
    expect(problemsOf('x'.repeat(longestProgramme + 1))[0]?.code).toBe('yamlTooLong')
    const strangers = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')
    expect(problemsOf(strangers)).toHaveLength(200)
  })
})

test('whatever is cut out of a programme or put into it, an answer comes, and each problem has a place', () => {
  const small = readFileSync(new URL('examples/serials-before-order.yaml', folder), 'utf8')
  const scrap = fc.constantFrom(
    '',
    '\n',
    '  ',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    '}',
    '&a ',
    '*a',
    '!!x ',
    '|',
    '\0',
    '\t',
    '? ',
    'null',
  )
  fc.assert(
    fc.property(fc.nat(small.length), fc.nat(30), scrap, (from, length, put) => {
      const answer = parseProgramme(small.slice(0, from) + put + small.slice(from + length), 'de')
      if (!isRefused(answer)) return
      expect(answer.problems.length).toBeGreaterThan(0)
      for (const { line, column, message, expected } of answer.problems) {
        expect(line).toBeGreaterThan(0)
        expect(column).toBeGreaterThan(0)
        expect(message).not.toBe('')
        expect(expected).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

test('parts of the file and parts of the catalogue belong to one programme', () => {
  const programme = parseProgramme(good, 'en', parts)
  if (isRefused(programme)) throw new Error('refused')
  expect(catalogueOf(programme.parts).bySku('mpc7e-mrate ')?.family).toBe('MPC7')
})
