import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank, readPaper } from '../../../../test/read-paper.ts'
import { type CertificateLine, type CertificatePaper, certificatePaper } from './certificate-paper.ts'
import { certificatePageCode, readCertificatePageCode } from './page-code.ts'

const chassis: CertificateLine = {
  row: 1,
  sku: 'MX480BASE3-AC',
  description: 'MX480 Base Chassis, AC, 3 slots',
  serial: 'JN122D0FEAFC',
  assetTag: null,
}
const card: CertificateLine = {
  row: 2,
  sku: 'MPC-3D-16XGE-SFPP',
  description: '16x10GE MPC line card',
  serial: null,
  assetTag: 'NZ-00281',
}
const paper: CertificatePaper = {
  language: 'en',
  paper: 'a4',
  programme: { name: 'Juniper Technology Migration Incentive Program', vendor: 'Juniper Networks' },
  certificateNumber: 'TM-7K3Q9-XWD42/C1',
  version: 2,
  caseNumber: 'TM-7K3Q9-XWD42',
  orderNumber: 'PO-4711-88',
  customer: {
    name: 'Stadtwerke Großröhrsdorf Netz GmbH',
    account: 'K-100234',
    address: ['Königsbrücker Straße 12', '01900 Großröhrsdorf', 'Deutschland'],
  },
  partner: { name: 'Böhme Systemhaus GmbH', account: 'P-77' },
  approvalReference: 'APP-2026-91',
  lines: [chassis, card],
  serialListDigest: '3fa9c1d2e4b5a6978877665544332211',
  preparedOn: '2026-11-22',
}
const lines = (count: number): CertificateLine[] =>
  Array.from({ length: count }, (_, index) => ({
    ...(index % 2 === 0 ? chassis : card),
    row: index + 1,
    serial: index % 2 === 0 ? `JN${String(index + 1).padStart(6, '0')}AF` : null,
  }))
const A4 = [595, 842]
const LETTER = [612, 792]

describe('the form of a certificate', () => {
  it('shows what is known, in English on Letter', async () => {
    const pages = await readPaper(await certificatePaper({ ...paper, paper: 'letter' }))
    const text = pages.map((page) => page.text).join(' ')
    for (const expected of [
      'Certificate of Destruction',
      'Stadtwerke Großröhrsdorf Netz GmbH',
      'Account K-100234',
      'Königsbrücker Straße 12',
      'Böhme Systemhaus GmbH',
      'APP-2026-91',
      'MX480BASE3-AC',
      'JN122D0FEAFC',
      'NZ-00281',
      'R2v3',
      'e-Stewards',
      'NAID AAA',
      'Prepared on November 22, 2026',
      'Device list 3FA9C1D2E4B5',
      'credits granted on order PO-4711-88',
      'Page 1 of 2',
      'Page 2 of 2',
    ])
      expect(text).toContain(expected)
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      LETTER,
      LETTER,
    ])
  })

  it('shows it in German on A4', async () => {
    const pages = await readPaper(await certificatePaper({ ...paper, language: 'de' }))
    const text = pages.map((page) => page.text).join(' ')
    for (const expected of [
      'Verwertungsbestätigung (Certificate of Destruction)',
      'Kundennummer K-100234',
      '2 Geräte',
      'Zeichnungsberechtigte Person: Name in Druckbuchstaben',
      'Erstellt am 22. November 2026',
      'Seite 2 von 2',
    ])
      expect(text).toContain(expected)
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([A4, A4])
  })

  it('leaves out an approval that the programme does not ask for, and says that there is no partner', async () => {
    const bytes = await certificatePaper({ ...paper, partner: null, approvalReference: null })
    const [first] = await readPaper(bytes)
    expect(first?.text).not.toContain('Approval reference')
    expect(first?.text).toContain('Partner acting for the customer none')
  })

  it('names certificate, version, case, page and device list in a code on every page', async () => {
    const pages = await readPaper(await certificatePaper({ ...paper, lines: lines(30) }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, { codes }] of pages.entries()) {
      const matrix = codes.find(({ format }) => format === 'QRCode')
      expect(readCertificatePageCode(matrix?.text ?? '')).toEqual({
        certificateNumber: paper.certificateNumber,
        version: 2,
        caseNumber: paper.caseNumber,
        page: index + 1,
        digestPrefix: '3FA9C1D2E4B5',
      })
      const linear = codes.find(({ format }) => format === 'Code128')
      expect(linear?.text).toBe(paper.caseNumber)
      // 189 modules of 0.38 mm, less the pixel that a reader may be off.
      expect(linear?.millimetres).toBeGreaterThan(189 * 0.38 - 0.3)
    }
  })

  it.each([1, 2, 5, 9, 10, 23])(
    'with %i device(s) on it, whoever signs sees the last device and the whole attestation on one page',
    async (count) => {
      const pages = await readPaper(await certificatePaper({ ...paper, lines: lines(count) }), 72)
      const signed = pages.filter(({ text }) => text.includes('Signature of the signatory'))
      expect(signed).toHaveLength(1)
      expect(pages.at(-1)).toBe(signed[0])
      for (const expected of [
        'I certify that every device',
        'Signature of the witness',
        'Serial number',
        'Data-bearing media',
      ])
        expect(signed[0]?.text).toContain(expected)
    },
  )

  it('holds 500 devices, with the head of the table on each page', async () => {
    const pages = await readPaper(await certificatePaper({ ...paper, lines: lines(500) }), 72)
    const text = pages.map((page) => page.text).join(' ')
    expect(lines(500).filter(({ serial }) => serial !== null && !text.includes(serial))).toEqual([])
    for (const page of pages) {
      expect(page.text).toContain('Device Serial number Asset tag')
      expect(page.text).toContain(`of ${pages.length}`)
    }
  })

  it('prints what a customer typed and runs none of it', async () => {
    const hostile = '#panic("x") ] } *b* $x$ <a> @b = `c` // d \\ #read("/a") \u202Egnp.exe\u0000'
    const pages = await readPaper(
      await certificatePaper({
        ...paper,
        customer: { name: hostile, account: '#[', address: ['= Heading', '- item', '/* open'] },
        lines: [{ ...chassis, sku: '#sys.inputs', description: hostile, assetTag: '$$' }],
      }),
    )
    const text = pages.map((page) => page.text).join(' ')
    expect(text).toContain('#panic("x") ] } *b* $x$ <a> @b = `c` // d \\ #read("/a") gnp.exe')
    expect(text).toContain('= Heading - item /* open')
    expect(text).toContain('#sys.inputs')
  })

  it('keeps to its margins whatever the length, and shows names in Latin, Greek and Cyrillic letters', async () => {
    const names = 'Łódź Şişli Ærø Ελλάδα Қазақтелеком Україна'
    const bytes = await certificatePaper({
      ...paper,
      customer: { name: names, account: 'A'.repeat(120), address: ['Ö'.repeat(300), names] },
      partner: { name: 'Donaudampfschifffahrt'.repeat(12), account: null },
      lines: [
        {
          ...chassis,
          sku: 'MX-'.repeat(40),
          description: 'x'.repeat(400),
          serial: 'S'.repeat(40),
          assetTag: 'T'.repeat(60),
        },
      ],
    })
    const pages = await readPaper(bytes, 100)
    expect(pages.map((page) => page.text).join(' ')).toContain(names)
    for (const page of pages) {
      expect(isBlank(page, 0, 0, 14, 297)).toBe(true)
      expect(isBlank(page, 196, 0, 14, 297)).toBe(true)
    }
  })

  it('is the same file for the same content', async () => {
    expect(await certificatePaper(paper)).toEqual(await certificatePaper(paper))
  })
})

describe('the code of a page', () => {
  it('is read as it was written', () => {
    const name = fc.stringMatching(/^[0-9A-Z/.-]{1,20}$/)
    fc.assert(
      fc.property(
        fc.record({
          certificateNumber: name,
          version: fc.integer({ min: 1, max: 999_999 }),
          caseNumber: name,
          page: fc.integer({ min: 1, max: 9_999 }),
          digestPrefix: fc.stringMatching(/^[0-9A-F]{12}$/),
        }),
        (code) => {
          expect(readCertificatePageCode(certificatePageCode(code))).toEqual(code)
        },
      ),
    )
  })

  it.each(['', 'TM-7K3Q9-XWD42', 'TMIP:COD:a:b', 'https://example.org'])('is not in %j', (scanned) => {
    expect(readCertificatePageCode(scanned)).toBeNull()
  })
})
