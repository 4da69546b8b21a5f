/** The inside of `typeset`, in a process of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type Order = {
  readonly template: string
  readonly data: unknown
  readonly pdfStandard?: string | undefined
  readonly want: 'pages' | 'pdf'
}
export type Layout = { readonly pages: number; readonly pdf?: Uint8Array }

const assets = fileURLToPath(new URL('../../../assets/', import.meta.url))
const templates = join(assets, 'typst')
const fonts = join(assets, 'fonts')

const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [
    {
      fontBlobs: readdirSync(fonts)
        .filter((name) => name.endsWith('.ttf'))
        .map((name) => readFileSync(join(fonts, name))),
    },
  ],
})

export function layOut({ template, data, pdfStandard, want }: Order): Layout {
  const compiled = compiler.compile({
    mainFilePath: join(templates, template),
    inputs: {
      data: JSON.stringify(data, (_key, value) => (typeof value === 'string' ? printable(value) : value)),
    },
  })
  const { result: document } = compiled
  if (document === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  const pages = document.numOfPages
  const answer =
    want === 'pages'
      ? { pages }
      : {
          pages,
          pdf: Uint8Array.from(compiler.pdf(document, pdfStandard === undefined ? {} : { pdfStandard })),
        }
  // typst remembers every intermediate result; what the last document did not ask for again is let go.
  compiler.evictCache(1)
  return answer
}

/** Control characters have no shape, and direction overrides can make a paper show another text than it holds. */
const printable = (text: string): string =>
  text.replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '').normalize('NFC')
