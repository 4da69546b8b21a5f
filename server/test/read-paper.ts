/** Reads a PDF as a person and a scanner do: the text of each page, a picture of it, and the codes found in the picture. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export type ReadPage = {
  /** Every run of white space is one blank. */
  readonly text: string
  /** In points. */
  readonly width: number
  readonly height: number
  readonly codes: readonly ReadCode[]
  readonly picture: Picture
}
export type ReadCode = {
  readonly format: string
  readonly text: string
  /** Length of its top edge on paper. */
  readonly millimetres: number
}
/** Four bytes a pixel; what matters is black and white, so the order of colours does not. */
export type Picture = { readonly data: Uint8Array; readonly width: number; readonly height: number }

prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
    ).buffer,
  },
})

/** @param dpi 200, what an office scanner does; codes are read from the picture */
export async function readPaper(pdf: Uint8Array, dpi = 200): Promise<ReadPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    const pages: ReadPage[] = []
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      // Before the picture, for rendering closes the page.
      const text = page.getText().replace(/\s+/g, ' ')
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' })
      const picture = { data: Uint8Array.from(data), width, height }
      pages.push({
        text,
        width: originalWidth,
        height: originalHeight,
        codes: await codesIn(picture, dpi),
        picture,
      })
    }
    return pages
  } finally {
    document.destroy()
    library.destroy()
  }
}

async function codesIn(picture: Picture, dpi: number): Promise<ReadCode[]> {
  const image = { ...picture, data: new Uint8ClampedArray(picture.data), colorSpace: 'srgb' }
  const found = await readBarcodes(image as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode', 'Code128'],
  })
  return found.map(({ format, text, position: { topLeft, topRight } }) => ({
    format,
    text,
    millimetres: (Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / dpi) * 25.4,
  }))
}

/** Is this strip of a page blank? Millimetres from the upper left corner. */
export function isBlank(
  { picture, width }: ReadPage,
  x: number,
  y: number,
  wide: number,
  high: number,
): boolean {
  const pixels = (millimetres: number) => Math.round((millimetres * picture.width * 72) / width / 25.4)
  for (let row = pixels(y); row < Math.min(picture.height, pixels(y + high)); row += 1)
    for (let column = pixels(x); column < Math.min(picture.width, pixels(x + wide)); column += 1)
      if (picture.data[(row * picture.width + column) * 4]! < 200) return false
  return true
}
