import { z } from 'zod'
import type { ShipmentRow } from './storage/shipments.ts'

export const shipmentView = z
  .object({
    caseId: z.string(),
    number: z.int(),
    site: z.string(),
    carrier: z.string(),
    trackingNumber: z.string(),
    packages: z.int(),
    weightKg: z.number().nullable(),
    rows: z.array(z.int()).describe('The devices inside.'),
    createdAt: z.string(),
  })
  .meta({ id: 'Shipment' })
export type ShipmentView = z.output<typeof shipmentView>

export const viewOfShipment = (row: ShipmentRow): ShipmentView => ({
  caseId: row.case_id,
  number: row.number,
  site: row.site,
  carrier: row.carrier,
  trackingNumber: row.tracking_number,
  packages: row.packages,
  weightKg: row.weight_kg,
  rows: row.units,
  createdAt: row.created_at,
})
