import type { Refusal } from '../../../values/refusal.ts'
import type { RefusalCode } from '../rules/findings.ts'
import type { FileFormat } from '../rules/reading.ts'
import { attribute, scanXml } from './xml-scan.ts'
import type { Archive } from './zip-guard.ts'

export type PartRefusal = Refusal<
  Extract<
    RefusalCode,
    | 'wrong-format'
    | 'binary-workbook'
    | 'macros'
    | 'active-content'
    | 'embedded-object'
    | 'external-links'
    | 'encrypted'
    | 'damaged'
  >,
  { readonly part?: string }
>

/** What kind of document an archive holds, by its main part. */
export function archiveFormat(archive: Archive): FileFormat {
  const types = contentTypes(archive)
  if (
    types.some(
      (type) => type.includes('ms-excel.sheet.macroEnabled') || type.includes('template.macroEnabled'),
    )
  )
    return 'xlsm'
  if (types.some((type) => type.includes('ms-excel.sheet.binary'))) return 'xlsb'
  if (types.some((type) => type.includes('spreadsheetml'))) return 'xlsx'
  if (types.some((type) => type.includes('wordprocessingml'))) return 'docx'
  if (types.some((type) => type.includes('presentationml'))) return 'pptx'
  // OpenDocument: the manifest names the type of the whole under `/` (ODF 1.3 part 2, 4.3). Templates are documents too.
  return manifestOf(archive).some(
    ({ path, type }) => path === '/' && /opendocument\.spreadsheet(-template)?$/.test(type),
  )
    ? 'ods'
    : 'zip'
}

interface ManifestEntry {
  readonly path: string
  readonly type: string
  readonly encrypted: boolean
}
function manifestOf(archive: Archive): readonly ManifestEntry[] {
  const part = archive.part('META-INF/manifest.xml')
  const entries: { path: string; type: string; encrypted: boolean }[] = []
  if (part === undefined) return entries
  scanXml(part, {
    open: (name, attributes) => {
      const last = entries.at(-1)
      if (name === 'encryption-data' && last !== undefined) last.encrypted = true
      if (name !== 'file-entry') return
      entries.push({
        path: attribute(attributes, 'full-path') ?? '',
        type: attribute(attributes, 'media-type') ?? '',
        encrypted: false,
      })
    },
  })
  return entries
}

function contentTypes(archive: Archive): readonly string[] {
  const part = archive.part('[Content_Types].xml')
  const types: string[] = []
  if (part !== undefined)
    scanXml(part, {
      open: (name, attributes) => {
        if (name === 'Override' || name === 'Default') types.push(attribute(attributes, 'ContentType') ?? '')
      },
    })
  return types
}

/** A form has no use for any of these, and each can run or fetch something when a person opens the file later. */
const forbidden: readonly (readonly [PartRefusal['refused'], RegExp])[] = [
  ['macros', /vba|macro|dialogsheet/i],
  ['active-content', /activex|ctrlprops|customui|webextension|userforms/i],
  ['embedded-object', /embeddings?\/|oleobject|\.(exe|dll|bat|cmd|js|vbs|jar|scr|lnk)$/i],
  ['external-links', /externallink|querytable|\/connections\.xml|\/model\//i],
]

/** Names and content types are both asked: a macro part may be called anything, and its type then says what it is. */
export function refuseForbiddenParts(archive: Archive, format: FileFormat = 'xlsx'): PartRefusal | null {
  if (format === 'ods') return refuseInOpenDocument(archive)
  for (const [code, pattern] of forbidden) {
    const part = archive.names.find((name) => pattern.test(`/${name}`))
    if (part !== undefined) return { refused: code, part }
  }
  const types = contentTypes(archive)
  for (const [code, pattern] of forbidden) {
    const type = types.find((one) => pattern.test(one))
    if (type !== undefined) return { refused: code, part: type }
  }
  return null
}

/** Packages of scripts, objects that are no chart, and in the content what runs or fetches when somebody opens it. */
function refuseInOpenDocument(archive: Archive): PartRefusal | null {
  const manifest = manifestOf(archive)
  const locked = manifest.find(({ encrypted }) => encrypted)
  if (locked !== undefined) return { refused: 'encrypted', part: locked.path }
  // LibreOffice writes the list of an empty library into files that never held a macro.
  const script = archive.names.find((name) => /^(Basic\/[^/]+\/(?!script-l[bc]\.xml)|Scripts\/.)/i.test(name))
  if (script !== undefined) return { refused: 'macros', part: script }
  const object = manifest.find(
    ({ path, type }) => /^Object [^/]+\/?$/.test(path) && !/opendocument\.chart/.test(type),
  )
  if (object !== undefined) return { refused: 'embedded-object', part: object.path }
  return refuseInContent(archive.part('content.xml'))
}

const forbiddenElements: Readonly<Record<string, PartRefusal['refused']>> = {
  'event-listener': 'active-content',
  'table-source': 'external-links',
  'cell-range-source': 'external-links',
  'dde-source': 'external-links',
  'database-source-sql': 'external-links',
  'database-source-query': 'external-links',
  'database-source-table': 'external-links',
}
export function refuseInContent(content: Uint8Array | undefined): PartRefusal | null {
  let found: PartRefusal | null = null
  if (content !== undefined)
    scanXml(content, {
      open: (name) => {
        const code = forbiddenElements[name]
        if (code === undefined) return true
        found = { refused: code, part: name }
        return false
      },
    })
  return found
}
