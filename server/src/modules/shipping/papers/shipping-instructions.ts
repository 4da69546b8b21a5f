import { qr } from '../../../platform/typesetting/barcodes.ts'
import { longDate, paperTexts } from '../../../platform/typesetting/paper-texts.ts'
import { typeset } from '../../../platform/typesetting/typeset.ts'
import type { Language } from '../../../values/language.ts'
import type { PrepaidShipping } from './prepaid-shipping.ts'

export type ShippingInstructions = {
  readonly language: Language
  readonly paper: 'a4' | 'letter'
  readonly programme: { readonly name: string; readonly vendor: string }
  readonly caseNumber: string
  readonly orderNumber: string
  readonly customer: { readonly name: string }
  /** Name and address of the receiving site, a line each. */
  readonly to: readonly string[]
  /** Null where the sender arranges and pays the carrier. */
  readonly prepaid: PrepaidShipping | null
  /** The last day on which the devices may arrive, YYYY-MM-DD. */
  readonly dueOn: string
  /** How the programme wants devices packed, a step each. */
  readonly packing: readonly string[]
  /** What the programme wants written on each box. */
  readonly boxMarking: string
  /** The programme's mailbox. */
  readonly contact: string
  readonly units: readonly ShippedUnit[]
  /** YYYY-MM-DD */
  readonly preparedOn: string
}
export type ShippedUnit = {
  readonly row: number
  readonly sku: string
  readonly description: string
  readonly serial: string | null
}

/** Instructions and packing list in one PDF, in the reader's language. */
export async function shippingInstructions(input: ShippingInstructions): Promise<Uint8Array> {
  const { language, programme, caseNumber, orderNumber, prepaid } = input
  const texts = paperTexts(
    language,
    [
      'preparedOn',
      'caseNumber',
      'orderNumber',
      'device',
      'devices',
      'row',
      'serial',
      'labelCarrier',
      'labelService',
      'labelAccount',
      'shippingTitle',
      'shippingIntroduction',
      'shippingNotPrepaidIntroduction',
      'shippingDue',
      'shippingAddress',
      'shippingPrepaid',
      'shippingNotPrepaid',
      'shippingSteps',
      'shippingStepCheck',
      'shippingStepList',
      'shippingStepLabel',
      'shippingStepHandOver',
      'shippingContact',
      'shippingList',
      'shippingPackage',
      'shippingSerialUnknown',
    ],
    {
      programme: programme.name,
      caseNumber,
      boxMarking: input.boxMarking,
      count: input.units.length,
      date: longDate(language, input.preparedOn),
    },
  )
  return typeset('instructions.typ', {
    language,
    paper: input.paper === 'a4' ? 'a4' : 'us-letter',
    programme: programme.name,
    vendor: programme.vendor,
    caseNumber,
    orderNumber,
    customer: input.customer.name,
    to: input.to,
    introduction: prepaid ? texts.shippingIntroduction : texts.shippingNotPrepaidIntroduction,
    prepaid: prepaid && [
      [texts.labelCarrier, prepaid.carrier],
      [texts.labelService, prepaid.service],
      [texts.labelAccount, prepaid.accountReference],
    ],
    due: longDate(language, input.dueOn),
    contact: input.contact,
    steps: [
      ...input.packing,
      texts.shippingStepCheck,
      texts.shippingStepList,
      texts.shippingStepLabel,
      texts.shippingStepHandOver,
    ],
    units: input.units,
    preparedOn: input.preparedOn,
    caseMatrix: { ...qr(caseNumber), alt: caseNumber },
    texts,
  })
}
