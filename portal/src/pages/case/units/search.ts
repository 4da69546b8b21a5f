import { flagIn, oneIn, textIn } from '../../../app/search-params.ts'

export const unitStates = [
  'owed',
  'identified',
  'in-transit',
  'received',
  'failed-inspection',
  'destruction-declared',
  'accepted',
  'certified',
  'waived',
  'cancelled',
  'charged-back',
] as const

export interface UnitSearch {
  state?: (typeof unitStates)[number] | undefined
  route?: 'return' | 'destroy' | undefined
  missing?: true | undefined
  search?: string | undefined
}

/** Which devices of the case are shown, as it stands in the address. */
export const unitSearch = (raw: Record<string, unknown>): UnitSearch => ({
  state: oneIn(raw, 'state', unitStates),
  route: oneIn(raw, 'route', ['return', 'destroy'] as const),
  missing: flagIn(raw, 'missing'),
  search: textIn(raw, 'search'),
})
