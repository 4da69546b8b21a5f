import { code128, qr } from '../../../platform/typesetting/barcodes.ts'
import { longDate, paperTexts } from '../../../platform/typesetting/paper-texts.ts'
import { countPages, typeset } from '../../../platform/typesetting/typeset.ts'
import type { Language } from '../../../values/language.ts'
import { certificatePageCode } from './page-code.ts'

export type CertificatePaper = {
  readonly language: Language
  readonly paper: 'a4' | 'letter'
  readonly programme: { readonly name: string; readonly vendor: string }
  readonly certificateNumber: string
  readonly version: number
  readonly caseNumber: string
  readonly orderNumber: string
  readonly customer: {
    readonly name: string
    readonly account: string
    readonly address: readonly string[]
  }
  readonly partner: { readonly name: string; readonly account: string | null } | null
  /** Null where the programme asks for no approval before destroying; the paper then has no such line. */
  readonly approvalReference: string | null
  readonly lines: readonly CertificateLine[]
  /** SHA-256 of the device list, hexadecimal; its first 12 characters stand on every page and in its code. */
  readonly serialListDigest: string
  /** YYYY-MM-DD */
  readonly preparedOn: string
}
export type CertificateLine = {
  readonly row: number
  readonly sku: string
  readonly description: string
  /** Null leaves boxes to write in. */
  readonly serial: string | null
  readonly assetTag: string | null
}

/**
 * The form of a Certificate of Destruction as PDF, to be completed by hand and signed. Set twice: a page's code names
 * its page, and how many there are is known after the first time.
 */
export async function certificatePaper(input: CertificatePaper): Promise<Uint8Array> {
  const data = content(input)
  const pages = await countPages('certificate.typ', { ...data, pageCodes: [] })
  const pageCodes = Array.from({ length: pages }, (_, index) => {
    const text = certificatePageCode({
      certificateNumber: input.certificateNumber,
      version: input.version,
      caseNumber: input.caseNumber,
      page: index + 1,
      digestPrefix: digestPrefix(input),
    })
    return { ...qr(text), alt: text }
  })
  return typeset('certificate.typ', { ...data, pageCodes })
}

const digestPrefix = ({ serialListDigest }: CertificatePaper) => serialListDigest.slice(0, 12).toUpperCase()

const texts = [
  'preparedOn',
  'caseNumber',
  'orderNumber',
  'customer',
  'none',
  'device',
  'row',
  'serial',
  'assetTag',
  'devices',
  'certificateTitle',
  'certificateNumber',
  'certificateVersion',
  'certificateDigest',
  'certificateIntroduction',
  'certificateParties',
  'certificatePartner',
  'certificateApproval',
  'certificateDestruction',
  'certificateDestroyedBy',
  'certificateSelf',
  'certificateProvider',
  'certificateProviderName',
  'certificateLicences',
  'certificateLicenceNumbers',
  'certificateWeee',
  'certificatePlace',
  'certificateFrom',
  'certificateTo',
  'certificateCustody',
  'certificateDevicesNote',
  'certificateMedia',
  'certificateMethod',
  'certificateClear',
  'certificatePurge',
  'certificateDestroy',
  'certificateTechnique',
  'certificateVerification',
  'certificateSignature',
  'certificateAttestation',
  'certificateSignatory',
  'certificateSignatoryTitle',
  'certificateCompany',
  'certificateAuthority',
  'certificateSignedOn',
  'certificateSignedAt',
  'certificateSign',
  'certificateWitness',
  'certificateWitnessSign',
] as const

function content(input: CertificatePaper) {
  const { language, programme, certificateNumber, version, caseNumber, orderNumber, preparedOn } = input
  const account = (number: string) => paperTexts(language, ['account'], { number }).account
  return {
    language,
    paper: input.paper === 'a4' ? 'a4' : 'us-letter',
    programme: programme.name,
    vendor: programme.vendor,
    certificateNumber,
    version,
    caseNumber,
    orderNumber,
    preparedOn,
    customer: { ...input.customer, account: account(input.customer.account) },
    partner: input.partner && {
      name: input.partner.name,
      account: input.partner.account === null ? null : account(input.partner.account),
    },
    approvalReference: input.approvalReference,
    lines: input.lines,
    caseCode: { ...code128(caseNumber), alt: caseNumber },
    texts: paperTexts(language, texts, {
      programme: programme.name,
      vendor: programme.vendor,
      caseNumber,
      orderNumber,
      count: input.lines.length,
      digest: digestPrefix(input),
      date: longDate(language, preparedOn),
    }),
  }
}
