import { crc32, inflateRawSync } from 'node:zlib'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { RefusalCode } from '../rules/findings.ts'

/**
 * The only way into a stranger's ZIP. Every entry is inflated here against a budget and held against its declared size
 * and checksum before anything is parsed, and only the XML parts are kept. Own reading of the directory, because the
 * libraries read what is usual and leave out what an attacker varies: double names, entries that overlap, a local
 * header that says something else than the directory (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
 *
 * The budgets: a form of 10,000 full lines inflates to 9 MB, with rich formatting of another program to 30 MB.
 */
const maxEntries = 1_000
const maxEntryBytes = 48 * 1024 * 1024
const maxTotalBytes = 64 * 1024 * 1024

export interface Archive {
  readonly names: readonly string[]
  /** The inflated bytes of a part that was to be kept; undefined for what is absent. Names are compared as they are. */
  readonly part: (name: string) => Uint8Array | undefined
}
export type ArchiveRefusal = Refusal<
  Extract<
    RefusalCode,
    | 'truncated'
    | 'damaged'
    | 'encrypted'
    | 'unsupported-archive'
    | 'deceptive-archive'
    | 'too-many-parts'
    | 'inflates-too-large'
  >,
  { readonly part?: string }
>

interface Entry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly compressed: number
  readonly size: number
  readonly header: number
}

const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/** @param keep which parts are wanted later; all are inflated and checked, whether kept or not */
export function openArchive(bytes: Uint8Array, keep = isXml): Archive | ArchiveRefusal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = readDirectory(file)
  if (isRefused(entries)) return entries
  const parts = new Map<string, Uint8Array>()
  let total = 0
  let end = 0
  for (const entry of [...entries].sort((one, other) => one.header - other.header)) {
    const data = locate(file, entry, end)
    if (isRefused(data)) return data
    end = data.end
    total += entry.size
    if (entry.size > maxEntryBytes || total > maxTotalBytes)
      return { refused: 'inflates-too-large', part: entry.name }
    const content = inflate(data.bytes, entry)
    if (isRefused(content)) return content
    if (keep(entry.name)) parts.set(entry.name, content)
    if (!isXml(entry.name) && content.toString('latin1', 0, 4) === 'PK\x03\x04')
      return { refused: 'deceptive-archive', part: entry.name }
  }
  return { names: entries.map((entry) => entry.name), part: (name) => parts.get(name) }
}

function readDirectory(file: Buffer): readonly Entry[] | ArchiveRefusal {
  const end = findEnd(file)
  if (end === null) return { refused: 'truncated' }
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const start = file.readUInt32LE(end + 16)
  const disks = file.readUInt16LE(end + 4) + file.readUInt16LE(end + 6)
  if (disks !== 0 || count === 0xffff || start === 0xffffffff) return { refused: 'unsupported-archive' }
  if (count > maxEntries) return { refused: 'too-many-parts' }
  if (start + size > end) return { refused: 'damaged' }
  const entries: Entry[] = []
  const seen = new Set<string>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) return { refused: 'damaged' }
    const flags = file.readUInt16LE(at + 8)
    const nameLength = file.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if (next > end) return { refused: 'damaged' }
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    // Office compares part names without regard to case (ECMA-376 part 2, 7.3.1): two that differ so are a trick.
    if (seen.has(name.toLowerCase()) || isTrick(name)) return { refused: 'deceptive-archive', part: name }
    seen.add(name.toLowerCase())
    if ((flags & 0x41) !== 0) return { refused: 'encrypted', part: name }
    const entry: Entry = {
      name,
      method: file.readUInt16LE(at + 10),
      checksum: file.readUInt32LE(at + 16),
      compressed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      header: file.readUInt32LE(at + 42),
    }
    if (entry.size === 0xffffffff || entry.compressed === 0xffffffff || entry.header === 0xffffffff)
      return { refused: 'unsupported-archive', part: name }
    entries.push(entry)
    at = next
  }
  return entries
}

/** The end record stands within the last 64 KB, and its comment must reach exactly to the end of the file. */
function findEnd(file: Buffer): number | null {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1)
    if (file.readUInt32LE(at) === 0x06054b50 && at + 22 + file.readUInt16LE(at + 20) === file.length)
      return at
  return null
}

const isTrick = (name: string): boolean =>
  name === '' ||
  name.startsWith('/') ||
  name.includes('\\') ||
  name.includes('\0') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').some((step) => step === '..' || step === '.')

/** Where an entry's data lies: after a local header that agrees with the directory, and after the entry before. */
function locate(
  file: Buffer,
  entry: Entry,
  earliest: number,
): { readonly bytes: Buffer; readonly end: number } | ArchiveRefusal {
  const at = entry.header
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50)
    return { refused: 'damaged', part: entry.name }
  const nameLength = file.readUInt16LE(at + 26)
  const start = at + 30 + nameLength + file.readUInt16LE(at + 28)
  const end = start + entry.compressed
  if (end > file.length) return { refused: 'damaged', part: entry.name }
  const sameName = file.toString('utf8', at + 30, at + 30 + nameLength) === entry.name
  if (at < earliest || !sameName || file.readUInt16LE(at + 8) !== entry.method)
    return { refused: 'deceptive-archive', part: entry.name }
  return { bytes: file.subarray(start, end), end }
}

function inflate(data: Buffer, entry: Entry): Buffer | ArchiveRefusal {
  if (entry.method !== 0 && entry.method !== 8) return { refused: 'unsupported-archive', part: entry.name }
  let content: Buffer
  try {
    // One byte of room past the declared size: a part that inflates further lies about itself and stops here.
    content = entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { refused: code === 'ERR_BUFFER_TOO_LARGE' ? 'inflates-too-large' : 'damaged', part: entry.name }
  }
  if (content.length > entry.size) return { refused: 'inflates-too-large', part: entry.name }
  if (content.length !== entry.size || crc32(content) !== entry.checksum)
    return { refused: 'damaged', part: entry.name }
  return content
}
