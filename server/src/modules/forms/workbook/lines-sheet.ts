import type { DataValidation, WriteSheet } from 'hucre/xlsx'
import { message } from '../../../messages/index.ts'
import { columnLetters } from '../rules/cells.ts'
import { type FieldType, lineFields, maxLines } from '../rules/fields.ts'
import { keyMark } from '../rules/marks.ts'
import { type Lists, numberFormat, type SheetCell, textCell, validationFor, valueCell } from './contents.ts'
import type { LineInput, TradeInFormInput } from './input.ts'
import { caseName, footer, linesOf, paperSize } from './pages.ts'
import { font, required, styles, valueStyle } from './styles.ts'

/** Title, hint, hidden keys, help, labels; the first line stands in row 6. */
const [titleRow, hintRow, keyRow, helpRow, labelRow, firstLine] = [0, 1, 2, 3, 4, 5]

/** The last column of the first printed page; the second page repeats row number and SKU beside the others. */
const lastOfFirstPage = lineFields.findIndex((field) => field.key === 'condition')

const alignments: { readonly [T in FieldType]?: 'center' | 'right' } = {
  integer: 'center',
  'yes-no': 'center',
  date: 'center',
  decimal: 'right',
}

/** The sheet with one line per device. */
export function linesSheet(input: TradeInFormInput, lists: Lists): WriteSheet {
  const { language } = input
  const cells = new Map<string, SheetCell>()
  // Not wrapped or merged: the text runs over the empty cells beside it, and merged cells would hinder sorting. It
  // starts behind the two columns that every printed page repeats, which say whose form it is.
  const title = `${message(language, 'forms', 'form.title')} · ${message(language, 'forms', 'sheet.lines')}`
  cells.set(`${titleRow},0`, textCell(caseName(input), styles.caseName))
  cells.set(`${titleRow},2`, textCell(title, styles.title))
  cells.set(`${hintRow},2`, textCell(message(language, 'forms', 'form.hint-lines'), styles.longHint))
  const dataValidations: DataValidation[] = []
  lineFields.forEach((field, column) => {
    const label = message(language, 'forms', `line.${field.key}`)
    cells.set(`${keyRow},${column}`, textCell(keyMark('line', field.key), styles.mark))
    cells.set(
      `${helpRow},${column}`,
      textCell(message(language, 'forms', `line.${field.key}.help`), styles.columnHelp),
    )
    cells.set(
      `${labelRow},${column}`,
      field.required === 'always' || field.key === 'quantity'
        ? {
            richText: [
              { text: label, font: { ...font, bold: true, color: { rgb: 'FFFFFF' } } },
              { text: ' *', font: { ...required, color: { rgb: 'FFC9C2' } } },
            ],
            style: styles.columnLabel,
          }
        : textCell(label, styles.columnLabel),
    )
    const letters = columnLetters(column)
    const validation = validationFor(
      field,
      `${letters}${firstLine + 1}:${letters}${firstLine + maxLines}`,
      lists,
    )
    if (validation !== null) dataValidations.push(validation)
  })
  const rowDefs = new Map([
    [titleRow, { height: 30 }],
    [hintRow, { height: 20 }],
    [keyRow, { height: 12, hidden: true }],
    [helpRow, { height: 36 }],
    [labelRow, { height: 34 }],
  ])
  const columnStyles = lineFields.map((field) =>
    valueStyle(numberFormat(field, language), {
      fixed: field.fixed === true,
      horizontal: alignments[field.type] ?? 'left',
    }),
  )
  withEmptyLines(input).forEach((line, index) => {
    let lineCount = 1
    lineFields.forEach((field, column) => {
      const style = columnStyles[column] ?? {}
      cells.set(`${firstLine + index},${column}`, valueCell(field, line[field.key], style, language))
      const content = line[field.key]
      if (typeof content === 'string') lineCount = Math.max(lineCount, linesOf(content, field.width ?? 10))
    })
    rowDefs.set(firstLine + index, { height: Math.min(120, Math.max(20, lineCount * 15 + 4)) })
  })
  return {
    name: message(language, 'forms', 'sheet.lines'),
    columns: lineFields.map(({ width = 12 }) => ({ width })),
    cells,
    rowDefs,
    dataValidations,
    freezePane: { rows: firstLine, columns: 2 },
    view: { showGridLines: false, tabColor: { rgb: 'C0392B' } },
    pageSetup: {
      paperSize: paperSize(input),
      orientation: 'landscape',
      // Not fitted to one page: 21 columns would print at a third of their size, and fitting ignores the page break.
      scale: 65,
      printTitlesRow: `$${helpRow + 1}:$${labelRow + 1}`,
      printTitlesColumn: '$A:$B',
      margins: { left: 0.35, right: 0.35, top: 0.45, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    colBreaks: [lastOfFirstPage],
    headerFooter: { oddFooter: footer(input) },
  }
}

/**
 * The given lines, then empty ones **without** a row number: a number stands for a registered device, and an invented
 * one would be taken for another device, or for none, when the form comes back.
 */
function withEmptyLines({ lines, emptyLines }: TradeInFormInput): readonly LineInput[] {
  const wanted = emptyLines ?? (lines.length === 0 ? 50 : 10)
  const room = Math.max(0, Math.min(wanted, maxLines - lines.length))
  return [...lines, ...Array.from({ length: room }, () => ({}))]
}
