import { writeXlsx } from 'hucre/xlsx'
import { message } from '../../../messages/index.ts'
import { buildLists } from './contents.ts'
import { identitySheet, instructionsSheet, listsSheet } from './further-sheets.ts'
import { headerSheet } from './header-sheet.ts'
import type { TradeInFormInput } from './input.ts'
import { linesSheet } from './lines-sheet.ts'
import { font } from './styles.ts'

/**
 * The trade-in form as a workbook (.xlsx), blank or filled in as far as we know the answers, in one language. What it
 * holds is rules/fields.ts; what comes back is read by `readTradeInForm`.
 */
export function writeTradeInForm(input: TradeInFormInput): Promise<Uint8Array> {
  const lists = buildLists(input.language, input.skus)
  return writeXlsx({
    sheets: [
      headerSheet(input, lists),
      linesSheet(input, lists),
      instructionsSheet(input),
      listsSheet(lists),
      identitySheet(input),
    ],
    defaultFont: font,
    properties: { title: message(input.language, 'forms', 'form.title'), creator: input.programme.name },
  })
}
