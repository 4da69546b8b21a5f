import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newTrackingNumber } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import {
  type CaseNotFound,
  loadCase,
  type Move,
  mayHappen,
  unitsOfCase,
  type VersionConflict,
} from '../../cases/index.ts'
import type { Caller } from '../../people/index.ts'
import { type NoSite, siteFor } from '../../programmes/index.ts'
import type { ShippingFact } from '../facts.ts'
import { type ShipmentView, viewOfShipment } from '../view.ts'

type CreateRefusal =
  | CaseNotFound
  | VersionConflict
  | NoSite
  | Refusal<'instructions-not-sent'>
  | Refusal<'no-units-to-ship'>
  | Refusal<'units-not-to-ship', { rows: readonly number[] }>
  | Refusal<'serials-needed-before-shipping', { rows: readonly number[] }>

/** A shipment with its prepaid label. The label is ours and the tracking number too, until a carrier is connected. */
export async function createShipment(
  house: House<ShippingFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  request: {
    caseId: string
    ifMatch: number | undefined
    rows: readonly number[] | undefined
    packages: number
    weightKg: number | null
  },
  requestKey?: RequestKey,
) {
  return runCommand<ShippingFact, ShipmentView, CreateRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, request.caseId, request.ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      if (row.instructions_sent_at === null) return { refused: 'instructions-not-sent' }
      const site = siteFor(programme, row.customer_country)
      if (isRefused(site)) return site
      const ready = (await rows(house.db, unitsOfCase, [row.id])).filter(
        (unit) => unit.route === 'return' && mayHappen('ship', unit.state),
      )
      const wrong = request.rows?.filter((wanted) => !ready.some((unit) => unit.row === wanted)) ?? []
      if (wrong.length > 0) return { refused: 'units-not-to-ship', rows: wrong }
      const chosen =
        request.rows === undefined ? ready : ready.filter((unit) => request.rows?.includes(unit.row))
      if (chosen.length === 0) return { refused: 'no-units-to-ship' }
      const unnamed = chosen
        .filter(({ serial, serial_mark }) => serial === null && serial_mark === null)
        .map((unit) => unit.row)
      if (programme.routes.return?.serialNeeded === 'before-shipping' && unnamed.length > 0)
        return { refused: 'serials-needed-before-shipping', rows: unnamed }
      const moves = chosen.map(
        (unit): Move => ({
          row: unit.row,
          from: unit.state,
          to: 'in-transit',
          route: unit.route,
          creditMinor: unit.credit_minor,
        }),
      )
      const [carrier] = programme.shipping.carriers
      if (carrier === undefined) throw new Error('a programme without carrier')
      const shipment = {
        number: row.shipments + 1,
        site: site.id,
        carrier: carrier.code,
        trackingNumber: newTrackingNumber(),
        packages: request.packages,
        weightKg: request.weightKg,
      }
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'shipment-created', ...loaded.ofOrder, ...shipment, moves }],
          },
        ],
        reply: viewOfShipment(
          {
            case_id: row.id,
            customer_id: row.customer_id,
            number: shipment.number,
            site: site.id,
            carrier: carrier.code,
            tracking_number: shipment.trackingNumber,
            packages: request.packages,
            weight_kg: request.weightKg,
            units: moves.map((move) => move.row),
            created_at: now,
            created_by_name: caller.actor.name,
          },
          programme,
          caller,
        ),
        status: 201,
      }
    },
  })
}
