import type { Cell } from '../rules/cells.ts'
import type { Row, Sheet } from './workbook.ts'

/** A sheet whose rows lie in memory: of formats that are read in one go, and of those that have no sheets at all. */
export const sheetOfRows = (name: string, rows: readonly Row[], hidden = false): Sheet => ({
  name,
  path: '',
  hidden,
  read: (emit) => (rows.every((row) => emit(row)) ? 'whole' : 'stopped'),
})

const textCell = (text: string): Cell => ({ kind: 'text', text, format: 'General', formula: 'none' })

/** The cells of a row from their texts; blank ones are left out. */
export const rowOfTexts = (number: number, texts: readonly (string | null)[], hidden = false): Row => ({
  number,
  hidden,
  cells: new Map(
    texts.flatMap((text, column) =>
      text === null || text === '' ? [] : [[column, textCell(text)] as const],
    ),
  ),
})

/**
 * Cells that one file may bring, repeated ones counted each time: a form of 10,000 full lines has 210,000, an inventory
 * of as many lines and 60 columns 600,000, and so many take 90 MB.
 */
export const mostCells = 600_000
