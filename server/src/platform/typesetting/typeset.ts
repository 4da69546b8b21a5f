import { isRefused } from '../../values/refusal.ts'
import { runConfined } from '../confined-worker/run-confined.ts'
import type { Layout, Order } from './typst.ts'

/**
 * PDF by typst. A template is a file of server/assets/typst; what it shows arrives as data and never as source, so a
 * customer's `#panic()` is printed and not executed. Templates read no file outside of their own folder, and only our
 * fonts are used (house.typ turns fallback off).
 *
 * Equal template and data give equal bytes; a template dates its document from the data, never from the clock.
 *
 * In a process of its own: 500 lines take 0.3 s that would hold up every request, and typst's documents lie outside
 * of what V8 counts, 70 MB each, so that a long-lived server only grew.
 */
const limits = { seconds: 120, megabytes: 1536 }

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
  const { pdf } = await layout({ template, data, pdfStandard, want: 'pdf' })
  if (pdf === undefined) throw new Error(`${template}: no document`)
  return pdf
}

/** How many pages the same call of `typeset` gives, for papers that print a code per page. */
export async function countPages(template: string, data: unknown): Promise<number> {
  const { pages } = await layout({ template, data, want: 'pages' })
  return pages
}

async function layout(input: Order): Promise<Layout> {
  const module = new URL('./typst.ts', import.meta.url)
  const answer = await runConfined<Layout>({ module, exportName: 'layOut', input, limits })
  if (isRefused(answer)) throw new Error(`${input.template}: ${JSON.stringify(answer)}`)
  return answer
}
