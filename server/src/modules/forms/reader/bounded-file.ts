import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Refusal } from '../../../values/refusal.ts'
import { maxFileBytes } from './read-form.ts'

export type FileRefusal =
  | Refusal<'not-found' | 'not-a-file' | 'not-readable'>
  | Refusal<'too-large', { readonly size: number }>

/**
 * A file's bytes, or why not. Opened without waiting, because opening a pipe that nobody writes to never returns; only
 * plain files are read, and never more than the limit, whatever size the file says it has.
 */
export async function readBoundedFile(path: string): Promise<Uint8Array | FileRefusal> {
  try {
    // Windows has no such flag, and no pipes among its paths.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return { refused: 'not-a-file' }
      if (stat.size > maxFileBytes) return { refused: 'too-large', size: stat.size }
      const buffer = Buffer.allocUnsafeSlow(stat.size)
      let length = 0
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      return buffer.subarray(0, length)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { refused: 'not-found' }
    return { refused: code === 'EISDIR' || code === 'ENXIO' ? 'not-a-file' : 'not-readable' }
  }
}
