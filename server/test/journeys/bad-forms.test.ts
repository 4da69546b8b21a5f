/** Files that are no form, or a form with something wrong in it: over HTTP and at the command line. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/modules/audit/index.ts'
import { runFormRead } from '../../src/modules/forms/reader/run-form-read.ts'
import { answered, caseOf, openCase, unitOf } from '../fixtures/cases.ts'
import { refusedInBothLanguages } from '../fixtures/refused.ts'
import { photograph } from '../fixtures/signed-documents.ts'
import { goodForm, manyLines, withCell, withParts } from '../fixtures/xlsx/forms.ts'
import { type Client, people, startHouse, type TestHouse } from '../house.ts'

let world: TestHouse
let customer: Client
let folder: string
let caseId: string
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
  folder = await mkdtemp(join(tmpdir(), 'tmip-bad-forms-'))
  caseId = (await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])).id
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const lines = (serials: readonly (string | null)[]) =>
  serials.map((serial, index) => ({
    row: index + 1,
    sku: 'MX240BASE-AC',
    quantity: 1,
    route: 'return' as const,
    serial,
  }))
/** A form of this file's case without a single problem. */
const formOf = (serials: readonly (string | null)[] = [null, null, null], more = {}) =>
  goodForm({ caseNumber: caseId, lines: lines(serials), ...more })

/** An OLE compound file, as Excel writes it for a workbook with a password ([MS-OFFCRYPTO] 2.3.4.4). */
const encrypted = () =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(600),
  ])
const bomb = () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 1 })

interface BadFile {
  readonly name: string
  readonly make: () => Promise<Uint8Array> | Uint8Array
  readonly code: string
  readonly en: string
  readonly de: string
}
const badFiles: readonly BadFile[] = [
  {
    name: 'truncated workbook.xlsx',
    make: async () => {
      const whole = await formOf()
      return whole.subarray(0, whole.length - 2_000)
    },
    code: 'truncated',
    en: 'The file is incomplete: its end is missing.',
    de: 'Die Datei ist unvollständig: Ihr Ende fehlt.',
  },
  {
    name: 'encrypted workbook.xlsx',
    make: encrypted,
    code: 'encrypted',
    en: 'Remove the password',
    de: 'Entfernen Sie es',
  },
  {
    name: 'macro-bearing workbook.xlsx',
    make: async () =>
      withParts(await formOf(), (parts) => {
        parts['xl/vbaProject.bin'] = 'Sub Auto_Open'
      }),
    code: 'macros',
    en: 'Save it as a workbook without macros',
    de: 'Speichern Sie sie als Arbeitsmappe ohne Makros',
  },
  {
    name: 'renamed letter.xlsx',
    make: () => Buffer.from('Dear Sir or Madam,\nplease find our devices below.\n'),
    code: 'wrong-format',
    en: 'a text in which no list of devices can be recognised, whatever its name says',
    de: 'ein Text, in dem keine Geräteliste zu erkennen ist, gleich wie sie heißt',
  },
  {
    name: 'renamed picture.xlsx',
    make: photograph,
    code: 'wrong-format',
    en: 'a JPEG picture',
    de: 'ein JPEG-Bild',
  },
  {
    name: 'zip bomb.xlsx',
    make: bomb,
    code: 'inflates-too-large',
    en: 'far larger than any form',
    de: 'weit größer als jedes Formular',
  },
  {
    name: '10,001st line.xlsx',
    make: () => goodForm({ caseNumber: caseId, lines: manyLines(10_001) }),
    code: 'too-many-lines',
    en: 'is line number 10001, and a form takes at most 10,000 lines',
    de: 'steht Gerätezeile 10001; ein Formular fasst höchstens 10.000 Zeilen',
  },
]

describe.each(badFiles)('$name', ({ name, make, code, en, de }) => {
  let file: Uint8Array
  beforeAll(async () => {
    file = await make()
  })
  test('over HTTP it is refused, and the case is as it was', async () => {
    const problem = await refusedInBothLanguages(
      world,
      { status: 422, code: 'form-refused', en, de },
      (headers) => customer.upload(`/cases/${caseId}/forms`, file, name, headers),
    )
    expect(problem.data.problem.code).toBe(code)
  })
  test('at the command line it is refused with exit 2', async () => {
    const path = join(folder, name)
    await writeFile(path, file)
    const { exitCode, output } = await runFormRead(path, { json: false, language: 'de' })
    expect(exitCode).toBe(2)
    expect(output).toContain(de)
    expect(output).toContain(`[${code}]`)
  })
})

test('oversized: one byte too many is refused before anything is read, over HTTP and at the command line', async () => {
  const file = Buffer.alloc(20 * 1024 * 1024 + 1, 'PK')
  await refusedInBothLanguages(
    world,
    {
      status: 413,
      code: 'upload-too-large',
      en: 'larger than is taken here',
      de: 'größer als hier zulässig',
    },
    (headers) => customer.upload(`/cases/${caseId}/forms`, file, 'large.xlsx', headers),
  )
  const path = join(folder, 'large.xlsx')
  await writeFile(path, file)
  const { exitCode, output } = await runFormRead(path, { json: true, language: 'en' })
  expect(exitCode).toBe(2)
  expect(JSON.parse(output).problems[0].code).toBe('too-large')
})

test('no file at all: refused', async () => {
  await refusedInBothLanguages(
    world,
    { status: 400, code: 'upload-missing', en: 'Send exactly one file', de: 'genau eine Datei' },
    (headers) => customer.post(`/cases/${caseId}/forms`, { file: 'form.xlsx' }, headers),
  )
})

/** A form that is read has its own version, also with errors in it; what it says is not applied. */
async function uploadedWithErrors(
  file: Uint8Array,
): Promise<{ code: string; cell: string; message: string }[]> {
  const uploaded = answered(await customer.upload(`/cases/${caseId}/forms`, file, 'form.xlsx'), 201).body
  expect(uploaded.errors).toBeGreaterThan(0)
  await refusedInBothLanguages(
    world,
    { status: 409, code: 'form-has-problems', en: 'cannot be applied', de: 'nicht übernommen werden' },
    (headers) =>
      customer.post(`/cases/${caseId}/forms/${uploaded.formVersion}/application`, undefined, headers),
  )
  expect((await caseOf(customer, caseId)).units).toMatchObject({ owed: 3, identified: 0 })
  return uploaded.problems.filter(({ severity }: { severity: string }) => severity === 'error')
}

test('unknown SKU: named with its cell, and with what is perhaps meant', async () => {
  const file = await formOf([null, null, null], {
    lines: lines([null, null, null]).map((line, index) =>
      index === 1 ? { ...line, sku: 'MX240BASE-AX' } : line,
    ),
  })
  const problems = await uploadedWithErrors(file)
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'unknown-sku', cell: 'B7', found: 'MX240BASE-AX' }),
  )
})

test('serial in scientific notation, and with more digits than a number keeps: named with their cells', async () => {
  const asText = withCell(await formOf(), 'F6', '<c r="F6" t="inlineStr"><is><t>1.23457E+11</t></is></c>')
  const both = withCell(asText, 'F7', '<c r="F7"><v>1234567890123456789</v></c>')
  const problems = await uploadedWithErrors(both)
  expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
    ['serial-scientific', 'F6'],
    ['serial-digits-lost', 'F7'],
  ])
  expect((await unitOf(customer, caseId, 1)).serial).toBeNull()
})

test('form of another case: read, shown, and not applied here', async () => {
  const other = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])
  const file = await formOf(['JN11OTH1', null, null], { caseNumber: other.id })
  const problems = await uploadedWithErrors(file)
  expect(problems.map(({ code }) => code)).toEqual(['wrong-case'])
  expect((await unitOf(customer, caseId, 1)).serial).toBeNull()
})

test('a workbook called .pdf is a workbook, and after all that was refused the case takes a good form', async () => {
  const uploaded = answered(
    await customer.upload(
      `/cases/${caseId}/forms`,
      await formOf(['JN11GOOD1', 'JN11GOOD2', null]),
      'form.pdf',
    ),
    201,
  ).body
  expect(uploaded).toMatchObject({ errors: 0, fileName: 'form.pdf' })
  const applied = await customer.post(`/cases/${caseId}/forms/${uploaded.formVersion}/application`)
  expect(answered(applied, 200).body.units).toMatchObject({ identified: 2, owed: 1 })
})

describe('two people at once', () => {
  test('two forms uploaded together are two versions; only the newest is applied', async () => {
    const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])
    const desk = await world.as(people.desk)
    const forms = await Promise.all(
      [['JN11MINE', null, null] as const, ['JN11YOURS', null, null] as const].map((serials) =>
        goodForm({ caseNumber: id, lines: lines(serials) }),
      ),
    )
    const uploaded = await Promise.all([
      customer.upload(`/cases/${id}/forms`, forms[0]!, 'mine.xlsx'),
      desk.upload(`/cases/${id}/forms`, forms[1]!, 'yours.xlsx'),
    ])
    const versions = uploaded.map((reply) => answered(reply, 201).body.formVersion)
    expect([...versions].sort((a, b) => a - b)).toEqual([1, 2])
    const problem = await refusedInBothLanguages(
      world,
      { status: 409, code: 'form-superseded', en: 'newest one of the case is version 2', de: 'Version 2' },
      (headers) => customer.post(`/cases/${id}/forms/1/application`, undefined, headers),
    )
    expect(problem.data.newest).toBe(2)
    answered(await customer.post(`/cases/${id}/forms/2/application`), 200)
    expect((await unitOf(customer, id, 1)).serial).toBe(versions[0] === 2 ? 'JN11MINE' : 'JN11YOURS')
    expect(answered(await customer.get(`/cases/${id}/forms`), 200).body.items).toHaveLength(2)
  })

  test('the same file uploaded by both is one version', async () => {
    const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])
    const desk = await world.as(people.desk)
    const form = await goodForm({ caseNumber: id, lines: lines(['JN11SAME', null, null]) })
    const uploaded = await Promise.all(
      [customer, desk, customer, desk].map((one) => one.upload(`/cases/${id}/forms`, form, 'form.xlsx')),
    )
    expect(uploaded.map(({ body }) => body.formVersion)).toEqual([1, 1, 1, 1])
    expect(uploaded.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 201])
  })

  test('who applies what somebody has changed meanwhile is told so', async () => {
    const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])
    const form = await goodForm({ caseNumber: id, lines: lines(['JN11SEEN', null, null]) })
    answered(await customer.upload(`/cases/${id}/forms`, form, 'form.xlsx'), 201)
    const seen = (await customer.get(`/cases/${id}`)).headers.get('etag') ?? ''
    answered(await (await world.as(people.desk)).put(`/cases/${id}/units/2`, { serial: 'JN11DESK' }), 200)
    const problem = await refusedInBothLanguages(
      world,
      { status: 412, code: 'version-conflict', en: 'changed this since you read it', de: 'Version 3' },
      (headers) =>
        customer.post(`/cases/${id}/forms/1/application`, undefined, { 'if-match': seen, ...headers }),
    )
    expect(problem.data.version).toBe(3)
    const current = (await customer.get(`/cases/${id}`)).headers.get('etag') ?? ''
    answered(await customer.post(`/cases/${id}/forms/1/application`, undefined, { 'if-match': current }), 200)
    expect((await caseOf(customer, id)).units).toMatchObject({ identified: 2, owed: 1 })
  })

  test('two who apply the same form at the same moment apply it once', async () => {
    const { id } = await openCase(customer, [{ sku: 'MX240BASE-AC', quantity: 3 }])
    const form = await goodForm({ caseNumber: id, lines: lines(['JN11RACE', null, null]) })
    answered(await customer.upload(`/cases/${id}/forms`, form, 'form.xlsx'), 201)
    const desk = await world.as(people.desk)
    const replies = await Promise.all(
      [customer, desk, customer].map((one) => one.post(`/cases/${id}/forms/1/application`)),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    const history = await customer.get(`/cases/${id}/history`)
    const applied = history.body.items.filter(({ type }: { type: string }) => type === 'form-applied')
    expect(applied).toHaveLength(1)
  })
})

test('the history proves all of it', async () => {
  expect((await verifyHistory(world.house)).difference).toBeNull()
})

test('of all these files only those are kept that became a version', async () => {
  const { rows } = await world.house.db.query<{ file: string }>(
    `select distinct encode(file, 'hex') as file from form_version order by 1`,
  )
  const kept = (await readdir(world.filesFolder, { recursive: true })).map((path) => basename(path))
  expect(kept.filter((name) => name.length === 64).toSorted()).toEqual(rows.map(({ file }) => file))
})
