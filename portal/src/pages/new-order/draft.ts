export interface DeviceDraft {
  /** Only tells rows apart while they are moved and removed. */
  readonly key: number
  readonly sku: string
  readonly quantity: number
  /** As pasted; null while nobody wants to give any. */
  readonly serials: string | null
}
export interface EquipmentDraft {
  readonly key: number
  readonly sku: string
  readonly quantity: number
}

/** An order as somebody types it, before the server has seen it. */
export interface OrderDraft {
  readonly number: string
  /** The number for which it was looked whether the order is there already. */
  readonly lookedFor: string | null
  readonly programme: string
  readonly customer: string
  readonly partnerAccount: string
  readonly purchaseOrder: string
  readonly placedOn: string
  readonly lastShippedOn: string
  readonly currency: string
  readonly newFamily: string
  readonly consumption: string
  readonly equipment: readonly EquipmentDraft[]
  readonly devices: readonly DeviceDraft[]
}

export const emptyOrder: OrderDraft = {
  number: '',
  lookedFor: null,
  programme: '',
  customer: '',
  partnerAccount: '',
  purchaseOrder: '',
  placedOn: '',
  lastShippedOn: '',
  currency: '',
  newFamily: '',
  consumption: '',
  equipment: [],
  devices: [{ key: 1, sku: '', quantity: 1, serials: null }],
}

export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  Math.max(0, ...rows.map(({ key }) => key)) + 1

/** Pasted from wherever: a column, a row, separated by commas or semicolons. */
export const serialsIn = (pasted: string): string[] =>
  pasted.split(/[\s,;]+/).filter((serial) => serial !== '')

/** Rows that were added and left empty are not sent, so that they need not be taken away first. */
export const filled = <Row extends { readonly sku: string }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ sku }) => sku.trim() !== '')
