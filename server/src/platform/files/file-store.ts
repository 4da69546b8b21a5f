/**
 * Files by their content: the name is the SHA-256 of the bytes. The same file is stored once, nothing is overwritten,
 * and what is read back can be proved to be what was handed in.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Refusal } from '../../values/refusal.ts'

/** A file that came in and is not kept yet: it is looked at first, and what is refused leaves nothing behind. */
export interface ReceivedFile {
  readonly sha256: string
  readonly size: number
  readonly path: string
  /** Moves it to its place, once; safe from a power cut when this resolves. */
  keep(): Promise<void>
  discard(): Promise<void>
  /** Sets it aside where `read` never looks, for the operator to see what it was. */
  quarantine(): Promise<void>
}
export type StoreRefusal =
  | Refusal<'upload-too-large', { maxBytes: number }>
  | Refusal<'storage-full'>
  | Refusal<'infected', { virus: string }>
  | Refusal<'scanner-unavailable'>

export interface FileStore {
  /** Streams to disk while hashing. A refusal or a broken stream leaves nothing behind. */
  receive(source: Readable, maxBytes: number): Promise<ReceivedFile | StoreRefusal>
  read(sha256: string): Readable
  /** Removes what was received before `before` and never kept: a process that died left it. */
  sweep(before: number): Promise<void>
}

export function localFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const incoming = join(folder, 'incoming')
  const quarantined = join(folder, 'quarantine')
  return {
    read: (sha256) => createReadStream(pathOf(sha256)),
    async receive(source, maxBytes) {
      const waiting = join(incoming, randomUUID())
      await mkdir(incoming, { recursive: true })
      const discard = () => rm(waiting, { force: true })
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
      } catch (error) {
        await discard()
        if (error instanceof TooLarge) return { refused: 'upload-too-large', maxBytes }
        if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return { refused: 'storage-full' }
        throw error
      }
      const sha256 = hash.digest('hex')
      let kept = false
      return {
        sha256,
        size,
        path: waiting,
        discard,
        async quarantine() {
          await mkdir(quarantined, { recursive: true, mode: 0o700 })
          await rename(waiting, join(quarantined, sha256))
        },
        async keep() {
          if (kept) return
          const path = pathOf(sha256)
          const made = await mkdir(dirname(path), { recursive: true })
          await rename(waiting, path)
          await syncFolder(dirname(path))
          if (made !== undefined) await syncFolder(folder)
          kept = true
        },
      }
    },
    async sweep(before) {
      for (const name of await readdir(incoming).catch(() => [])) {
        const path = join(incoming, name)
        const found = await stat(path).catch(() => undefined)
        if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true })
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
