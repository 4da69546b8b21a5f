import { ProblemError, requestKey, type Schema, Unreachable } from '../../api/client.ts'
import { upload } from '../../api/upload.ts'
import { observed } from './observed.ts'
import { isForLater, sender } from './sending.ts'
import { smallerPicture } from './smaller-picture.ts'
import { forgetPhoto, keepPhoto, type WaitingPhoto, waitingPhotos } from './waiting-photos.ts'
import type { Scanner } from './waiting-scans.ts'

interface State {
  readonly waiting: readonly WaitingPhoto[]
  /** How much of the first one is sent, 0 to 1. */
  readonly share: number
  readonly unreachable: boolean
  /** By the photograph's key. */
  readonly refused: ReadonlyMap<string, Error>
}

export type PhotoQueue = ReturnType<typeof openPhotoQueue>

/** Sends photographs behind the scanner's back, one at a time, each until the server has it. */
export function openPhotoQueue(me: Scanner) {
  const state = observed<State>({ waiting: [], share: 0, unreachable: false, refused: new Map() })
  const arrivals = new Set<(scan: Schema['Scan']) => void>()
  const change = (part: Partial<State>): void => state.set({ ...state.get(), ...part })
  /** A photograph may still be on its way here when the scan that it shows is answered. */
  const numbers = new Map<string, Pick<Schema['Scan'], 'receiptId' | 'number'>>()
  const loaded = waitingPhotos()
    .catch(() => [])
    .then((kept) =>
      change({ waiting: [...kept.filter(({ by }) => by.id === me.id), ...state.get().waiting] }),
    )
  const remove = async (key: string): Promise<void> => {
    await forgetPhoto(key).catch(() => undefined)
    const refused = new Map(state.get().refused)
    refused.delete(key)
    change({ waiting: state.get().waiting.filter((one) => one.key !== key), refused })
  }

  const sendOne = async ({ key, receiptId, number, picture }: WaitingPhoto): Promise<void> => {
    change({ share: 0 })
    const scan = await upload<Schema['Scan']>(`/receipts/${receiptId}/scans/${number}/photos`, picture, {
      fileName: 'photo.jpg',
      key,
      onProgress: (share) => change({ share }),
    }).answer
    await remove(key)
    change({ unreachable: false })
    for (const listener of arrivals) listener(scan)
  }
  const sending = sender(async () => {
    for (;;) {
      const { waiting, refused } = state.get()
      const ready = waiting.find(({ key, number }) => number !== null && !refused.has(key))
      if (ready === undefined) return 'done'
      try {
        await sendOne(ready)
      } catch (error) {
        if (isForLater(error)) {
          change({ unreachable: error instanceof Unreachable })
          return 'later'
        }
        const problem = error instanceof ProblemError ? error : new Error(String(error))
        change({ refused: new Map([...state.get().refused, [ready.key, problem]]) })
      }
    }
  })

  return {
    state,
    onArrival: (listener: (scan: Schema['Scan']) => void): (() => void) => {
      arrivals.add(listener)
      return () => void arrivals.delete(listener)
    },
    /** `number` is null until the server has answered the scan. */
    add: async (
      shown: Pick<WaitingPhoto, 'receiptId' | 'scanKey' | 'number'>,
      picture: Blob,
    ): Promise<void> => {
      const smaller = await smallerPicture(picture)
      const photo = {
        ...shown,
        ...numbers.get(shown.scanKey),
        key: requestKey(),
        by: me,
        picture: smaller,
        at: Date.now(),
      }
      change({ waiting: [...state.get().waiting, photo] })
      // A device that keeps nothing sends it from memory.
      await keepPhoto(photo).catch(() => undefined)
      sending.wake()
    },
    /** The server has given a scan its number, in the receipt that took it. */
    numbered: async (
      scanKey: string,
      { receiptId, number }: Pick<Schema['Scan'], 'receiptId' | 'number'>,
    ) => {
      numbers.set(scanKey, { receiptId, number })
      await loaded
      for (const photo of state.get().waiting)
        if (photo.scanKey === scanKey) {
          const known = { ...photo, receiptId, number }
          change({ waiting: state.get().waiting.map((one) => (one.key === photo.key ? known : one)) })
          await keepPhoto(known).catch(() => undefined)
        }
      sending.wake()
    },
    again: (): void => {
      change({ refused: new Map() })
      sending.wake()
    },
    remove,
    /** The scan that they show will not be sent. */
    removeOf: (scanKey: string): void => {
      for (const photo of state.get().waiting) if (photo.scanKey === scanKey) void remove(photo.key)
    },
    start: (): (() => void) => {
      void loaded.then(sending.start)
      return sending.stop
    },
  }
}
