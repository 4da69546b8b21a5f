import type { Fact } from './facts.ts'
import { projectCase } from './modules/cases/index.ts'
import { projectCertificate } from './modules/certificates/index.ts'
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
  'person-added': projectPeople,
  'api-key-created': projectPeople,
  'api-key-revoked': projectPeople,
  'mandate-granted': projectPeople,
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
  'form-uploaded': projectForm,
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
  'goods-assigned': projectReceiving,
  'unit-received': projectReceiving,
  'unit-accepted': projectReceiving,
}

export const project = (recorded: Recorded<Fact>): Patch[] =>
  projections[recorded.fact.type](recorded as Recorded<never>)
