/** What happens to a certificate between the printer and the upload: signed by hand, laid on the glass a little askew. */
import sharp from 'sharp'
import { readPaper } from '../test/read-paper.ts'

/** Each page as a JPEG, scanned at an angle of 0.8 degrees; the last one carries a signature in blue ink. */
export async function signedAndScanned(pdf: Uint8Array): Promise<Buffer[]> {
  const pages = await readPaper(pdf, 150)
  return Promise.all(
    pages.map(async ({ picture: { data, width, height } }, index) => {
      const ink = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <path transform="translate(${width * 0.12} ${height * 0.5}) scale(${width / 1240})" fill="none"
          stroke="#1d3f94" stroke-width="4" stroke-linecap="round"
          d="M0 40C30-40 60-30 50 20S20 70 60 30 110-10 105 30s30 10 45-15 20 40 45 5 40 30 60-5 60 25 150-20"/></svg>`
      // Two passes: sharp turns a picture before it lays another one over it, whatever the order of the calls.
      const signed = await sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: 'white' })
        .composite(index === pages.length - 1 ? [{ input: Buffer.from(ink) }] : [])
        .png()
        .toBuffer()
      return sharp(signed).rotate(0.8, { background: '#fbfbf8' }).blur(0.4).jpeg({ quality: 80 }).toBuffer()
    }),
  )
}

/** All pages in one picture, one below the other. */
export async function asOneJpeg(scans: readonly Buffer[]): Promise<Buffer> {
  const { width, height } = await sharp(scans[0]).metadata()
  return sharp({ create: { width, height: height * scans.length, channels: 3, background: 'white' } })
    .composite(scans.map((input, index) => ({ input, left: 0, top: index * height })))
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** As a scanner that saves PDF writes it: every page is one JPEG (ISO 32000-2, 7.4.8, DCTDecode). */
export async function asPdf(scans: readonly Buffer[]): Promise<Buffer> {
  const paint = 'q 595 0 0 842 0 0 cm /Scan Do Q'
  const kids = scans.map((_scan, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${scans.length} >>`,
    `<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`,
  ]
  for (const scan of scans) {
    const { width, height } = await sharp(scan).metadata()
    const picture = objects.length + 2
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /Scan ${picture} 0 R >> >> >>`,
      Buffer.concat([
        Buffer.from(
          `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${scan.length} >>\nstream\n`,
        ),
        scan,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  let file = Buffer.from('%PDF-1.7\n')
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file = Buffer.concat([
      file,
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return Buffer.concat([
    file,
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`),
    Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`),
  ])
}
