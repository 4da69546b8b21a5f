import { type Barcode, code128, qr } from '../../../platform/typesetting/barcodes.ts'
import { paperTexts } from '../../../platform/typesetting/paper-texts.ts'
import { typeset } from '../../../platform/typesetting/typeset.ts'
import type { Language } from '../../../values/language.ts'
import type { PrepaidShipping } from './prepaid-shipping.ts'

export type ShippingLabel = {
  readonly language: Language
  /** `label`: 4 x 6 inches. The others: the same label in the middle of a sheet, to cut out. */
  readonly paper: 'label' | 'a4' | 'letter'
  readonly programme: { readonly vendor: string }
  readonly caseNumber: string
  /** Name and address of the sender, a line each. */
  readonly from: readonly string[]
  /** Name and address of the receiving site, a line each. */
  readonly to: readonly string[]
  readonly package: {
    /** Which package; `each` gives a page for every one. */
    readonly number: number | 'each'
    readonly of: number
    readonly weightKilograms: number | null
  }
  readonly trackingNumber: string | null
  /** What the programme wants written on the box by hand. */
  readonly boxMarking: string
  readonly prepaid: PrepaidShipping | null
  /** YYYY-MM-DD */
  readonly preparedOn: string
}

/** What a dock's scanner reads from a label is the bare case number, in Code 128 and in the QR code alike. */
export async function shippingLabel(input: ShippingLabel): Promise<Uint8Array> {
  const { language, paper, caseNumber, trackingNumber, prepaid, package: piece } = input
  const texts = paperTexts(
    language,
    [
      'caseNumber',
      'labelFrom',
      'labelTo',
      'labelPackage',
      'labelWeight',
      'labelCarrier',
      'labelService',
      'labelAccount',
      'labelTracking',
      'labelNoTracking',
      'labelWriteOnBox',
      'labelCut',
    ],
    { boxMarking: input.boxMarking },
  )
  const facts: (readonly [string, string])[] = []
  if (prepaid) facts.push([texts.labelCarrier, prepaid.carrier], [texts.labelService, prepaid.service])
  if (prepaid) facts.push([texts.labelAccount, prepaid.accountReference])
  if (piece.weightKilograms !== null) {
    const { labelKilograms } = paperTexts(language, ['labelKilograms'], { weight: piece.weightKilograms })
    facts.push([texts.labelWeight, labelKilograms])
  }
  const numbers =
    piece.number === 'each' ? Array.from({ length: piece.of }, (_, index) => index + 1) : [piece.number]
  const packages = numbers.map(
    (number) => paperTexts(language, ['labelPackageOf'], { number, count: piece.of }).labelPackageOf,
  )
  return typeset('label.typ', {
    language,
    paper: { label: 'label', a4: 'a4', letter: 'us-letter' }[paper],
    vendor: input.programme.vendor,
    caseNumber,
    from: input.from,
    to: input.to,
    trackingNumber,
    facts,
    packages,
    preparedOn: input.preparedOn,
    caseMatrix: { ...qr(caseNumber), alt: caseNumber },
    caseCode: fitted(caseNumber),
    trackingCode: trackingNumber === null ? null : fitted(trackingNumber),
    texts,
  })
}

const LABEL_MILLIMETRES = 93
const QUIET_MODULES = 20

/** As wide as the label takes, up to 0.5 mm a module; null below 0.38 mm, where a code only looks like one. */
function fitted(text: string): (Barcode & { alt: string; module: number }) | null {
  const barcode = code128(text)
  if (barcode === null) return null
  const module = Math.min(0.5, LABEL_MILLIMETRES / (barcode.modules + QUIET_MODULES))
  return module < 0.38 ? null : { ...barcode, alt: text, module }
}
