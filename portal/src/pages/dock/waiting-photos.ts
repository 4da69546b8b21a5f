/** Photographs that the server does not have yet, kept on this device: IndexedDB, since localStorage holds only text. */
import type { Scanner } from './waiting-scans.ts'

export interface WaitingPhoto {
  readonly key: string
  readonly receiptId: string
  readonly by: Scanner
  /** The scan it shows, by the key that it was sent with … */
  readonly scanKey: string
  /** … and by its number, as soon as the server has given it one. */
  readonly number: number | null
  readonly picture: Blob
  readonly at: number
}

const STORE = 'photos'
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('tmip.dock', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => {
      opened = undefined
      reject(request.error ?? new Error('no place to keep photographs'))
    }
  })
  return opened
}

async function run<T>(mode: IDBTransactionMode, ask: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode)
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore(STORE))
    // Only a completed transaction is on the disk.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('photograph not kept'))
  })
}

export const keepPhoto = (photo: WaitingPhoto): Promise<unknown> =>
  run('readwrite', (photos) => photos.put(photo))
export const forgetPhoto = (key: string): Promise<unknown> => run('readwrite', (photos) => photos.delete(key))
export const waitingPhotos = async (): Promise<WaitingPhoto[]> =>
  (await run<WaitingPhoto[]>('readonly', (photos) => photos.getAll())).toSorted(
    (one, other) => one.at - other.at,
  )
