import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { RefusalCode } from '../rules/findings.ts'
import type { FileFormat } from '../rules/reading.ts'
import { chassisWorkbook } from './chassis/chassis-workbook.ts'
import { readChassisOutput } from './chassis/read-output.ts'
import { openCsv } from './csv.ts'
import { archiveFormat, refuseForbiddenParts, refuseInContent } from './forbidden-parts.ts'
import { openOds, readOds } from './ods.ts'
import { sniff } from './sniff.ts'
import { decodedText } from './text-encoding.ts'
import { openWorkbook, type Workbook } from './workbook.ts'
import { openArchive } from './zip-guard.ts'

export interface OpenedFile {
  readonly format: FileFormat
  readonly workbook: Workbook
}
export type NotOpened = Refusal<
  RefusalCode,
  { readonly format: FileFormat | null; readonly part?: string | undefined; readonly found?: string }
>

/** Whatever holds a table, as sheets of cells; told by its content. Everything that reads a form's file starts here. */
export function openFile(bytes: Uint8Array): OpenedFile | NotOpened {
  const kind = sniff(bytes)
  switch (kind) {
    case 'empty':
      return { refused: 'empty-file', format: null }
    case 'encrypted':
      return { refused: 'encrypted', format: kind }
    case 'xls':
    case 'ole':
      return { refused: 'old-workbook', format: kind }
    case 'archive':
      return openPacked(bytes)
    case 'text':
    case 'xml':
      return openText(bytes, kind)
    default:
      return { refused: 'wrong-format', format: kind, found: kind ?? '?' }
  }
}

function openPacked(bytes: Uint8Array): OpenedFile | NotOpened {
  const archive = openArchive(bytes)
  if (isRefused(archive)) return { ...archive, format: 'zip' }
  const format = archiveFormat(archive)
  if (format === 'xlsm') return { refused: 'macros', format }
  if (format === 'xlsb') return { refused: 'binary-workbook', format }
  if (format !== 'xlsx' && format !== 'ods') return { refused: 'wrong-format', format, found: format }
  const forbidden = refuseForbiddenParts(archive, format)
  if (forbidden !== null) return { ...forbidden, format }
  const workbook = format === 'xlsx' ? openWorkbook(archive) : openOds(archive)
  return isRefused(workbook) ? { ...workbook, format } : { format, workbook }
}

function openText(bytes: Uint8Array, kind: 'text' | 'xml'): OpenedFile | NotOpened {
  const text = decodedText(bytes)
  const inventory = readChassisOutput(text)
  if (inventory !== null) return { format: 'show-chassis-hardware', workbook: chassisWorkbook(inventory) }
  if (kind === 'xml') {
    // The same document as .ods, in one file; it has no parts that could hold anything else.
    const flat = /<office:document\s[^>]*opendocument\.spreadsheet/.test(text.slice(0, 8192))
    if (!flat) return { refused: 'wrong-format', format: kind, found: kind }
    const forbidden = refuseInContent(bytes)
    if (forbidden !== null) return { ...forbidden, format: 'ods' }
    const workbook = readOds([bytes])
    return isRefused(workbook) ? { ...workbook, format: 'ods' } : { format: 'ods', workbook }
  }
  const workbook = openCsv(text)
  return isRefused(workbook) ? { ...workbook, format: 'csv' } : { format: 'csv', workbook }
}
