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
  // OpenDocument: a part `mimetype` first, and the content in content.xml (ODF 1.3 part 2, 3.3).
  return archive.names[0] === 'mimetype' && archive.names.includes('content.xml') ? 'ods' : 'zip'
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
export function refuseForbiddenParts(archive: Archive): PartRefusal | null {
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
