import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import { movePatches } from '../../cases/index.ts'
import type { ShippingFact } from '../facts.ts'

export function projectShipping({ fact, at, by }: Recorded<ShippingFact>): Patch[] {
  const { caseId } = fact
  switch (fact.type) {
    case 'shipping-instructions-sent':
      return [update('cases', { id: caseId }, { instructions_sent_at: at, instructions_site: fact.site })]
    case 'shipment-created':
      return [
        insert('shipment', {
          case_id: caseId,
          number: fact.number,
          customer_id: fact.customerId,
          site: fact.site,
          carrier: fact.carrier,
          tracking_number: fact.trackingNumber,
          packages: fact.packages,
          weight_kg: fact.weightKg,
          units: fact.moves.map(({ row }) => row),
          created_at: at,
          created_by: by.person,
        }),
        update('cases', { id: caseId }, { shipments: fact.number }),
        ...movePatches(fact, fact.moves, at, { shipment: fact.number }),
      ]
  }
}
