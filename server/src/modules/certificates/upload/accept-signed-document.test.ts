import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInWorker } from './accept-in-worker.ts'
import { acceptSignedDocument } from './accept-signed-document.ts'

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A PDF of the objects given, numbered from 1 (the catalogue), with a cross-reference table that is right. */
function pdfOf(...objects: string[]): Uint8Array {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const start = text.length
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return latin1(`${text}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
}
const page = (more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`
const onePage = (catalogue: string, ...more: string[]) =>
  pdfOf(
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page(),
    ...more,
  )
const pagesOf = (count: number) =>
  pdfOf(
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => page()),
  )
const made = async (change: (pdf: PDF) => void) => {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' })
  change(pdf)
  return pdf.save()
}
const photograph = (options: { progressive?: boolean } = {}) =>
  sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg(options)
    .toBuffer()

describe('a signed document', () => {
  it('is a PDF with its pages', async () => {
    expect(await acceptSignedDocument(onePage(''))).toEqual({ mediaType: 'application/pdf', pages: 1 })
    expect(await acceptSignedDocument(pagesOf(50))).toEqual({ mediaType: 'application/pdf', pages: 50 })
    expect(await acceptSignedDocument(await made(() => {}))).toEqual({
      mediaType: 'application/pdf',
      pages: 1,
    })
  })

  it('is a JPEG with its size, baseline and progressive', async () => {
    const expected = { mediaType: 'image/jpeg', width: 640, height: 480 }
    expect(await acceptSignedDocument(await photograph())).toEqual(expected)
    expect(await acceptSignedDocument(await photograph({ progressive: true }))).toEqual(expected)
  })

  it('may link to a page or a web address, and carry what a telephone appends to its pictures', async () => {
    const link =
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>'
    expect(await acceptSignedDocument(onePage('/OpenAction [3 0 R /Fit]', link))).toMatchObject({ pages: 1 })
    const motion = Buffer.concat([await photograph(), Buffer.from('ftypmp42 and so on')])
    expect(await acceptSignedDocument(motion)).toMatchObject({ mediaType: 'image/jpeg' })
  })

  it('may name a font JS and an image EF', async () => {
    const resources = '/Resources << /Font << /JS << /Type /Font >> /EF << /Type /Font >> >> >>'
    const bytes = pdfOf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page(resources),
    )
    expect(await acceptSignedDocument(bytes)).toMatchObject({ pages: 1 })
  })
})

describe('by content and never by name', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string | null]>([
    [
      'a PNG',
      () =>
        sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      'image/png',
    ],
    ['a web page', () => latin1('\n<!DOCTYPE html><title>%PDF-1.7</title>'), 'text/html'],
    [
      'a web page that is a PDF too',
      () => Buffer.concat([Buffer.from('<html><!--'), onePage('')]),
      'text/html',
    ],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)]), 'application/x-msdownload'],
    [
      'a workbook',
      async () => {
        const workbook = new ExcelJS.Workbook()
        workbook.addWorksheet('CoD').addRow(['serial'])
        return new Uint8Array(await workbook.xlsx.writeBuffer())
      },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['plain text', () => latin1('I destroyed everything, honestly.'), null],
  ])('%s is refused, and named', async (_name, make, found) => {
    expect(await acceptSignedDocument(await make())).toEqual({ refused: 'not-pdf-or-jpeg', found })
  })
})

describe('a PDF is refused', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, object]>([
    ['empty', () => new Uint8Array(), { refused: 'empty-file' }],
    [
      'too large',
      () => Buffer.alloc(26 * 1024 * 1024, '%PDF-'),
      { refused: 'document-too-large', megabytes: 26, limit: 25 },
    ],
    ['cut in the middle', () => onePage('').subarray(0, 300), { refused: 'pdf-truncated' }],
    ['without its last line', () => onePage('').subarray(0, -7), { refused: 'pdf-truncated' }],
    ['only a header', () => latin1('%PDF-1.7\n'), { refused: 'pdf-truncated' }],
    [
      'with a wrong cross-reference',
      () =>
        latin1(
          Buffer.from(onePage(''))
            .toString('latin1')
            .replace(/startxref\n\d+/, 'startxref\n7'),
        ),
      { refused: 'pdf-damaged' },
    ],
    [
      'with a password',
      () => made((pdf) => pdf.setProtection({ userPassword: 'a', ownerPassword: 'b' })),
      { refused: 'pdf-encrypted' },
    ],
    [
      'with an owner password only',
      () => made((pdf) => pdf.setProtection({ userPassword: '', ownerPassword: 'b' })),
      { refused: 'pdf-encrypted' },
    ],
    [
      'with a script at opening',
      () => onePage('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      { refused: 'pdf-with-javascript' },
    ],
    [
      'with a script spelt in hexadecimal',
      () => onePage('/OpenAction << /S /J#61vaScr#69pt /J#53 (app.alert(1)) >>'),
      { refused: 'pdf-with-javascript' },
    ],
    [
      'with a script by name',
      () =>
        onePage(
          '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>',
          '<< /S /JavaScript /JS 5 0 R >>',
          '<< /Length 1 >>\nstream\n1\nendstream',
        ),
      { refused: 'pdf-with-javascript' },
    ],
    [
      'with a script behind another action',
      () =>
        onePage('/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [4 0 R] >>', '<< /S /JavaScript /JS (1) >>'),
      { refused: 'pdf-with-javascript' },
    ],
    [
      'with an XFA form',
      () => onePage('/AcroForm << /Fields [] /XFA 4 0 R >>', '<< /Length 1 >>\nstream\n1\nendstream'),
      { refused: 'pdf-with-javascript' },
    ],
    [
      'that starts a program',
      () => onePage('/OpenAction << /S /Launch /F (cmd.exe) >>'),
      { refused: 'pdf-with-action', action: 'Launch' },
    ],
    [
      'that sends data away',
      () => onePage('/AA << /WC << /S /SubmitForm /F (https://example.org) >> >>'),
      { refused: 'pdf-with-action', action: 'SubmitForm' },
    ],
    [
      'with a file inside',
      () => made((pdf) => pdf.addAttachment('list.xlsx', latin1('x'))),
      { refused: 'pdf-with-embedded-files' },
    ],
    [
      'with a film',
      () => onePage('/X 4 0 R', '<< /Type /Annot /Subtype /RichMedia >>'),
      { refused: 'pdf-with-embedded-files' },
    ],
    ['without pages', () => pagesOf(0), { refused: 'pdf-without-pages' }],
    ['with too many pages', () => pagesOf(51), { refused: 'too-many-pages', pages: 51, limit: 50 }],
    [
      'locked in a way that nobody knows',
      () =>
        latin1(
          Buffer.from(onePage(''))
            .toString('latin1')
            .replace('/Root', '/Encrypt << /Filter /Adobe.PubSec /V 4 >> /Root'),
        ),
      { refused: 'pdf-encrypted' },
    ],
    ['without a catalogue', () => pdfOf('<< /Type /Font >>'), { refused: 'pdf-without-pages' }],
    [
      'nested without end',
      () => onePage(`/X ${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      { refused: 'pdf-damaged' },
    ],
  ])('%s', async (_name, make, refusal) => {
    expect(await acceptSignedDocument(await make())).toEqual(refusal)
  })
})

describe('a JPEG is refused', () => {
  it('cut anywhere', async () => {
    const whole = await photograph({ progressive: true })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: whole.length - 1 }), async (length) => {
        expect(await acceptSignedDocument(whole.subarray(0, length))).toEqual({ refused: 'jpeg-truncated' })
      }),
    )
  })

  it('with more pixels than a scan has', async () => {
    const bomb = await photograph()
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]))
    bomb.writeUInt16BE(65_000, frame + 5)
    bomb.writeUInt16BE(65_000, frame + 7)
    expect(await acceptSignedDocument(bomb)).toEqual({
      refused: 'too-many-pixels',
      width: 65_000,
      height: 65_000,
      megapixels: 50,
    })
  })

  it('without a picture', async () => {
    expect(await acceptSignedDocument(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toEqual({
      refused: 'jpeg-damaged',
    })
  })
})

describe('in a process of its own', () => {
  let folder = ''
  const file = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signed-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('a JPEG called .pdf is a JPEG', async () => {
    expect(await acceptInWorker(await file('scan.pdf', await photograph()))).toMatchObject({
      mediaType: 'image/jpeg',
    })
  })

  it('answers, and lives on, whatever is changed in a file', async () => {
    const wholes = [onePage('/OpenAction [3 0 R /Fit]'), await made(() => {}), await photograph()]
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wholes),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (whole, changes) => {
          const bytes = Uint8Array.from(whole)
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte
          const answer = await acceptInWorker(await file('changed.pdf', bytes))
          expect('refused' in answer ? answer.refused : answer.mediaType).not.toBe('reader-died')
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a file that unfolds to 600 MB ends in a refusal, not in the end of the server', async () => {
    const inner = deflateSync(Buffer.concat([Buffer.from('4 0 '), Buffer.alloc(600_000_000, ' ')]), {
      level: 1,
    })
    const head = latin1('%PDF-1.7\n')
    const bomb = `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${inner.length} >>\nstream\n`
    const xrefAt = head.length + bomb.length + inner.length + '\nendstream\nendobj\n'.length
    // Entries of the cross-reference stream: type, offset or container, index. Objects 1, 2 and 4 lie in container 3.
    const entries = Buffer.alloc(6 * 7)
    const rows: [number, number, number][] = [
      [0, 0, 0],
      [2, 3, 0],
      [2, 3, 1],
      [1, head.length, 0],
      [2, 3, 2],
      [1, xrefAt, 0],
    ]
    rows.forEach(([type, where, index], row) => {
      entries.writeUInt8(type, row * 7)
      entries.writeUInt32BE(where, row * 7 + 1)
      entries.writeUInt16BE(index, row * 7 + 5)
    })
    const xref = `5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R /Length ${entries.length} >>\nstream\n`
    const bytes = Buffer.concat([
      head,
      latin1(bomb),
      inner,
      latin1('\nendstream\nendobj\n'),
      latin1(xref),
      entries,
      latin1(`\nendstream\nendobj\nstartxref\n${xrefAt}\n%%EOF\n`),
    ])
    const answer = await acceptInWorker(await file('bomb.pdf', bytes))
    expect(answer).toEqual({ refused: 'too-much-memory', megabytes: 256 })
  })
})
