/** What happens to a certificate between the printer and the upload: signed by hand, laid on the glass a little askew. */
import sharp from 'sharp'
import { readPaper } from '../test/read-paper.ts'

/** The first page with a signature in blue ink, scanned at an angle of 0.8 degrees. */
export async function signedAndScanned(pdf: Uint8Array): Promise<Buffer> {
  const [page] = await readPaper(pdf, 150)
  if (page === undefined) throw new Error('a PDF without pages')
  const { data, width, height } = page.picture
  const ink = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <path transform="translate(${width * 0.12} ${height * 0.84}) scale(${width / 1240})" fill="none" stroke="#1d3f94"
      stroke-width="4" stroke-linecap="round"
      d="M0 40C30-40 60-30 50 20S20 70 60 30 110-10 105 30s30 10 45-15 20 40 45 5 40 30 60-5 60 25 150-20"/></svg>`
  // Two passes: sharp turns a picture before it lays another one over it, whatever the order of the calls.
  const signed = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer()
  return sharp(signed).rotate(0.8, { background: '#fbfbf8' }).blur(0.4).jpeg({ quality: 80 }).toBuffer()
}

/** The same as a scanner that saves PDF makes it: one page that is one JPEG (ISO 32000-2, 7.4.8, DCTDecode). */
export async function scannedAsPdf(jpeg: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(jpeg).metadata()
  const paint = 'q 595 0 0 842 0 0 cm /Scan Do Q'
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>',
    ),
    Buffer.from(`<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      ),
      jpeg,
      Buffer.from('\nendstream'),
    ]),
  ]
  const pieces = [Buffer.from('%PDF-1.7\n')]
  let length = pieces[0]!.length
  const offsets = objects.map((object, index) => {
    const offset = length
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    pieces.push(whole)
    length += whole.length
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(table + trailer)])
}
