import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import '../../../test/read-paper.ts'
import { code128, qr } from './barcodes.ts'
import { longDate } from './paper-texts.ts'
import { typeset } from './typeset.ts'

/** The symbol drawn with its quiet zone at 4 pixels a module, as a decoder gets it. */
async function scanned(svg: string, modules: number, height: number) {
  const drawn = await sharp(Buffer.from(svg), { density: 72 })
    .resize(modules * 4, height, { fit: 'fill', kernel: 'nearest' })
    .flatten({ background: 'white' })
    .extend({ top: 40, bottom: 40, left: 80, right: 80, background: 'white' })
    .png()
    .toBuffer()
  const [symbol] = await readBarcodes(new Uint8Array(drawn), { formats: ['QRCode', 'Code128'] })
  return symbol && { format: symbol.format, text: symbol.text }
}

describe('bar codes', () => {
  it('Code 128 is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/), async (text) => {
        const symbol = code128(text)
        expect(symbol && (await scanned(symbol.svg, symbol.modules, 80))).toEqual({ format: 'Code128', text })
      }),
      { numRuns: 40 },
    )
  })

  it('Code 128 of other characters is none', () => {
    for (const text of ['', 'Größe', '日本', 'a\nb']) expect(code128(text)).toBeNull()
  })

  it('QR is read as it was written', async () => {
    for (const text of [
      'TM-7K3Q9-XWD42',
      'TMIP:COD:TM-7K3Q9-XWD42/C1:2:TM-7K3Q9-XWD42:1:3FA9C1D2E4B5',
      'Größe "<&>"',
    ]) {
      const { svg, modules } = qr(text)
      expect(await scanned(svg, modules, modules * 4)).toEqual({ format: 'QRCode', text })
    }
  })
})

describe('typeset', () => {
  it('takes templates from their own folder only', async () => {
    await expect(typeset('../../package.json', {})).rejects.toThrow('package.json')
    await expect(typeset('nowhere.typ', {})).rejects.toThrow('nowhere.typ')
  })
})

it('a date is the same day everywhere', () => {
  expect(longDate('de', '2026-11-22')).toBe('22. November 2026')
  expect(longDate('en', '2026-01-01')).toBe('January 1, 2026')
})
