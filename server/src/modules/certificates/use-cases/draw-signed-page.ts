import { allOf, drawPicture, type PictureRefused } from '../../../platform/confined-worker/draw-picture.ts'
import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { FileAnswer } from '../../../platform/http/operation.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { CertificateFact } from '../facts.ts'
import { certificateByNumber } from '../storage/certificates.ts'

/**
 * A page of the signed document as a picture of ours. Not kept: an A4 page of 1,200 px takes 0.2 s, and a desk
 * looks at each page once or twice.
 */
export async function drawSignedPage(
  house: House<CertificateFact>,
  { id, number, page, width }: { id: string; number: number; page: number; width: number },
): Promise<FileAnswer | PictureRefused | Refusal<'certificate-not-found'>> {
  const certificate = await firstRow(house.db, certificateByNumber, [id, number])
  if (certificate === undefined || certificate.file === null) return { refused: 'certificate-not-found' }
  if (page > (certificate.pages ?? 1)) return { refused: 'page-not-found', pages: certificate.pages ?? 1 }
  const picture = await drawPicture({
    source: await allOf(house.files.read(certificate.file.toString('hex'))),
    accepts: ['application/pdf', 'image/jpeg'],
    page,
    width,
  })
  if (isRefused(picture)) return picture
  return {
    file: picture.jpeg,
    mediaType: 'image/jpeg',
    fileName: `${id}-C${number}-${page}.jpg`,
    inline: true,
  }
}
