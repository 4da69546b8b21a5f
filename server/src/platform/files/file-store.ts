/**
 * Files by their content: the name is the SHA-256 of the bytes. The same file is stored once, nothing is overwritten,
 * and what is read back can be proved to be what was handed in.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Refusal } from '../../values/refusal.ts'

export interface StoredFile {
  readonly sha256: string
  readonly size: number
  readonly path: string
}
export type StoreRefusal = Refusal<'upload-too-large', { maxBytes: number }> | Refusal<'storage-full'>

export interface FileStore {
  /** Streams to disk while hashing. A refusal or a broken stream leaves nothing behind. */
  store(source: Readable, maxBytes: number): Promise<StoredFile | StoreRefusal>
  path(sha256: string): string
  read(sha256: string): Readable
  size(sha256: string): Promise<number>
}

export function localFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    path: pathOf,
    read: (sha256) => createReadStream(pathOf(sha256)),
    size: async (sha256) => (await stat(pathOf(sha256))).size,
    async store(source, maxBytes) {
      const waiting = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(waiting), { recursive: true })
      const hash = createHash('sha256')
      let size = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          if (size > maxBytes) return done(new TooLarge())
          hash.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(source, measure, createWriteStream(waiting, { flags: 'wx', flush: true }))
        const sha256 = hash.digest('hex')
        const path = pathOf(sha256)
        await mkdir(dirname(path), { recursive: true })
        await rename(waiting, path)
        await syncFolder(dirname(path))
        return { sha256, size, path }
      } catch (error) {
        await rm(waiting, { force: true })
        if (error instanceof TooLarge) return { refused: 'upload-too-large', maxBytes }
        if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return { refused: 'storage-full' }
        throw error
      }
    },
  }
}

class TooLarge extends Error {}

/** A rename is only safe from a power cut once its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
