import type { WriteSheet } from 'hucre/xlsx'
import { message } from '../../../messages/index.ts'
import { formVersion, templateId } from '../rules/fields.ts'
import { identityMark } from '../rules/marks.ts'
import { type Lists, type SheetCell, textCell, textFormat } from './contents.ts'
import type { TradeInFormInput } from './input.ts'
import { footer, linesOf, paperSize } from './pages.ts'
import { styles } from './styles.ts'

const steps = [1, 2, 3, 4, 5, 6, 7] as const
const textWidth = 92

export function instructionsSheet(input: TradeInFormInput): WriteSheet {
  const { language } = input
  const names = {
    header: message(language, 'forms', 'sheet.header'),
    lines: message(language, 'forms', 'sheet.lines'),
  }
  const cells = new Map<string, SheetCell>([
    ['0,0', textCell(message(language, 'forms', 'sheet.instructions'), styles.title)],
  ])
  const rowDefs = new Map([[0, { height: 32 }]])
  steps.forEach((step, index) => {
    const row = 2 + index * 2
    const text = message(language, 'forms', `instruction.${step}.text`, names)
    cells.set(`${row},0`, { value: step, style: styles.stepNumber })
    cells.set(`${row},1`, textCell(message(language, 'forms', `instruction.${step}.title`), styles.stepTitle))
    cells.set(`${row + 1},1`, textCell(text, styles.stepText))
    rowDefs.set(row, { height: 22 })
    rowDefs.set(row + 1, { height: linesOf(text, textWidth) * 15 + 10 })
  })
  return {
    name: message(language, 'forms', 'sheet.instructions'),
    columns: [{ width: 5 }, { width: textWidth }],
    cells,
    rowDefs,
    view: { showGridLines: false },
    pageSetup: {
      paperSize: paperSize(input),
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.6, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer(input) },
  }
}

/** The drop-down lists. Hidden, not very hidden: who wants to look a SKU up may show it. */
export function listsSheet({ sheet, columns }: Lists): WriteSheet {
  const cells = new Map<string, SheetCell>()
  columns.forEach(({ title, values }, column) => {
    cells.set(`0,${column}`, textCell(title, styles.label))
    values.forEach((value, index) => {
      cells.set(`${index + 1},${column}`, textCell(value, { numFmt: textFormat }))
    })
  })
  return { name: sheet, columns: columns.map(() => ({ width: 24 })), cells, hidden: true }
}

/** What the form is and whom it belongs to, for the reader. */
export function identitySheet({ language, programme, caseNumber }: TradeInFormInput): WriteSheet {
  const entries = [
    ['template', templateId],
    ['version', formVersion],
    ['language', language],
    ['case', caseNumber ?? ''],
    ['programme', programme.id],
    ['programme-version', programme.version],
  ] as const
  const cells = new Map<string, SheetCell>([['0,0', textCell(identityMark, { numFmt: textFormat })]])
  entries.forEach(([key, value], index) => {
    cells.set(`${index + 1},0`, textCell(key, { numFmt: textFormat }))
    cells.set(`${index + 1},1`, textCell(value, { numFmt: textFormat }))
  })
  return { name: 'tmip', cells, veryHidden: true }
}
