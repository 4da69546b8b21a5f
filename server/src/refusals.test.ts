import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals as german } from './messages/de/refusals.ts'
import { refusals as english } from './messages/en/refusals.ts'
import { unitStates } from './modules/cases/rules/lifecycle.ts'
import { roles } from './modules/people/rules/roles.ts'
import { approverRoles, askers } from './modules/programmes/rules/schema/deadlines.ts'
import { mediaTypes } from './modules/programmes/rules/schema/routes.ts'
import { problemOf } from './platform/http/problem.ts'
import { errorsOf, refusals, refusalTexts } from './refusals.ts'
import { languages } from './values/language.ts'

const folder = new URL('./', import.meta.url)
const codes = Object.keys(refusals).sort()

/** Each code in the places that make, declare or offer it. The form's reader words its findings in its own catalogue. */
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !/^(messages|modules\/forms\/reader)\/|\.test\.ts$|^refusals\.ts$/.test(file.replaceAll('\\', '/')),
  )
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n')

/** Every word in quotes inside what the pattern takes. */
const quoted = (pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].flatMap(([, inside]) =>
    [...(inside ?? '').matchAll(/'([\w-]+)'/g)].map(([, code]) => code ?? ''),
  )
const made = [...quoted(/\brefused: ([^,}\n]*)/g), ...quoted(/\bwrong\('\w+', ([^,)]*)/g)]
const typed = quoted(/\bRefusal<([^>,{]*)/g)
const offered = [...quoted(/\brefusals: \[([^\]]*)\]/g), ...quoted(/\bconst always = \[([^\]]*)\]/g)]

/** The data of every place that refuses, where the code alone does not say enough; each place its own line. */
const given: Readonly<Record<string, readonly object[]>> = {
  'version-conflict': [{ version: 7 }],
  'upload-too-large': [{}, { maxBytes: 26_214_400 }],
  infected: [{ virus: 'Eicar-Test-Signature' }],
  'sign-in-blocked': [{ minutes: 15 }],
  'reader-died': [{ reason: 'process ended with SIGSEGV' }],
  'took-too-long': [{ seconds: 10 }],
  'too-much-memory': [{ megabytes: 256 }],
  'page-not-found': [{ pages: 2 }],
  'form-unreadable': [{ why: 'damaged' }],
  'picture-kind': [{ accepted: ['image/jpeg', 'image/png', 'image/webp'] }],
  'too-many-photos': [{ limit: 20 }],
  'database-folder-in-use': [
    { folder: '/data', pid: 17 },
    { folder: '/data', pid: null },
  ],
  'database-version-mismatch': [{ folder: '/data', found: 16, needed: 17 }],
  'database-binaries-missing': [{ platform: 'linux-x64', lines: ['one', 'two'] }],
  'database-start-failed': [
    { folder: '/data', lines: ['one', 'two'] },
    { folder: '/data', lines: [] },
  ],
  'account-taken': [{ account: 'C-1' }],
  'unknown-time-zone': [{ timeZone: 'Mars/Base' }],
  'role-not-of-organisation': [{ role: 'desk', allowed: ['asset-manager', 'signatory', 'viewer'] }],
  'password-too-weak': [{ fault: 'password-too-short' }],
  'mandate-period-invalid': [{ longestDays: 1098 }],
  'programme-not-found': [{ programme: 'tmip' }],
  'programme-version-not-found': [{ programme: 'tmip', programmeVersion: '2026.9' }],
  'access-ended': [{ name: 'Lena Leser' }],
  'last-of-role': [{ role: 'asset-manager' }],
  'catalogue-not-sent': [{ catalogue: 'catalogue.csv' }],
  'programme-version-taken': [{ id: 'tmip', programmeVersion: '2026.1' }],
  'no-site-for-country': [{ country: 'BR' }],
  'programme-unreadable': [{ file: 'a.yaml', reason: 'ENOENT' }],
  'programme-invalid': [{ problems: [{ line: 3, column: 5, message: 'A.' }], file: 'a.yaml' }],
  'catalogue-invalid': [{ problems: [{ line: 3, column: 5, message: 'A.' }] }],
  'rejection-code-unknown': [{ code: 'blurred', known: ['unsigned', 'illegible'] }],
  'customer-not-found': [{ account: 'C-1' }],
  'partner-not-found': [{ account: 'P-1' }],
  'order-number-taken': [{}, { number: '4500001' }],
  'order-has-cases': [{ cases: ['TM-1', 'TM-2'] }],
  'order-invalid': [
    { problems: [{ pointer: '/lines', refused: 'serials-needed-before-order', expected: 2 }] },
  ],
  'date-in-future': [{ found: '2027-01-01', today: '2026-11-22' }],
  'too-many-units': [{ found: 10_001, most: 10_000 }],
  'currency-not-offered': [{ currency: 'CHF', offered: ['USD', 'EUR'] }],
  'sku-not-eligible': [
    { sku: 'MX1' },
    { sku: 'MX1', suggestions: [] },
    { sku: 'MX1', suggestions: ['MX104', 'MX10'] },
  ],
  'phase-not-valid-on': [
    { sku: 'MX1', on: '2026-11-22', phases: [{ id: 'phase-1', validFrom: '2027-01-01' }] },
  ],
  'new-family-not-in-phase': [{ sku: 'MX1', newFamily: 'EX', families: ['MX304'] }],
  'no-credit-listed': [
    { sku: 'MX1', newFamily: undefined, consumption: undefined },
    { sku: 'MX1', newFamily: 'MX304', consumption: { model: 'flex', tier: 'premium' } },
  ],
  'serials-not-quantity': [{ found: 1, expected: 2 }],
  'serials-needed-before-order': [{ expected: 1 }],
  'import-unreadable': [{ line: 17, reason: 'Quote Not Closed' }],
  'import-columns': [{ missing: ['sku'], expected: ['order_number', 'sku'] }],
  'import-too-long': [{ most: 50_000 }],
  'import-invalid': [
    { problems: [{ line: 2, column: 'kind', code: 'import-kind', found: '', data: {} }], more: false },
    { problems: [{ line: 2, column: 'kind', code: 'import-kind', found: 'x', data: {} }], more: true },
  ],
  'import-order-number': [{ found: '' }, { found: 'x' }],
  'import-date': [{ found: '' }, { found: '31.03.2026' }],
  'import-quantity': [{ found: '' }, { found: '1.5' }],
  'import-kind': [{ found: '' }, { found: 'old' }],
  'import-sku': [{ found: '' }, { found: 'x' }],
  'import-order-differs': [{ found: '4500001', field: 'customerAccount', firstLine: 2 }],
  'unit-not-in-case': [{ row: 3 }],
  'no-units-left': [{ number: '4500001' }],
  'units-not-free': [{ rows: [1, 2] }],
  'last-shipment-unknown': [{ number: '4500001' }],
  'unit-not-waivable': [{ row: 3, state: 'in-transit' }],
  'case-not-overdue': [{ dueOn: '2026-11-20', graceEndsOn: '2026-11-27' }],
  'charge-back-vendor-turn': [{ because: 'certificate-review' }, { because: 'instructions' }],
  'charge-back-goods-held': [{ count: 1 }, { count: 2 }],
  'charge-back-waiting': [{ number: 1 }],
  'units-not-chargeable': [{ rows: [1, 2] }],
  'units-refused': [{ problems: [{ pointer: '/changes/0/row', refused: 'row-repeated', row: 3 }] }],
  'row-repeated': [{ row: 3 }],
  'attachments-not-usable': [{ numbers: [3] }, { numbers: [3, 4] }],
  'extension-at-maximum': [{ latestDueOn: '2027-05-20' }],
  'serial-reserved': [{}, { row: 3, found: 'JN122D0FEAFC' }],
  'serial-swap': [{ row: 3, found: 'CAFR4421', heldBy: 5 }],
  'serial-locked': [{ row: 3, state: 'received' }],
  'route-locked': [{ row: 3, state: 'in-transit' }],
  'route-not-offered': [{ route: 'destroy' }, { row: 3, route: 'return' }],
  'serial-malformed': [{ found: 'BUILTIN' }, { row: 3, found: '??' }],
  'serial-repeated': [{ found: 'CAFR4421' }, { row: 3, found: 'CAFR4421' }],
  'extension-asker-not-allowed': [{ allowed: ['customer', 'ordering-partner'] }],
  'extension-not-yours': [{ approvedBy: ['desk', 'finance'] }],
  'extension-pending': [{ number: 2 }],
  'extension-too-many': [{ granted: 1, howMany: 1 }],
  'extension-asked-late': [{ currentDueOn: '2026-11-20', askedOn: '2026-11-22' }],
  'extension-not-later': [{ currentDueOn: '2026-11-20', newDueOn: '2026-11-19' }],
  'extension-over-maximum': [{ latestDueOn: '2027-02-20', newDueOn: '2027-02-21' }],
  'form-has-problems': [{ problems: 3 }],
  'form-superseded': [{ newest: 2 }],
  'form-no-longer-fits': [{ problems: [{ refused: 'serial-reserved', row: 1, sheetRow: 9, found: 'A12' }] }],
  'form-refused': [{ problem: { code: 'macros', cell: null, message: 'The file contains macros.' } }],
  'line-row-unknown': [{ sheetRow: 9, row: 12 }],
  'line-sku-differs': [{ sheetRow: 9, row: 12, found: 'MX104', expected: 'MX80' }],
  'line-unit-left': [{ sheetRow: 9, found: 'MX104' }],
  'units-not-to-destroy': [{ rows: [1] }],
  'certificate-not-open': [{ state: 'submitted' }],
  'certificate-not-in-review': [{ state: 'issued' }],
  'certificate-serials-missing': [{ rows: [1, 2, 3] }],
  'certificate-outdated': [{ rows: [1] }],
  'media-type-not-accepted': [{ found: 'image/jpeg', accepted: ['application/pdf'] }],
  'units-not-on-certificate': [{ rows: [4] }],
  'document-too-large': [{ megabytes: 26, limit: 25 }],
  'not-pdf-or-jpeg': [{ found: null }, { found: 'text/html' }],
  'pdf-with-action': [{ action: 'Launch' }],
  'too-many-pages': [{ pages: 51, limit: 50 }],
  'too-many-pixels': [{ width: 10_000, height: 9_000, megapixels: 50 }],
  'units-not-to-ship': [{ rows: [1] }],
  'serials-needed-before-shipping': [{ rows: [1] }],
  'unit-not-receivable': [{ row: 3, state: 'accepted' }],
}

test('the table holds exactly the codes that the source makes or offers', () => {
  expect([...new Set([...made, ...typed, ...offered])].sort()).toEqual(codes)
})

test('each code has a title and a text, and there is no text without a code', () => {
  const wanted = codes.flatMap((code) => [code, `${code}.title`]).sort()
  for (const texts of [english, german])
    expect(
      Object.keys(texts)
        .filter((key) => !key.startsWith('word.'))
        .sort(),
    ).toEqual(wanted)
})

test('a code that nobody put into the table is a broken invariant', () => {
  expect(() => refusalTexts.statusOf('no-such-refusal')).toThrow('no-such-refusal')
  expect(() => refusalTexts.statusOf('toString')).toThrow('toString')
})

describe.each(languages)('in %s', (language) => {
  test.each(codes.flatMap((code) => (given[code] ?? [{}]).map((data) => [code, data] as const)))(
    '%s reads as a sentence with %j',
    (refused, data) => {
      const problem = problemOf(refusalTexts, language, { refused, ...data })
      expect(problem.status).toBeGreaterThanOrEqual(400)
      expect(problem.title).toMatch(/^\p{Lu}.{3,60}$/u)
      expect(problem.title).not.toMatch(/[.{}]/)
      // The report of a program that failed ends as that program ends it.
      if (!('lines' in data)) expect(problem.detail).toMatch(/[.!]$/)
      expect(problem.detail).not.toMatch(/undefined|null|NaN|\[object|[{}]|\bnone\b/)
    },
  )

  test('every state, role, asker and media type that a refusal can name has its word', () => {
    const certificateStates = ['issued', 'submitted', 'accepted', 'rejected', 'voided']
    for (const state of [...unitStates, ...certificateStates])
      expect(refusalTexts.detailOf(language, 'certificate-not-open', { state })).not.toBe('')
    for (const role of roles)
      expect(refusalTexts.detailOf(language, 'role-not-of-organisation', { role, allowed: roles })).not.toBe(
        '',
      )
    refusalTexts.detailOf(language, 'extension-not-yours', { approvedBy: approverRoles })
    refusalTexts.detailOf(language, 'extension-asker-not-allowed', { allowed: askers })
    refusalTexts.detailOf(language, 'media-type-not-accepted', { accepted: mediaTypes })
  })
})

test('lists, days and missing values are written as the reader’s language has them', () => {
  const { detailOf } = refusalTexts
  expect(detailOf('de', 'certificate-serials-missing', { rows: [1, 2, 3] })).toContain(': Nr. 1, 2 und 3.')
  expect(detailOf('de', 'extension-not-yours', { approvedBy: ['desk', 'finance'] })).toContain(
    'Programmbetreuung oder Finanzabteilung',
  )
  expect(detailOf('en', 'date-in-future', { found: '2027-01-01', today: '2026-11-22' })).toContain(
    'November 22, 2026',
  )
  expect(detailOf('de', 'date-in-future', { found: '2027-01-01', today: '2026-11-22' })).toContain(
    '„2027-01-01“ liegt',
  )
  expect(detailOf('de', 'date-in-future', { found: '2027-01-01', today: '2026-11-22' })).toContain(
    '22. November 2026',
  )
  expect(detailOf('en', 'import-sku', { found: '' })).toBe('The SKU is missing. Give 1 to 60 characters.')
})

test('a serial number that is taken never says by whom, whatever the refusal carries', () => {
  const bare = refusalTexts.detailOf('en', 'serial-reserved', {})
  expect(refusalTexts.detailOf('en', 'serial-reserved', { row: 3, found: 'A12', caseId: 'TM-9' })).toBe(bare)
})

describe('problems inside a problem are listed with their places', () => {
  const errors = (refusal: { refused: string } & Record<string, unknown>) =>
    problemOf(refusalTexts, 'en', refusal).errors

  test('an order', () => {
    const problems = [
      { pointer: '/placedOn', refused: 'date-in-future', found: '2027-01-01', today: '2026-11-22' },
      { pointer: '/tradeIns/0/sku', refused: 'sku-not-eligible', sku: 'MX1', suggestions: ['MX104'] },
    ]
    expect(errors({ refused: 'order-invalid', problems })).toEqual([
      { pointer: '/body/placedOn', detail: expect.stringContaining('2027-01-01') },
      { pointer: '/body/tradeIns/0/sku', detail: expect.stringContaining('MX104') },
    ])
  })

  test('an import: the row’s own words, and those of the rules', () => {
    const problems = [
      { line: 2, column: 'quantity', code: 'import-quantity', found: '0', data: {} },
      { line: 3, column: 'programme', code: 'programme-not-found', found: 'x', data: { programme: 'x' } },
    ]
    expect(errors({ refused: 'import-invalid', problems, more: false })).toEqual([
      { pointer: '/line/2/quantity', detail: expect.stringContaining('“0”') },
      { pointer: '/line/3/programme', detail: expect.stringContaining('“x”') },
    ])
  })

  test('a programme, its catalogue, a form that was read, and one that is out of date', () => {
    const problems = [{ line: 3, column: 5, message: 'Each name once.' }]
    const worded = [{ pointer: '/line/3/column/5', detail: 'Each name once.' }]
    expect(errors({ refused: 'programme-invalid', problems })).toEqual(worded)
    expect(errors({ refused: 'catalogue-invalid', problems })).toEqual(worded)
    expect(errors({ refused: 'form-refused', problem: { message: 'It has macros.' } })).toEqual([
      { pointer: '/body', detail: 'It has macros.' },
    ])
    const stale = [
      { refused: 'line-row-unknown', sheetRow: 9, row: 12 },
      { refused: 'serial-reserved', sheetRow: null, row: 1, found: 'A12' },
    ]
    expect(
      errors({ refused: 'form-no-longer-fits', problems: stale })?.map(({ pointer }) => pointer),
    ).toEqual(['/row/9', '/body'])
  })

  test('none where the refusal is one problem itself', () => {
    expect(errorsOf('en', { refused: 'case-not-found' })).toBeUndefined()
    expect(problemOf(refusalTexts, 'en', { refused: 'case-not-found' })).not.toHaveProperty('errors')
  })
})
