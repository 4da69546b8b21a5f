/**
 * Pictures of strangers' pictures. A browser decodes images and PDFs with the same code that attackers study, and a
 * photograph says where it was taken; what we hand out to be looked at is therefore drawn anew, pixel by pixel, in a
 * confined process: no byte of the original, no metadata, a known format and a known size.
 *
 * JPEG and not PNG: a scanned A4 page of 2,000 px is 0.4 MB instead of 5.
 */
import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp, { type Sharp } from 'sharp'
import type { Refusal } from '../../values/refusal.ts'
import { type ConfinementRefusal, runConfined } from './run-confined.ts'

export interface PictureTask {
  /** Bytes, or a path that is opened inside the confined process. */
  readonly source: Uint8Array | string
  readonly accepts: readonly PictureSource[]
  /** Of the result; smaller pictures are not enlarged, pages of a PDF are drawn so wide. */
  readonly width: number
  /** 1-based; only a PDF has more than one. */
  readonly page?: number
}
export type PictureSource = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp'
export interface Picture {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}
export type PictureRefused =
  | ConfinementRefusal
  | Refusal<'picture-kind', { accepted: readonly string[] }>
  | Refusal<'picture-damaged'>
  | Refusal<'page-not-found', { pages: number }>
  | Refusal<'too-many-pixels', { width: number; height: number; megapixels: number }>

/** Telephones take 50 megapixels; a file of 1 MB can declare 4,000. */
const MOST_MEGAPIXELS = 60
const MOST_WIDTH = 2_000
/** A drawn page is never higher than this, however long the paper says it is. */
const MOST_HEIGHT = 4_000
/** A stamp of a page is not blown up to a poster. */
const MOST_SCALE = 6

/** The picture, drawn in a process of its own. A progressive JPEG of 48 megapixels takes 0.9 s and 150 MB. */
export const drawPicture = (task: PictureTask): Promise<Picture | PictureRefused> =>
  runConfined<Picture | PictureRefused>({
    module: new URL('./draw-picture.ts', import.meta.url),
    exportName: 'drawHere',
    input: task,
    limits: { seconds: 15, megabytes: 512 },
  })

/** Inside the confined process. */
export async function drawHere({
  source,
  accepts,
  width,
  page = 1,
}: PictureTask): Promise<Picture | PictureRefused> {
  const bytes = typeof source === 'string' ? await readFile(source) : source
  const kind = kindOf(bytes)
  if (kind === null || !accepts.includes(kind)) return { refused: 'picture-kind', accepted: accepts }
  const widest = Math.min(width, MOST_WIDTH)
  if (kind === 'application/pdf') return drawPage(bytes, page, widest)
  return page === 1 ? drawImage(bytes, widest) : { refused: 'page-not-found', pages: 1 }
}

/** By content. sharp itself would open many more kinds, some of which (SVG) name files and addresses of their own. */
function kindOf(bytes: Uint8Array): PictureSource | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12)).toString('latin1')
  if (start.startsWith('%PDF-')) return 'application/pdf'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  return /^RIFF.{4}WEBP$/s.test(start) ? 'image/webp' : null
}

async function drawImage(bytes: Uint8Array, widest: number): Promise<Picture | PictureRefused> {
  sharp.cache(false)
  sharp.concurrency(1)
  const open = () =>
    sharp(bytes, { limitInputPixels: MOST_MEGAPIXELS * 1_000_000, sequentialRead: true, failOn: 'error' })
  try {
    // Only the header; the limit holds here too, so that it is asked without one.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_MEGAPIXELS * 1_000_000)
      return { refused: 'too-many-pixels', width, height, megapixels: MOST_MEGAPIXELS }
    // Upright as the telephone was held, which its metadata tells: they are not kept.
    return await asJpeg(
      open()
        .autoOrient()
        .resize({ width: widest, height: MOST_HEIGHT, fit: 'inside', withoutEnlargement: true }),
    )
  } catch {
    return { refused: 'picture-damaged' }
  }
}

async function drawPage(bytes: Uint8Array, number: number, width: number): Promise<Picture | PictureRefused> {
  // A new one for each document: what a hostile file does to its memory ends with it.
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(Uint8Array.from(bytes))
    const pages = document.getPageCount()
    if (number > pages) return { refused: 'page-not-found', pages }
    const page = document.getPage(number - 1)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(
      MOST_SCALE,
      width / Math.max(1, originalWidth),
      MOST_HEIGHT / Math.max(1, originalHeight),
    )
    const drawn = await page.render({ scale, render: 'bitmap' })
    const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
    return await asJpeg(sharp(drawn.data, { raw }))
  } catch {
    return { refused: 'picture-damaged' }
  } finally {
    library.destroy()
  }
}

async function asJpeg(picture: Sharp): Promise<Picture> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: Uint8Array.from(data), width: info.width, height: info.height }
}

/** The stored bytes of a file, for a process that cannot open it by its path: the store may be anywhere. */
export async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
