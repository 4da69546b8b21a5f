import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * PDF by typst. A template is a file of server/assets/typst; what it shows arrives as JSON in `sys.inputs`, never as
 * typst source, so a customer's `#panic()` is printed and not executed. Templates read no file outside of their own
 * folder, and only our fonts are used (house.typ turns fallback off).
 *
 * Equal template and data give equal bytes; a template dates its document from the data, never from the clock.
 */
const assets = fileURLToPath(new URL('../../../assets/', import.meta.url))
const templates = join(assets, 'typst')
const fonts = join(assets, 'fonts')

/** Made on first use: 60 ms and some 50 MB that a command without papers should not pay. */
let shared: NodeCompiler | undefined
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: templates,
    fontArgs: [
      {
        fontBlobs: readdirSync(fonts)
          .filter((name) => name.endsWith('.ttf'))
          .map((name) => readFileSync(join(fonts, name))),
      },
    ],
  })
  return shared
}

export type TypesetOptions = {
  /**
   * 'a-2b' and the like. Left out for papers that are printed: a PDF/A with one character that our fonts lack (a name
   * in kanji) is an error, while a plain PDF shows a box in its place.
   */
  readonly pdfStandard?: string
}

/** @param template file name in server/assets/typst, such as `certificate.typ` */
export async function typeset(
  template: string,
  data: unknown,
  { pdfStandard }: TypesetOptions = {},
): Promise<Uint8Array> {
  return laidOut(template, data, (document) =>
    compiler().pdf(document, pdfStandard === undefined ? {} : { pdfStandard }),
  )
}

/** How many pages the same call of `typeset` gives, for papers that print a code per page. */
export async function countPages(template: string, data: unknown): Promise<number> {
  return laidOut(template, data, (document) => document.numOfPages)
}

function laidOut<T>(template: string, data: unknown, use: (document: NodeTypstDocument) => T): T {
  const result = compiler().compile({
    mainFilePath: join(templates, template),
    inputs: { data: JSON.stringify(data, (_key, value) => (typeof value === 'string' ? printable(value) : value)) },
  })
  const { result: document } = result
  if (document === null) throw new Error(`${template}: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`)
  const used = use(document)
  // typst remembers every intermediate result; what three documents did not ask for again is let go.
  compiler().evictCache(3)
  return used
}

/** Control characters have no shape, and direction overrides can make a paper show another text than it holds. */
const printable = (text: string): string =>
  text.replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '').normalize('NFC')

