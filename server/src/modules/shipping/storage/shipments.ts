import { sql } from '../../../platform/database/pool.ts'

export interface ShipmentRow {
  case_id: string
  customer_id: string
  number: number
  site: string
  carrier: string
  tracking_number: string
  packages: number
  weight_kg: number | null
  units: number[]
  created_at: string
  created_by_name: string | null
}
const shipments =
  'select s.*, p.name as created_by_name from shipment s left join person p on p.id = s.created_by'
export const shipmentByNumber = sql<ShipmentRow>(
  'shipment-by-number',
  `${shipments} where s.case_id = $1 and s.number = $2`,
)
export const shipmentsPage = sql<ShipmentRow>(
  'shipments-page',
  `${shipments} where s.case_id = $1 and s.number > $2 order by s.number limit $3`,
)
