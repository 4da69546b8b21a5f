import { useMemo, useSyncExternalStore } from 'react'
import { observed } from './observed.ts'

/** What is known of the next device before its serial number is scanned; kept with the receipt on this device. */
export interface NextDevice {
  /** Of the box it comes from; holds until another box is scanned. */
  readonly caseNumber: string | null
  /** For one device only. */
  readonly sku: string | null
  /** For one device only. */
  readonly note: string | null
}
const nothing: NextDevice = { caseNumber: null, sku: null, note: null }
const placeOf = (receiptId: string): string => `tmip.dock.next.${receiptId}`
const changes = observed(0)

export function nextDevice(receiptId: string): NextDevice {
  return parse(localStorage.getItem(placeOf(receiptId)))
}
export function changeNextDevice(receiptId: string, change: Partial<NextDevice>): void {
  const next = { ...nextDevice(receiptId), ...change }
  if (Object.values(next).every((value) => value === null)) localStorage.removeItem(placeOf(receiptId))
  else localStorage.setItem(placeOf(receiptId), JSON.stringify(next))
  changes.set(changes.get() + 1)
}
export function useNextDevice(receiptId: string): NextDevice {
  const stored = useSyncExternalStore(changes.subscribe, () => localStorage.getItem(placeOf(receiptId)))
  return useMemo(() => parse(stored), [stored])
}

function parse(stored: string | null): NextDevice {
  try {
    return { ...nothing, ...JSON.parse(stored ?? '{}') }
  } catch {
    return nothing
  }
}
