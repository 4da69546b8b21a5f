import { deflateSync } from 'node:zlib'
import { PDF, rgb } from '@libpdf/core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPicture, type PictureSource } from './draw-picture.ts'

const all: readonly PictureSource[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']
const draw = (
  source: Uint8Array,
  more: { width?: number; page?: number; accepts?: readonly PictureSource[] } = {},
) => drawPicture({ source, accepts: all, width: 800, ...more })
const drawn = async (...args: Parameters<typeof draw>) => {
  const picture = await draw(...args)
  if ('refused' in picture) throw new Error(JSON.stringify(picture))
  return picture
}
const plain = (width: number, height: number, background = '#204060') =>
  sharp({ create: { width, height, channels: 3, background } })
/** The colour in the middle, each part to the nearest 32: JPEG does not keep the last bits. */
const middleOf = async (jpeg: Uint8Array) => {
  const { width, height } = await sharp(jpeg).metadata()
  const pixel = await sharp(jpeg)
    .extract({ left: width >> 1, top: height >> 1, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return [...pixel].map((part) => Math.round(part / 32) * 32)
}
/** A PDF of the objects given, numbered from 1, with a right cross-reference table. */
function pdfOf(...objects: string[]): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

describe('a picture drawn anew', () => {
  it('is a JPEG no wider than asked, from JPEG, PNG and WebP', async () => {
    for (const original of [
      await plain(1600, 1200).jpeg().toBuffer(),
      await plain(1600, 1200).png().toBuffer(),
      await plain(1600, 1200).webp().toBuffer(),
    ]) {
      const { jpeg, width, height } = await drawn(original)
      expect([width, height]).toEqual([800, 600])
      expect((await sharp(jpeg).metadata()).format).toBe('jpeg')
      expect(await middleOf(jpeg)).toEqual([32, 64, 96])
    }
  })

  it('keeps nothing of where and with what it was taken, and stands upright', async () => {
    const original = await plain(600, 400)
      .withExif({
        IFD0: { Model: 'Telephone 9', ImageDescription: 'secret' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 56/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const { jpeg, width, height } = await drawn(original)
    const { exif, xmp, iptc, icc, orientation } = await sharp(jpeg).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    expect([width, height]).toEqual([400, 600])
    expect(Buffer.from(jpeg).includes('Telephone')).toBe(false)
  })

  it('shows what is transparent on white', async () => {
    const clear = await sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect(await middleOf((await drawn(clear)).jpeg)).toEqual([256, 256, 256])
  })

  it('is a page of a PDF, so wide as asked, in its colours', async () => {
    const pdf = PDF.create()
    pdf.addPage({ size: 'a4' })
    const page = pdf.addPage({ size: 'a4' })
    page.drawRectangle({ x: 0, y: 0, width: page.width, height: page.height, color: rgb(1, 0, 0) })
    const { jpeg, width, height } = await drawn(await pdf.save(), { page: 2, width: 1000 })
    // PDFium rounds down.
    expect([999, 1000]).toContain(width)
    expect(height).toBeGreaterThan(1400)
    expect(await middleOf(jpeg)).toEqual([256, 0, 0])
    expect(await draw(await pdf.save(), { page: 3 })).toEqual({ refused: 'page-not-found', pages: 2 })
  })
})

describe('what is refused or survived', () => {
  it('a picture of a kind that is not taken, whatever its name', async () => {
    const refused = { refused: 'picture-kind', accepted: ['image/png'] }
    const accepts = ['image/png'] as const
    expect(await draw(await plain(8, 8).jpeg().toBuffer(), { accepts })).toEqual(refused)
    expect(await draw(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { accepts })).toEqual(refused)
    expect(await draw(new Uint8Array(), { accepts })).toEqual(refused)
  })

  it('a PNG of 900 megapixels in few bytes', async () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data])
      const frame = Buffer.alloc(8)
      frame.writeUInt32BE(data.length, 0)
      frame.writeUInt32BE(crc(body), 4)
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(30_000, 0)
    header.writeUInt32BE(30_000, 4)
    header.set([1, 0, 0, 0, 0], 8)
    const bomb = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(30_000 * 3_751))),
      chunk('IEND', Buffer.alloc(0)),
    ])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await draw(bomb)).toEqual({
      refused: 'too-many-pixels',
      width: 30_000,
      height: 30_000,
      megapixels: 60,
    })
  })

  it('a JPEG that says it is 50,000 by 50,000', async () => {
    const bomb = await plain(64, 64).jpeg().toBuffer()
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]))
    bomb.writeUInt16BE(50_000, frame + 5)
    bomb.writeUInt16BE(50_000, frame + 7)
    expect(await draw(bomb)).toMatchObject({ refused: 'too-many-pixels', width: 50_000, height: 50_000 })
  })

  it('a picture that was cut off', async () => {
    const whole = await plain(640, 480).png().toBuffer()
    expect(await draw(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'picture-damaged' })
    expect(await draw(Buffer.from('%PDF-1.7 and nothing more'))).toEqual({ refused: 'picture-damaged' })
  })

  it('a page that draws itself for ever', async () => {
    // Twenty forms, each drawing the next one ten times: 10^20 drawings of one line.
    const depth = 20
    const form = (content: string, next: number) =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /F ${next} 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`
    const forms = Array.from({ length: depth }, (_, index) =>
      form(index === depth - 1 ? '0 0 m 9 9 l S ' : '/F Do '.repeat(10), index + 6),
    )
    const content = '/F Do'
    const hostile = pdfOf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ...forms,
    )
    const answer = await draw(hostile)
    // PDFium may give up by itself at some depth; otherwise a limit ends it. Either way there is an answer.
    if ('refused' in answer) expect(['took-too-long', 'too-much-memory']).toContain(answer.refused)
    else expect(answer.width).toBeLessThanOrEqual(2_000)
    expect((await drawn(await plain(10, 10).png().toBuffer())).width).toBe(10)
  }, 30_000)

  it('a page of any size on paper', async () => {
    for (const box of ['0 0 14400 1', '0 0 1 14400', '0 0 0 0', '0 0 1e9 1e9', '-5 -5 -10 -10']) {
      const answer = await draw(
        pdfOf(
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] >>`,
        ),
      )
      if ('refused' in answer) expect(answer.refused).toBe('picture-damaged')
      else expect(answer.height).toBeLessThanOrEqual(4_001)
    }
  })
})

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
