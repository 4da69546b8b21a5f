import type { QueryClient } from '@tanstack/react-query'
import { answerOf, api, type Schema, Unreachable } from '../../api/client.ts'
import { changeNextDevice } from './next-device.ts'
import { observed } from './observed.ts'
import type { PhotoQueue } from './photo-queue.ts'
import { isSkuQuery } from './queries.ts'
import { isForLater, sender } from './sending.ts'
import {
  forgetScan,
  keepScan,
  rewriteScan,
  type Scanner,
  type WaitingScan,
  waitingScans,
} from './waiting-scans.ts'

export interface Answer {
  readonly waiting: WaitingScan
  /** Null: it was an SKU after all, and is kept for the next device. */
  readonly scan: Schema['Scan'] | null
}
interface State {
  /** Those of this person. */
  readonly waiting: readonly WaitingScan[]
  /** Scanned on this device by somebody else, under whose name they have to be sent. */
  readonly ofOthers: readonly WaitingScan[]
  readonly unreachable: boolean
  /** The first one is refused, and those behind it wait for what a person decides. */
  readonly refused: Error | null
}

/**
 * Sends scans in the order in which they were scanned, one at a time, each until it is answered: the answer to one may
 * depend on the one before, for the same device scanned twice.
 */
export function openScanQueue({
  me,
  queries,
  photos,
}: {
  me: Scanner
  queries: QueryClient
  photos: Pick<PhotoQueue, 'numbered' | 'removeOf'>
}) {
  const state = observed<State>({ waiting: [], ofOthers: [], unreachable: false, refused: null })
  const answers = new Set<(answer: Answer) => void>()
  const refresh = (change: Partial<State> = {}): void => {
    const all = waitingScans()
    state.set({
      ...state.get(),
      waiting: all.filter(({ by }) => by.id === me.id),
      ofOthers: all.filter(({ by }) => by.id !== me.id),
      ...change,
    })
  }
  const refreshed = () => refresh()

  const send = async (waiting: WaitingScan): Promise<void> => {
    const { text, receiptId, caseNumber, sku, note, key, site } = waiting
    if (text !== null && waiting.perhapsSku && (await isSku(site, text))) {
      const next = waitingScans().find(
        (later) => later.receiptId === receiptId && later.at > waiting.at && later.by.id === me.id,
      )
      // The note that it took along was meant for the device as well.
      const known = { sku: text, ...(note !== null && { note }) }
      if (next === undefined) changeNextDevice(receiptId, known)
      else rewriteScan({ ...next, ...known })
      finish({ waiting, scan: null })
      return
    }
    const scan = await answerOf(
      api.POST('/receipts/{id}/scans', {
        params: { path: { id: receiptId }, header: { 'idempotency-key': key } },
        body: { serial: text, unreadable: text === null, sku, caseNumber, note },
      }),
    )
    await photos.numbered(key, scan)
    finish({ waiting, scan })
  }
  const finish = (answer: Answer): void => {
    forgetScan(answer.waiting)
    refresh({ unreachable: false })
    for (const listener of answers) listener(answer)
  }
  const isSku = (site: string, text: string): Promise<boolean> =>
    queries.query(isSkuQuery(site, text)).catch((error: unknown) => {
      if (isForLater(error)) throw error
      return false
    })

  const sending = sender(async () => {
    refresh()
    while (state.get().refused === null) {
      const [first] = state.get().waiting
      if (first === undefined) break
      try {
        await send(first)
      } catch (error) {
        if (isForLater(error)) {
          refresh({ unreachable: error instanceof Unreachable })
          return 'later'
        }
        refresh({ refused: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    return 'done'
  })

  return {
    state,
    onAnswer: (listener: (answer: Answer) => void): (() => void) => {
      answers.add(listener)
      return () => void answers.delete(listener)
    },
    /** Throws where the device keeps nothing any more. */
    add: (scan: Omit<WaitingScan, 'key' | 'at' | 'by'>): WaitingScan => {
      const kept = keepScan({ ...scan, by: me })
      refresh()
      sending.wake()
      return kept
    },
    again: (): void => {
      refresh({ refused: null })
      sending.wake()
    },
    /** Somebody decided that the refused one shall not be sent. */
    discardFirst: (): void => {
      const [first] = state.get().waiting
      if (first !== undefined) {
        forgetScan(first)
        photos.removeOf(first.key)
      }
      refresh({ refused: null })
      sending.wake()
    },
    /** Scans whose receipt was closed before they could be sent go into another one. */
    moveTo: (from: string, receiptId: string): void => {
      for (const scan of state.get().waiting) if (scan.receiptId === from) rewriteScan({ ...scan, receiptId })
      refresh({ refused: null })
      sending.wake()
    },
    start: (): (() => void) => {
      addEventListener('storage', refreshed)
      sending.start()
      return () => {
        removeEventListener('storage', refreshed)
        sending.stop()
      }
    },
  }
}
