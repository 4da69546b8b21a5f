/**
 * Bar codes out of pictures, by zxing-cpp as WebAssembly: as good as what the browsers bring along, and there in all of
 * them. A megabyte, so only loaded by whoever opens a camera.
 */
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import program from 'zxing-wasm/reader/zxing_reader.wasm?url'

// The package would fetch its program from somebody else's server, which our policy forbids.
prepareZXingModule({ overrides: { locateFile: () => program } })

const options: ReaderOptions = {
  // What stands on network equipment and on our own papers: every further kind is one more way to misread.
  formats: ['Code128', 'Code39', 'DataMatrix', 'QRCode'],
  tryHarder: true,
  maxNumberOfSymbols: 1,
}

/** The first code in a picture, null when there is none. */
export async function codeIn(picture: ImageData | Blob): Promise<string | null> {
  const [found] = await readBarcodes(picture, options)
  return found?.isValid ? found.text.trim() || null : null
}
