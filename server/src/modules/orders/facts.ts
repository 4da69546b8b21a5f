import type { Consumption } from '../programmes/index.ts'

export interface CommitmentRegistered {
  readonly line: number
  readonly sku: string
  readonly skuFamily: string
  readonly quantity: number
  /** The commitment's units are the rows firstRow .. firstRow + quantity - 1 of the order, on every form, for ever. */
  readonly firstRow: number
  /** Minor units, one for each unit; they sum to the credit of the line. */
  readonly credits: readonly number[]
  /** Known only where the programme demands serial numbers before the order. */
  readonly serials?: readonly string[]
}

export type OrderFact =
  | {
      readonly type: 'order-registered'
      readonly orderId: string
      readonly number: string
      readonly programmeId: string
      readonly programmeVersion: string
      readonly customerId: string
      readonly partnerId: string | null
      readonly purchaseOrder: string | null
      readonly placedOn: string
      readonly lastShippedOn: string | null
      /** What a case opened now would be due; null as long as its clock has not started. */
      readonly dueOn: string | null
      readonly currency: string
      readonly newFamily: string | null
      readonly consumption: Consumption | null
      readonly creditPaid: 'at-order' | 'after-receipt'
      readonly lines: readonly { readonly line: number; readonly sku: string; readonly quantity: number }[]
      readonly commitments: readonly CommitmentRegistered[]
    }
  /** Units left the order's pool for a case. Written in the order's chain, so that two cases cannot take the same unit. */
  | {
      readonly type: 'units-taken-by-case'
      readonly orderId: string
      readonly caseId: string
      readonly rows: readonly number[]
      /** The credit of these rows together, in minor units. */
      readonly creditMinor: number
    }
  /** The day that the clock of some programmes starts with; known later than the order itself, or corrected. */
  | {
      readonly type: 'last-shipment-recorded'
      readonly orderId: string
      readonly on: string
      readonly dueOn: string | null
    }
  | {
      readonly type: 'order-cancelled'
      readonly orderId: string
      readonly customerId: string
      readonly reason: string
      readonly currency: string
      readonly creditPaid: 'at-order' | 'after-receipt'
      readonly units: readonly { readonly row: number; readonly creditMinor: number }[]
    }
