import type { CaseFact } from './modules/cases/index.ts'
import type { CertificateFact } from './modules/certificates/index.ts'
import type { CreditFact } from './modules/credits/index.ts'
import type { FormFact } from './modules/forms/index.ts'
import type { OrderFact } from './modules/orders/index.ts'
import type { PeopleFact } from './modules/people/index.ts'
import type { ProgrammeFact } from './modules/programmes/index.ts'
import type { ReceivingFact } from './modules/receiving/index.ts'
import type { ShippingFact } from './modules/shipping/index.ts'

/** Everything that can happen. */
export type Fact =
  | PeopleFact
  | ProgrammeFact
  | OrderFact
  | CaseFact
  | FormFact
  | CertificateFact
  | ShippingFact
  | ReceivingFact
  | CreditFact
