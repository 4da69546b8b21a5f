/**
 * What the QR code of a certificate's page says, so that a scan finds its own certificate, version, case and page:
 * `TMIP:COD:<certificate>:<version>:<case>:<page>:<first 12 of the device list's digest>`. Upper case, digits and
 * `:-./ $%*+` only, which QR packs in its alphanumeric mode (ISO/IEC 18004): fewer and larger modules on paper.
 */
export type CertificatePageCode = {
  readonly certificateNumber: string
  readonly version: number
  readonly caseNumber: string
  readonly page: number
  readonly digestPrefix: string
}

const shape = /^TMIP:COD:([^:]+):(\d{1,6}):([^:]+):(\d{1,4}):([0-9A-F]{12})$/

export function certificatePageCode(code: CertificatePageCode): string {
  const { certificateNumber, version, caseNumber, page, digestPrefix } = code
  const text = `TMIP:COD:${certificateNumber}:${version}:${caseNumber}:${page}:${digestPrefix}`
  if (!shape.test(text)) throw new Error(`no code for a certificate's page: ${text}`)
  return text
}

/** Null when a scanned text is no code of ours. */
export function readCertificatePageCode(scanned: string): CertificatePageCode | null {
  const [, certificateNumber, version, caseNumber, page, digestPrefix] = shape.exec(scanned) ?? []
  if (certificateNumber === undefined || caseNumber === undefined || digestPrefix === undefined) return null
  return { certificateNumber, version: Number(version), caseNumber, page: Number(page), digestPrefix }
}
