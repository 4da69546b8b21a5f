import type { DataValidation, WriteSheet } from 'hucre/xlsx'
import { message } from '../../../messages/index.ts'
import { formVersion, headerFields, headerGroups } from '../rules/fields.ts'
import { keyMark } from '../rules/marks.ts'
import { type Lists, numberFormat, type SheetCell, textCell, validationFor, valueCell } from './contents.ts'
import type { TradeInFormInput } from './input.ts'
import { footer, linesOf, paperSize } from './pages.ts'
import { font, required, styles, valueStyle } from './styles.ts'

/** Column A holds the hidden key of each row, B the label, C the value, D what to write there. */
const widths = [4, 36, 46, 52]

/** The sheet for everything that is said once: case, parties, pickup, freight, declarations. One printed page. */
export function headerSheet(input: TradeInFormInput, lists: Lists): WriteSheet {
  const { language } = input
  const cells = new Map<string, SheetCell>()
  const rowDefs = new Map<number, { height: number }>()
  const dataValidations: DataValidation[] = []
  const merges: NonNullable<WriteSheet['merges']> = []
  let row = 0
  const across = (cell: SheetCell, height: number): void => {
    for (let column = 1; column < 4; column += 1)
      cells.set(`${row},${column}`, column === 1 ? cell : { value: null, style: cell.style ?? {} })
    merges.push({ startRow: row, startCol: 1, endRow: row, endCol: 3 })
    rowDefs.set(row, { height })
    row += 1
  }
  across(textCell(message(language, 'forms', 'form.title'), styles.title), 32)
  across(
    textCell(
      message(language, 'forms', 'form.subject', { programme: input.programme.name }),
      styles.subtitle,
    ),
    18,
  )
  const hint = message(language, 'forms', 'form.hint-header', {
    lines: message(language, 'forms', 'sheet.lines'),
    instructions: message(language, 'forms', 'sheet.instructions'),
  })
  across(textCell(hint, styles.hint), 32)
  const values = {
    ...input.header,
    formVersion,
    programme: `${input.programme.name} (${input.programme.version})`,
    case: input.caseNumber,
  }
  for (const group of headerGroups) {
    across(textCell(message(language, 'forms', `group.${group}`), styles.group), 22)
    for (const field of headerFields.filter((one) => one.group === group)) {
      const label = message(language, 'forms', `header.${field.key}`)
      const help = message(language, 'forms', `header.${field.key}.help`)
      const style = valueStyle(numberFormat(field, language), { fixed: field.fixed === true })
      cells.set(`${row},0`, textCell(keyMark('header', field.key), styles.mark))
      cells.set(
        `${row},1`,
        field.required === 'always'
          ? {
              richText: [
                { text: label, font },
                { text: ' *', font: required },
              ],
              style: styles.label,
            }
          : textCell(label, styles.label),
      )
      cells.set(`${row},2`, valueCell(field, values[field.key], style, language))
      cells.set(`${row},3`, textCell(help, styles.help))
      const validation = validationFor(field, `C${row + 1}`, lists)
      if (validation !== null) dataValidations.push(validation)
      // Heights are ours to give: what wraps is cut off otherwise, since nothing computes them before Excel does.
      const needed = Math.max(
        linesOf(label, widths[1] ?? 0) * 15,
        linesOf(help, (widths[3] ?? 0) * 1.15) * 12.5,
        linesOf(String(values[field.key] ?? ''), widths[2] ?? 0) * 15,
      )
      rowDefs.set(row, { height: Math.max(19, needed + 4) })
      row += 1
    }
  }
  return {
    name: message(language, 'forms', 'sheet.header'),
    columns: widths.map((width, column) => ({ width, hidden: column === 0 })),
    cells,
    rowDefs,
    merges,
    dataValidations,
    view: { showGridLines: false, tabColor: { rgb: '1D4E6B' } },
    freezePane: { rows: 3 },
    pageSetup: {
      paperSize: paperSize(input),
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.65, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer(input) },
  }
}
