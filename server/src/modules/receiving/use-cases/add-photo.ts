import { Readable } from 'node:stream'
import {
  drawPicture,
  type PictureRefused,
  type PictureSource,
} from '../../../platform/confined-worker/draw-picture.ts'
import { firstRow } from '../../../platform/database/pool.ts'
import type { StoreRefusal } from '../../../platform/files/file-store.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, requestDigest, runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import { receiptById, scanByNumber } from '../storage/receipts.ts'
import { type ScanView, viewOfScan } from '../view.ts'
import { receiptStream } from './receipts.ts'
import type { TakeInFact } from './take-in.ts'

export const MOST_PHOTO_BYTES = 15 * 1024 * 1024
/** HEIC is missing because nothing free decodes it; telephones send JPEG to whoever asks for JPEG. */
export const photoKinds = ['image/jpeg', 'image/png', 'image/webp'] as const satisfies PictureSource[]
const MOST_PHOTOS = 20
const WIDTH = 2_000

type PhotoRefusal =
  | PictureRefused
  | StoreRefusal
  | Refusal<'receipt-not-found'>
  | Refusal<'scan-not-found'>
  | Refusal<'too-many-photos', { limit: number }>

/** A photograph of what was scanned. It is drawn anew; what came in is thrown away, with the place it was taken at. */
export async function addPhoto(
  house: House<TakeInFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'may'>,
  { receiptId, number, file }: { receiptId: string; number: number; file: Readable },
  requestKey?: RequestKey,
): Promise<PhotoRefusal | Awaited<ReturnType<typeof runCommand<TakeInFact, ScanView, PhotoRefusal>>>> {
  const { db, files } = house
  const read = async () => {
    const receipt = await firstRow(db, receiptById, [scopeValue(caller.scope), receiptId])
    if (receipt === undefined) return { refused: 'receipt-not-found' as const }
    const scan = await firstRow(db, scanByNumber, [receiptId, number])
    if (scan === undefined) return { refused: 'scan-not-found' as const }
    if (scan.photos >= MOST_PHOTOS) return { refused: 'too-many-photos' as const, limit: MOST_PHOTOS }
    return { receipt, scan }
  }
  const before = await read()
  // A repeated request must reach its stored answer, also when its own photograph was the last one.
  if (isRefused(before) && before.refused !== 'too-many-photos') {
    file.resume()
    return before
  }
  const original = await files.receive(file, MOST_PHOTO_BYTES)
  if (isRefused(original)) return original
  const picture = await drawPicture({ source: original.path, accepts: photoKinds, width: WIDTH })
  await original.discard()
  if (isRefused(picture)) return picture
  const stored = await files.receive(Readable.from([Buffer.from(picture.jpeg)]), MOST_PHOTO_BYTES)
  if (isRefused(stored)) return stored
  const answer = await runCommand<TakeInFact, ScanView, PhotoRefusal>(house, {
    by: caller.by,
    requestKey: requestKey && {
      ...requestKey,
      request: requestDigest(requestKey.request, original.sha256),
    },
    decide: async () => {
      const found = await read()
      if (isRefused(found)) return found
      const { receipt, scan } = found
      const photo = scan.photos + 1
      await stored.keep()
      return {
        streams: [
          {
            stream: receiptStream(receipt.id, receipt.version, receipt.head),
            facts: [{ type: 'photo-added', receiptId, number, photo, file: stored.sha256 }],
          },
        ],
        reply: viewOfScan({ ...scan, photos: photo }, caller),
        status: 201,
      }
    },
  })
  // Nothing if it was kept.
  await stored.discard()
  return answer
}
