import { z } from 'zod'
import type { Caller } from '../people/index.ts'
import type { Programme } from '../programmes/index.ts'
import type { ShipmentRow } from './storage/shipments.ts'

export const shipmentView = z
  .object({
    caseId: z.string(),
    number: z.int(),
    site: z.string(),
    siteAddress: z.array(z.string()).describe('The lines of the label, without the country.'),
    carrier: z.string(),
    carrierName: z.string(),
    prepaid: z.boolean(),
    trackingNumber: z.string(),
    packages: z.int(),
    weightKg: z.number().nullable(),
    units: z.int().describe('How many devices are inside.'),
    rows: z.array(z.int()).describe('The devices inside.'),
    createdAt: z.string(),
    createdByName: z.string().nullable(),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
  })
  .meta({ id: 'Shipment' })
export type ShipmentView = z.output<typeof shipmentView>

export function viewOfShipment(
  row: ShipmentRow,
  { sites, shipping }: Pick<Programme, 'sites' | 'shipping'>,
  { mayFor }: Pick<Caller, 'mayFor'>,
): ShipmentView {
  const carrier = shipping.carriers.find(({ code }) => code === row.carrier)
  return {
    caseId: row.case_id,
    number: row.number,
    site: row.site,
    siteAddress: [...(sites.find(({ id }) => id === row.site)?.address ?? [])],
    carrier: row.carrier,
    carrierName: carrier?.name ?? row.carrier,
    prepaid: carrier?.prepaid ?? false,
    trackingNumber: row.tracking_number,
    packages: row.packages,
    weightKg: row.weight_kg,
    units: row.units.length,
    rows: row.units,
    createdAt: row.created_at,
    createdByName: row.created_by_name,
    actions: ['download-label'].filter(mayFor(row.customer_id)),
  }
}
