import { type DocumentRefusal, MOST_MEGAPIXELS, type SignedDocument } from './signed-document.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda

/**
 * Walks the markers of a JPEG (ISO/IEC 10918-1, annex B) from its start to its end without decoding a pixel: the frame
 * header tells the size, a missing end that it was cut off. Own code, because a decoder would be the bomb's target and
 * libraries that only read the size do not look for the end. What follows the end stays unread: telephones append
 * previews there.
 */
export function inspectJpeg(bytes: Uint8Array): SignedDocument | DocumentRefusal {
  let frame: { width: number; height: number } | null = null
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return { refused: 'jpeg-damaged' }
    while (bytes[at] === 0xff) at += 1
    const marker = bytes[at]
    at += 1
    if (marker === undefined) break
    if (marker === EOI) return frame === null ? { refused: 'jpeg-damaged' } : measured(frame)
    if (marker === SOI || marker < 0xc0 || isRestart(marker)) return { refused: 'jpeg-damaged' }
    const high = bytes[at]
    const low = bytes[at + 1]
    if (high === undefined || low === undefined) break
    const length = high * 256 + low
    if (length < 2) return { refused: 'jpeg-damaged' }
    if (isFrameHeader(marker)) {
      if (frame !== null || length < 8 || at + 7 > bytes.length) return { refused: 'jpeg-damaged' }
      frame = { height: bytes[at + 3]! * 256 + bytes[at + 4]!, width: bytes[at + 5]! * 256 + bytes[at + 6]! }
      if (frame.width === 0 || frame.height === 0) return { refused: 'jpeg-damaged' }
    }
    at += length
    if (marker === SOS) at = endOfScan(bytes, at)
  }
  return { refused: 'jpeg-truncated' }
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
/** SOF0 to SOF15 without DHT, JPG and DAC, which stand between them. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Compressed data ends at the first marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return bytes.length
}

function measured({ width, height }: { width: number; height: number }): SignedDocument | DocumentRefusal {
  return width * height > MOST_MEGAPIXELS * 1_000_000
    ? { refused: 'too-many-pixels', width, height, megapixels: MOST_MEGAPIXELS }
    : { mediaType: 'image/jpeg', width, height }
}
