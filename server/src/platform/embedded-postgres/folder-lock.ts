/**
 * One program per folder, by a lock of the kernel: it ends with the process that holds it, however that ends, so no
 * stale lock has to be recognised. Node has no flock, but the lock belongs to the open file, not to the process that
 * asked for it: flock(1) gets our file, locks it and goes, and the lock stays ours. It also holds between containers
 * that share the folder, where process numbers mean nothing.
 *
 * Rejected: a file with our process number (numbers come round again; breaking a stale one is a race).
 */
import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FolderInUse } from './refusals.ts'

/** open(2) flags that lock while opening: macOS's O_EXLOCK, and what libuv makes of it on Windows. */
const LOCKING: Readonly<Record<string, number>> = {
  darwin: 0x20 | constants.O_NONBLOCK,
  win32: 0x1000_0000,
}

/** Holds `folder` until the returned handle is closed or this process ends. */
export async function lockFolder(folder: string): Promise<FileHandle | FolderInUse> {
  const path = join(folder, 'lock')
  const file = await lockedFile(path)
  if (file === undefined) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    return { refused: 'database-folder-in-use', folder, pid: holder > 0 ? holder : null }
  }
  await file.truncate()
  await file.write(String(process.pid), 0)
  return file
}

async function lockedFile(path: string): Promise<FileHandle | undefined> {
  const flags = constants.O_RDWR | constants.O_CREAT
  const locking = LOCKING[process.platform]
  if (locking !== undefined) {
    return await open(path, flags | locking, 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EAGAIN' || error.code === 'EBUSY') return undefined
      throw error
    })
  }
  const file = await open(path, flags, 0o600)
  const flock = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file.fd] })
  if (flock.status === 0) return file
  await file.close()
  if (flock.error) throw flock.error
  return undefined
}
