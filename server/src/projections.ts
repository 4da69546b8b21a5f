import type { Fact } from './facts.ts'
import { projectCase } from './modules/cases/index.ts'
import { projectCertificate } from './modules/certificates/index.ts'
import { projectCredits } from './modules/credits/index.ts'
import { projectForm } from './modules/forms/index.ts'
import { projectOrder } from './modules/orders/index.ts'
import { projectPeople } from './modules/people/index.ts'
import { projectProgramme } from './modules/programmes/index.ts'
import { projectReceiving } from './modules/receiving/index.ts'
import { projectShipping } from './modules/shipping/index.ts'
import type { Patch } from './platform/history/patch.ts'
import type { Recorded } from './platform/run-command.ts'

type Projection = (recorded: Recorded<never>) => Patch[]

/** Which module writes the rows of which fact. A fact that is missing here does not compile. */
const projections: { readonly [Type in Fact['type']]: Projection } = {
  'organisation-created': projectPeople,
  'organisation-changed': projectPeople,
  'person-added': projectPeople,
  'person-changed': projectPeople,
  'access-ended': projectPeople,
  'password-changed': projectPeople,
  'person-invited': projectPeople,
  'invitation-withdrawn': projectPeople,
  'invitation-accepted': projectPeople,
  'api-key-created': projectPeople,
  'api-key-revoked': projectPeople,
  'mandate-granted': projectPeople,
  'mandate-changed': projectPeople,
  'mandate-revoked': projectPeople,
  'programme-published': projectProgramme,
  'order-registered': projectOrder,
  'units-taken-by-case': projectOrder,
  'last-shipment-recorded': projectOrder,
  'order-cancelled': projectOrder,
  'case-opened': projectCase,
  'units-changed': projectCase,
  'unit-waived': projectCase,
  'case-closed': projectCase,
  'case-reopened': projectCase,
  'extension-asked': projectCase,
  'extension-decided': projectCase,
  'attachment-added': projectCase,
  'message-posted': projectCase,
  'thread-settled': projectCase,
  'form-uploaded': projectForm,
  'form-columns-confirmed': projectForm,
  'form-applied': projectForm,
  'certificate-issued': projectCertificate,
  'certificate-submitted': projectCertificate,
  'certificate-accepted': projectCertificate,
  'certificate-rejected': projectCertificate,
  'certificate-voided': projectCertificate,
  'shipping-instructions-sent': projectShipping,
  'shipment-created': projectShipping,
  'receipt-opened': projectReceiving,
  'device-scanned': projectReceiving,
  'receipt-closed': projectReceiving,
  'photo-added': projectReceiving,
  'goods-assigned': projectReceiving,
  'unit-received': projectReceiving,
  'unit-accepted': projectReceiving,
  'charge-back-proposed': projectCredits,
  'charge-back-decided': projectCredits,
}

export const project = (recorded: Recorded<Fact>): Patch[] =>
  projections[recorded.fact.type](recorded as Recorded<never>)
