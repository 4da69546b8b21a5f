import { columnOf } from '../reader/workbook.ts'
import { attribute } from '../reader/xml-scan.ts'
import { columnLetters } from '../rules/cells.ts'
import type { CellStyles, Severity } from './cell-styles.ts'
import { escaped, type Tag, tagsOf, withAttribute } from './xml-edit.ts'

/** What to mark on a sheet: by row (1-based) and column (0-based). */
export type CellMarks = ReadonlyMap<number, ReadonlyMap<number, Severity>>

/** What stands after `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99): Excel refuses another order. */
const afterNotes = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
])

/**
 * A worksheet with cells marked by their fill; a cell that is not there yet is put in its place, in the style that its
 * row or column has. Marks of an earlier time are taken off. With `notes`, the relation that leads to their drawing.
 */
export function markCells(
  xml: string,
  marks: CellMarks,
  styles: CellStyles,
  notes: { readonly relation: string; readonly namespace: string } | null,
): string {
  const pieces: string[] = []
  let copied = 0
  const upTo = (position: number) => {
    pieces.push(xml.slice(copied, position))
    copied = position
  }
  const open = [...marks.keys()].sort((one, other) => one - other)
  const columnStyles: { min: number; max: number; style: number }[] = []
  let prefix = ''
  let depth = 0
  let inData = false
  let notesDone = notes === null
  let row: { number: number; style: number | null; column: number; wanted: [number, Severity][] } | null =
    null
  let rowNumber = 0

  const newCell = (number: number, column: number, severity: Severity, rowStyle: number | null): string => {
    const style =
      rowStyle ?? columnStyles.find(({ min, max }) => column + 1 >= min && column + 1 <= max)?.style ?? 0
    return `<${prefix}c r="${columnLetters(column)}${number}" s="${styles.marked(style, severity)}"/>`
  }
  const wantedIn = (number: number): [number, Severity][] =>
    [...(marks.get(number) ?? [])].sort(([one], [other]) => one - other)
  const cellsBefore = (column: number): string => {
    let cells = ''
    while (row !== null && row.wanted[0] !== undefined && row.wanted[0][0] < column) {
      const [at, severity] = row.wanted.shift() as [number, Severity]
      cells += newCell(row.number, at, severity, row.style)
    }
    return cells
  }
  const rowsBefore = (number: number): string => {
    let rows = ''
    while (open[0] !== undefined && open[0] < number) {
      const missing = open.shift() as number
      const cells = wantedIn(missing).map(([column, severity]) => newCell(missing, column, severity, null))
      rows += `<${prefix}row r="${missing}">${cells.join('')}</${prefix}row>`
    }
    return rows
  }
  const replace = (tag: Tag, text: string) => {
    upTo(tag.start)
    pieces.push(text)
    copied = tag.end
  }

  for (const tag of tagsOf(xml)) {
    const raw = () => xml.slice(tag.start, tag.end)
    const isOpening = tag.kind !== 'close'
    if (depth === 0 && isOpening) prefix = tag.prefix
    if (!notesDone && notes !== null && depth === 1 && !inData) {
      if ((isOpening && afterNotes.has(tag.name)) || tag.kind === 'close') {
        upTo(tag.start)
        pieces.push(
          `<${prefix}legacyDrawing xmlns:r="${escaped(notes.namespace)}" r:id="${escaped(notes.relation)}"/>`,
        )
        notesDone = true
      }
    }
    if (tag.name === 'col' && isOpening && !inData)
      columnStyles.push({
        min: Number(attribute(tag.attributes, 'min')),
        max: Number(attribute(tag.attributes, 'max')),
        style: Number(attribute(tag.attributes, 'style') ?? '0'),
      })
    else if (tag.name === 'sheetData' && depth === 1 && isOpening) {
      inData = tag.kind === 'open'
      if (tag.kind === 'empty' && open.length > 0)
        replace(tag, `${raw().replace(/\s*\/>$/, '>')}${rowsBefore(Infinity)}</${tag.prefix}sheetData>`)
    } else if (tag.name === 'sheetData' && tag.kind === 'close' && inData) {
      inData = false
      upTo(tag.start)
      pieces.push(rowsBefore(Infinity))
    } else if (inData && tag.name === 'row' && isOpening) {
      const named = Number(attribute(tag.attributes, 'r') ?? '')
      rowNumber = Number.isInteger(named) && named > 0 ? named : rowNumber + 1
      upTo(tag.start)
      pieces.push(rowsBefore(rowNumber))
      const styled = attribute(tag.attributes, 'customFormat') === '1' ? attribute(tag.attributes, 's') : null
      row = {
        number: rowNumber,
        style: styled === null ? null : Number(styled),
        column: -1,
        wanted: wantedIn(rowNumber),
      }
      if (open[0] === rowNumber) open.shift()
      if (tag.kind === 'empty') {
        const cells = cellsBefore(Infinity)
        if (cells !== '') replace(tag, `${raw().replace(/\s*\/>$/, '>')}${cells}</${tag.prefix}row>`)
        row = null
      }
    } else if (inData && tag.name === 'row') {
      upTo(tag.start)
      pieces.push(cellsBefore(Infinity))
      row = null
    } else if (row !== null && tag.name === 'c' && isOpening) {
      row.column = columnOf(attribute(tag.attributes, 'r')) ?? row.column + 1
      upTo(tag.start)
      pieces.push(cellsBefore(row.column))
      const before = Number(attribute(tag.attributes, 's') ?? '0')
      const wanted = row.wanted[0]?.[0] === row.column ? row.wanted.shift()?.[1] : undefined
      const plain = styles.unmarked(before)
      const after = wanted === undefined ? plain : styles.marked(plain, wanted)
      if (after !== before) replace(tag, withAttribute(raw(), 's', String(after)))
    }
    if (tag.kind === 'open') depth += 1
    else if (tag.kind === 'close') depth -= 1
  }
  upTo(xml.length)
  return pieces.join('')
}
