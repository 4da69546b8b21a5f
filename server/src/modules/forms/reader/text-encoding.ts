/**
 * The text of a file that carries no word about its encoding. UTF-8 is tried before Windows-1252, because text of the
 * latter is almost never valid UTF-8 by chance, and every sequence of bytes is valid Windows-1252. UTF-16 is known by
 * its mark or, without one, by the zero bytes that every Latin letter has in it.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 2048)
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  // Of a table in Latin script nearly every second byte is zero, and the others never are.
  if (head.length >= 8 && even + odd > head.length / 4) {
    if (even === 0) return 'utf-16le'
    if (odd === 0) return 'utf-16be'
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The whole text without a byte order mark. */
export const decodedText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
