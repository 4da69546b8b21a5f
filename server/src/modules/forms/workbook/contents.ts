import type { Cell, CellStyle, DataValidation } from 'hucre/xlsx'
import { type MessageKey, message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'
import { columnLetters, serialDateOfDay } from '../rules/cells.ts'
import { type ChoiceSet, choiceSets, type Field } from '../rules/fields.ts'
import type { CellContent } from './input.ts'

export type SheetCell = Partial<Cell>

/**
 * Text goes into text cells of the format `@`: a spreadsheet program then neither computes `=cmd` nor drops leading
 * zeros, not even after somebody edits the cell, and nothing has to be put before the text that would be read back.
 */
export const textFormat = '@'

export const numberFormat = (field: Field, language: Language): string => {
  if (field.type === 'date') return language === 'de' ? 'dd.mm.yyyy' : 'yyyy-mm-dd'
  if (field.type === 'integer') return '0'
  if (field.type === 'decimal') return '#,##0.00#'
  return textFormat
}

const excelErrors = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

/** A text cell. hucre writes what looks like an error value as an error: as rich text it stays text. */
export function textCell(text: string, style: CellStyle): SheetCell {
  // An underscore that would start an escape such as _x0041_ is escaped itself (ECMA-376 part 1, 22.4.2.4).
  const safe = text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
  return excelErrors.test(text) ? { richText: [{ text: safe }], style } : { value: safe, style }
}

/** The cell for a value of the form, in words of the language where it is a choice. */
export function valueCell(
  field: Field,
  content: CellContent | undefined,
  style: CellStyle,
  language: Language,
): SheetCell {
  if (content === null || content === undefined || content === '') return { value: null, style }
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return Number.isFinite(Number(content))
        ? { value: Number(content), style }
        : textCell(String(content), style)
    case 'date':
      return { value: serialDateOfDay(String(content)), style }
    case 'yes-no':
      return { value: choiceWord('yesNo', content === true ? 'yes' : 'no', language), style }
    case 'choice':
      return { value: choiceWord(field.choices as ChoiceSet, String(content), language), style }
    default:
      return textCell(String(content), style)
  }
}

const choiceWord = (set: ChoiceSet, code: string, language: Language): string =>
  message(language, 'forms', `choice.${set}.${code}` as MessageKey<'forms'>)

/** Where on the hidden sheet each drop-down list stands; the SKUs come first, with their descriptions beside them. */
export interface Lists {
  readonly sheet: string
  readonly columns: readonly { readonly title: string; readonly values: readonly string[] }[]
  readonly range: (list: ChoiceSet | 'sku') => string
}

export function buildLists(
  language: Language,
  skus: readonly { readonly sku: string; readonly description: string }[],
): Lists {
  const sets = Object.keys(choiceSets) as ChoiceSet[]
  const columns = [
    { title: message(language, 'forms', 'lists.sku'), values: skus.map(({ sku }) => sku) },
    {
      title: message(language, 'forms', 'lists.description'),
      values: skus.map(({ description }) => description),
    },
    ...sets.map((set) => ({
      title: set,
      values: choiceSets[set].map((code) => choiceWord(set, code, language)),
    })),
  ]
  const sheet = message(language, 'forms', 'sheet.lists')
  return {
    sheet,
    columns,
    range: (list) => {
      const index = list === 'sku' ? 0 : sets.indexOf(list) + 2
      const letters = columnLetters(index)
      return `${sheet}!$${letters}$2:$${letters}$${Math.max(1, columns[index]?.values.length ?? 0) + 1}`
    },
  }
}

/** The help a spreadsheet program can give while filling in. The rules that count are those of the reader. */
export function validationFor(field: Field, range: string, lists: Lists): DataValidation | null {
  const list = (name: ChoiceSet | 'sku', strict: boolean): DataValidation => ({
    type: 'list',
    formula1: lists.range(name),
    allowBlank: true,
    showErrorMessage: true,
    // A SKU that came into the catalogue after the download must not be locked out.
    errorStyle: strict ? 'stop' : 'warning',
    range,
  })
  switch (field.type) {
    case 'sku':
      return list('sku', false)
    case 'yes-no':
      return list('yesNo', true)
    case 'choice':
      return list(field.choices as ChoiceSet, true)
    case 'integer':
      return {
        type: 'whole',
        operator: 'between',
        formula1: String(field.min ?? 0),
        formula2: String(field.max ?? 1_000_000),
        allowBlank: true,
        showErrorMessage: true,
        range,
      }
    default:
      return null
  }
}
