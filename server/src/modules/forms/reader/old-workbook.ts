import { readXls } from 'hucre/xlsx'
import type { Refusal } from '../../../values/refusal.ts'
import { asXlsx } from '../marking/as-xlsx.ts'
import { type Cell, serialDateOfDay } from '../rules/cells.ts'
import { sheetOfRows } from './rows-sheet.ts'
import { sniff } from './sniff.ts'
import type { Row } from './workbook.ts'

/**
 * An Excel workbook of before 2007 as one of today; any other file as it is. Made before everything else, because the
 * library answers later and all that follows answers at once. It hands over values without number formats: a serial in a
 * number cell is then taken with a warning where the format would have shown its zeros.
 */
export async function withoutOldFormat(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly wasOld: boolean } | Refusal<'macros' | 'old-workbook'>> {
  if (sniff(bytes) !== 'xls') return { bytes, wasOld: false }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // The storage of macros in a compound file ([MS-OVBA] 2.2.1), named in UTF-16.
  if (file.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) return { refused: 'macros' }
  try {
    const { sheets } = await readXls(bytes)
    return {
      bytes: asXlsx({
        path: '',
        sheets: sheets.map(({ name, rows }) => sheetOfRows(name, rows.map(rowOfValues))),
      }),
      wasOld: true,
    }
  } catch {
    // Older than Excel 97, locked or damaged: in each case the program that made it can save it anew.
    return { refused: 'old-workbook' }
  }
}

function rowOfValues(values: readonly unknown[], index: number): Row {
  const cells = new Map<number, Cell>()
  values.forEach((value, column) => {
    const cell = cellOf(value)
    if (cell !== null) cells.set(column, cell)
  })
  return { number: index + 1, hidden: false, cells }
}

function cellOf(value: unknown): Cell | null {
  const made = (kind: Cell['kind'], text: string, format = 'General'): Cell => ({
    kind,
    text,
    format,
    formula: 'none',
  })
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return made('number', String(serialDateOfDay(value.toISOString().slice(0, 10))), 'yyyy-mm-dd')
  if (typeof value === 'number') return made('number', String(value))
  if (typeof value === 'boolean') return made('boolean', value ? '1' : '0')
  return typeof value === 'string' && value !== '' ? made('text', value) : null
}
