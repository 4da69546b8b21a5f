/**
 * Where somebody was in the queue. What is decided leaves it, and whoever comes back goes on with what stood below it.
 * Kept in this tab, so that two windows do not lead each other astray.
 */
import { type Item, keyOf } from './queries.ts'
import type { QueueSearch } from './search.ts'

interface Place {
  readonly kind?: QueueSearch['kind']
  readonly key: string
  /** What stood below it then. */
  readonly below: readonly string[]
}

const NAME = 'tmip.queue-place'
const MOST_BELOW = 30

export function rememberPlace(items: readonly Item[], item: Item, kind: QueueSearch['kind']): void {
  const below = items.slice(items.indexOf(item) + 1, items.indexOf(item) + 1 + MOST_BELOW).map(keyOf)
  sessionStorage.setItem(NAME, JSON.stringify({ ...(kind && { kind }), key: keyOf(item), below }))
}

export function rememberedPlace(): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Place | null
  } catch {
    return null
  }
}

/** Its index now; when it is gone, that of the first that stood below it; -1 for nobody who comes back. */
export function indexOf(items: readonly Item[], place: Place | null): number {
  if (place === null || items.length === 0) return -1
  for (const key of [place.key, ...place.below]) {
    const index = items.findIndex((item) => keyOf(item) === key)
    if (index >= 0) return index
  }
  return 0
}

/** The ones before and after this one in the queue. */
export function neighboursOf(items: readonly Item[], key: string): { previous?: Item; next?: Item } {
  const index = items.findIndex((item) => keyOf(item) === key)
  const place = rememberedPlace()
  // Decided meanwhile: the one that moved up is the next.
  const next = index >= 0 ? items[index + 1] : place?.key === key ? items[indexOf(items, place)] : items[0]
  const previous = index > 0 ? items[index - 1] : undefined
  return { ...(previous && { previous }), ...(next && { next }) }
}
