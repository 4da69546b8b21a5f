/**
 * Scans that the server has not answered yet, kept on this device until it has. One entry of localStorage for each, not
 * one list: two windows of the same dock then never write over each other's scans.
 */
import { requestKey } from '../../api/client.ts'

/** Whose name a scan is sent under: somebody else who signs in on the same tablet must not send it as their own. */
export interface Scanner {
  readonly id: string
  readonly name: string
}

export interface WaitingScan {
  /** Sent as Idempotency-Key: however often it is sent, it is one scan. */
  readonly key: string
  readonly receiptId: string
  readonly site: string
  readonly by: Scanner
  /** Null when nobody can read the label. */
  readonly text: string | null
  /** Only the catalogue can tell whether it is one, and it may be out of reach now. */
  readonly perhapsSku: boolean
  readonly caseNumber: string | null
  readonly sku: string | null
  readonly note: string | null
  /** Milliseconds; later scans have later ones, so it is the order too. */
  readonly at: number
}

const PLACE = 'tmip.dock.scan.'
const placeOf = ({ at, key }: Pick<WaitingScan, 'at' | 'key'>): string => `${PLACE}${at}.${key}`

let latest = 0

/** Throws where the device keeps nothing any more; then it was not scanned, and the caller must say so. */
export function keepScan(scan: Omit<WaitingScan, 'key' | 'at'>): WaitingScan {
  latest = Math.max(Date.now(), latest + 1)
  const kept = { ...scan, key: requestKey(), at: latest }
  rewriteScan(kept)
  return kept
}
export const rewriteScan = (scan: WaitingScan): void =>
  localStorage.setItem(placeOf(scan), JSON.stringify(scan))
export const forgetScan = (scan: WaitingScan): void => localStorage.removeItem(placeOf(scan))

/** In the order in which they were scanned. */
export const waitingScans = (): WaitingScan[] =>
  Object.keys(localStorage)
    .filter((place) => place.startsWith(PLACE))
    .flatMap((place) => read(place) ?? [])
    .toSorted((one, other) => one.at - other.at)

function read(place: string): WaitingScan | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}
