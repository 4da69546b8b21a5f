import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { inspectJpeg } from './inspect-jpeg.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { type DocumentRefusal, MOST_MEGABYTES, type SignedDocument } from './signed-document.ts'

/**
 * Is this file a signed document, PDF or JPEG? Its content decides; a name is not even asked for, so that a JPEG
 * called .pdf is a JPEG and a program called .pdf is nothing. Whether somebody signed it is for people to see.
 *
 * Reads what a stranger sent: call `acceptInWorker`, not this, from a server.
 */
export async function acceptSignedDocument(bytes: Uint8Array): Promise<SignedDocument | DocumentRefusal> {
  if (bytes.length === 0) return { refused: 'empty-file' }
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) return tooLarge(bytes.length)
  if (beginsWith(bytes, '%PDF-')) return inspectPdf(bytes)
  if (beginsWith(bytes, '\xff\xd8\xff')) return inspectJpeg(bytes)
  return { refused: 'not-pdf-or-jpeg', found: await mediaTypeOf(bytes) }
}

/** The same for a file on disk, whose bytes then never pass through the server. */
export async function acceptFile(path: string): Promise<SignedDocument | DocumentRefusal> {
  const { size } = await stat(path)
  return size > MOST_MEGABYTES * MEGABYTE ? tooLarge(size) : acceptSignedDocument(await readFile(path))
}

const MEGABYTE = 1024 * 1024
const tooLarge = (size: number): DocumentRefusal => ({
  refused: 'document-too-large',
  megabytes: Math.ceil(size / MEGABYTE),
  limit: MOST_MEGABYTES,
})

/**
 * At the very start. Readers search the first 1,024 bytes for a PDF's header, and so a file can be a web page to one
 * program and a PDF to another; no scanner writes such a file.
 */
const beginsWith = (bytes: Uint8Array, magic: string) =>
  [...magic].every((character, index) => bytes[index] === character.charCodeAt(0))

async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)\b/i.test(start)) return 'text/html'
  return (await fileTypeFromBuffer(bytes))?.mime ?? null
}
