import type { Language } from '../../../values/language.ts'
import type { HeaderKey, LineKey } from '../rules/fields.ts'

/** Days as `YYYY-MM-DD`, choices as codes, yes/no as boolean, decimals as `"12.5"` or a number: as FormReading has them. */
export type CellContent = string | number | boolean | null
export type LineInput = { readonly [K in LineKey]?: CellContent }

export interface TradeInFormInput {
  readonly language: Language
  readonly programme: { readonly id: string; readonly version: string; readonly name: string }
  /** null for a blank form that belongs to no case yet. */
  readonly caseNumber: string | null
  readonly header: { readonly [K in HeaderKey]?: CellContent }
  readonly lines: readonly LineInput[]
  /** The drop-down list. */
  readonly skus: readonly { readonly sku: string; readonly description: string }[]
  /** Empty lines after the given ones; 50 on a form without lines, otherwise 10. */
  readonly emptyLines?: number
}
