import type { Move, OfOrder } from '../cases/index.ts'

export interface CertificateLine {
  readonly row: number
  readonly sku: string
  readonly serial: string | null
}

export type CertificateFact =
  | (OfOrder & {
      readonly type: 'certificate-issued'
      readonly number: number
      readonly version: number
      readonly lines: readonly CertificateLine[]
      /** Of the serial list as printed: a page printed before a serial changed is found out. */
      readonly digest: string
    })
  | (OfOrder & {
      readonly type: 'certificate-submitted'
      readonly number: number
      readonly file: string
      readonly fileName: string
      readonly mediaType: string
      /** Of the signed document; a photograph is one page. */
      readonly pages: number
      readonly moves: readonly Move[]
    })
  | (OfOrder & {
      readonly type: 'certificate-accepted'
      readonly number: number
      readonly note: string
      /** Certified units, and those that the document does not cover after all, back to identified. */
      readonly moves: readonly Move[]
    })
  | (OfOrder & {
      readonly type: 'certificate-rejected'
      readonly number: number
      readonly reason: string
      readonly note: string
      readonly moves: readonly Move[]
    })
  | (OfOrder & { readonly type: 'certificate-voided'; readonly number: number; readonly inReview: boolean })
