import { address } from '../rules/cells.ts'
import { problemsMark } from '../rules/marks.ts'
import type { CellStyles } from './cell-styles.ts'
import type { Mark, MarkWords } from './mark.ts'
import { escaped } from './xml-edit.ts'

/** Hidden mark; severity, sheet, cell, found, expected, text. */
const widths = [2, 12, 18, 10, 30, 34, 70]

/** The sheet that lists everything that is wrong. Text cells only: what was found is never computed. */
export function problemSheet(
  marks: readonly Mark[],
  words: MarkWords,
  styles: CellStyles | null,
  namespace: string,
): string {
  const cell = (column: number, row: number, text: string, style: number | undefined): string =>
    `<c r="${address(column, row)}" t="inlineStr"${style === undefined ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const row = (number: number, texts: readonly string[], style: number | undefined): string =>
    `<row r="${number}">${texts
      .flatMap((text, column) => (text === '' ? [] : [cell(column, number, text, style)]))
      .join('')}</row>`
  const wrapped = styles?.wrapped()
  const rows = [
    row(1, [problemsMark, words.title], undefined),
    row(2, ['', marks.length === 0 ? words.none : words.hint], undefined),
    row(4, ['', ...words.columns], styles?.heading()),
    ...marks.map(({ severity, sheet, cell: place, found, expected, text }, index) =>
      row(
        5 + index,
        ['', words[severity], sheet ?? '', place ?? '', found ?? '', expected ?? '', text],
        styles === null ? undefined : wrapped,
      ),
    ),
  ]
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${index === 0 ? ' hidden="1"' : ''}/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`
}
