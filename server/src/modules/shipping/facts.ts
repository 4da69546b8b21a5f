import type { Move, OfOrder } from '../cases/index.ts'

export type ShippingFact =
  | (OfOrder & { readonly type: 'shipping-instructions-sent'; readonly site: string })
  | (OfOrder & {
      readonly type: 'shipment-created'
      readonly number: number
      readonly site: string
      readonly carrier: string
      readonly trackingNumber: string
      readonly packages: number
      readonly weightKg: number | null
      readonly moves: readonly Move[]
    })
