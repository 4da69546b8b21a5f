import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core'
import { type DocumentRefusal, MOST_PAGES, type SignedDocument } from './signed-document.ts'

/** A scanned or printed and signed form: pages, and nothing that runs, hides or must be unlocked. */
export async function inspectPdf(bytes: Uint8Array): Promise<SignedDocument | DocumentRefusal> {
  if (!endsAsPdf(bytes)) return { refused: 'pdf-truncated' }
  try {
    return await inspected(bytes)
  } catch {
    // Kinds of encryption that the library does not know look like damage to it.
    return { refused: Buffer.from(bytes).includes('/Encrypt') ? 'pdf-encrypted' : 'pdf-damaged' }
  }
}

async function inspected(bytes: Uint8Array): Promise<SignedDocument | DocumentRefusal> {
  // Strict: what is guessed of a damaged file may be another document than the signatory saw, and guessing can go on
  // without end (one wrong byte in a dictionary filled all memory).
  const pdf = await PDF.load(bytes, { lenient: false })
  // Encrypted with an empty password, as some scanners do, it would open, but neither be searched nor sealed later.
  if (pdf.isEncrypted) return { refused: 'pdf-encrypted' }
  const pages = pdf.getPageCount()
  if (pages === 0) return { refused: 'pdf-without-pages' }
  if (pages > MOST_PAGES) return { refused: 'too-many-pages', pages, limit: MOST_PAGES }
  return activeContent(pdf) ?? { mediaType: 'application/pdf', pages }
}

/** ISO 32000-2, 7.5.5: the last line is %%EOF. What gateways append behind it is let pass. */
function endsAsPdf(bytes: Uint8Array): boolean {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-1024))
  return /startxref\s+\d+\s+%%EOF/.test(tail)
}

/** Actions that leave the document or change it (ISO 32000-2, 12.6.4); going to a page or opening a link do neither. */
const actions = new Set([
  'Launch',
  'SubmitForm',
  'ImportData',
  'ResetForm',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
])
const embedding = new Set(['FileAttachment', 'RichMedia', 'Screen', '3D', 'Movie', 'Sound'])

/** Looks at every object that can be reached from the catalogue; whatever a reader runs or opens hangs there. */
function activeContent(pdf: PDF): DocumentRefusal | null {
  const seen = new Set<string>()
  const open: PdfObject[] = [pdf.context.catalog.getDict()]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof PdfRef) {
      const name = object.toString()
      if (seen.has(name)) continue
      seen.add(name)
      const target = pdf.context.resolve(object)
      if (target !== null) open.push(target)
    } else if (object instanceof PdfArray) {
      for (const item of object) open.push(item)
    } else if (object instanceof PdfDict) {
      const found = activeIn(object, (ref) => pdf.context.resolve(ref))
      if (found !== null) return found
      for (const [, value] of object) open.push(value)
    }
  }
  return null
}

function activeIn(dict: PdfDict, resolve: (ref: PdfRef) => PdfObject | null): DocumentRefusal | null {
  const named = (key: string) => {
    const value = dict.get(key, resolve)
    return value instanceof PdfName ? value.value : ''
  }
  // A font or an image may be called /JS or /EF in a page's resources: only a script is text, only a file has a name.
  const script = dict.get('JS', resolve)
  const action = named('S')
  if (action === 'JavaScript' || script instanceof PdfString || script instanceof PdfStream)
    return { refused: 'pdf-with-javascript' }
  // A form written in XML, which carries scripts of its own.
  if (dict.has('XFA')) return { refused: 'pdf-with-javascript' }
  if (actions.has(action)) return { refused: 'pdf-with-action', action }
  if (
    (dict.has('EF') && (dict.has('F') || dict.has('UF'))) ||
    dict.has('EmbeddedFiles') ||
    embedding.has(named('Subtype'))
  )
    return { refused: 'pdf-with-embedded-files' }
  return null
}
