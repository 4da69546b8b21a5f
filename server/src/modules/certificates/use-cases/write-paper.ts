import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { FileAnswer } from '../../../platform/http/operation.ts'
import { dayAt } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type LoadedCase, unitsByRow } from '../../cases/index.ts'
import { lastAppliedHeader, pickupAddress } from '../../forms/index.ts'
import { organisationById } from '../../people/index.ts'
import { inLanguage } from '../../programmes/index.ts'
import type { CertificateFact } from '../facts.ts'
import { certificatePaper } from '../paper/certificate-paper.ts'
import { certificateByNumber } from '../storage/certificates.ts'

/** The form to print, sign and scan, with the devices as the certificate was issued for. */
export async function writePaper(
  house: House<CertificateFact>,
  { row, programme, catalogue }: LoadedCase,
  { number, language, paper }: { number: number; language: Language; paper: 'a4' | 'letter' },
): Promise<FileAnswer | Refusal<'certificate-not-found'>> {
  const certificate = await firstRow(house.db, certificateByNumber, [row.id, number])
  if (certificate === undefined) return { refused: 'certificate-not-found' }
  const partner =
    row.partner_id === null ? undefined : await firstRow(house.db, organisationById, [row.partner_id])
  const units = new Map(
    (await rows(house.db, unitsByRow, [row.id, certificate.lines.map((line) => line.row)])).map((unit) => [
      unit.row,
      unit,
    ]),
  )
  const header = (await firstRow(house.db, lastAppliedHeader, [row.id]))?.header ?? {}
  const file = await certificatePaper({
    language,
    programme: { name: inLanguage(programme.name, language), vendor: programme.vendor },
    certificateNumber: `${row.id}/C${number}`,
    version: certificate.version,
    caseNumber: row.id,
    orderNumber: row.order_number,
    customer: { name: row.customer_name, account: row.customer_account, address: pickupAddress(header) },
    partner: partner === undefined ? null : { name: partner.name, account: partner.account },
    approvalReference: null,
    lines: certificate.lines.map(({ row: unitRow, sku, serial }) => {
      const assetTag = units.get(unitRow)?.details['assetTag']
      return {
        row: unitRow,
        sku,
        serial,
        description: catalogue.bySku(sku)?.description ?? '',
        assetTag: typeof assetTag === 'string' ? assetTag : null,
      }
    }),
    serialListDigest: certificate.digest,
    paper,
    preparedOn: dayAt(certificate.issued_at, row.time_zone),
  })
  return {
    file,
    mediaType: 'application/pdf',
    fileName: `${language === 'de' ? 'Verwertungsbestaetigung' : 'certificate-of-destruction'}-${row.id}-C${number}.pdf`,
  }
}
