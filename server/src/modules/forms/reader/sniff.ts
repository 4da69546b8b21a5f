import type { FileFormat } from '../rules/reading.ts'
import { decodedText, encodingOf } from './text-encoding.ts'

/**
 * What a file is, by its first bytes; a name ends in .xlsx because somebody typed it. `archive` is any ZIP: only its
 * parts tell a workbook from a document.
 */
export function sniff(bytes: Uint8Array): FileFormat | 'archive' | 'empty' | null {
  if (bytes.length === 0) return 'empty'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const latin = head.toString('latin1')
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((start) => latin.startsWith(start))) return 'archive'
  for (const [start, format] of signatures) if (latin.startsWith(start)) return format
  if (latin.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFile(bytes)
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf'
  const text = encodingOf(head).startsWith('utf-16') ? decodedText(head) : latin.replace(/^\xef\xbb\xbf/, '')
  if (/^\s*(<!doctype html|<html|<table|<head|<body)/i.test(text)) return 'html'
  if (/^\s*<\?xml/.test(text)) return /<html/i.test(text) ? 'html' : 'xml'
  // Control characters other than tab, line ends and form feed do not occur in a text or a CSV file.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x00-\x08\x0b\x0e-\x1f]/.test(text) ? null : 'text'
}

const signatures: readonly (readonly [string, FileFormat])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF8', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['{\\rtf', 'rtf'],
]

/**
 * OLE compound files hold both Excel 97 workbooks and password-protected .xlsx ([MS-OFFCRYPTO] 2.3.4.4): the stream
 * names in the directory, UTF-16, tell which.
 */
function compoundFile(bytes: Uint8Array): FileFormat {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('Workbook') || holds('Book\0') ? 'xls' : 'ole'
}
