import { sql } from '../../../platform/database/pool.ts'

export interface ShipmentRow {
  case_id: string
  number: number
  site: string
  carrier: string
  tracking_number: string
  packages: number
  weight_kg: number | null
  units: number[]
  created_at: string
}
export const shipmentByNumber = sql<ShipmentRow>(
  'shipment-by-number',
  'select * from shipment where case_id = $1 and number = $2',
)
export const shipmentsPage = sql<ShipmentRow>(
  'shipments-page',
  'select * from shipment where case_id = $1 and number > $2 order by number limit $3',
)
