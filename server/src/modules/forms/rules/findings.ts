import type { ChoiceSet } from './fields.ts'

/** What the rules find wrong, as data. Words are put to it in the reader's language by reader/problems.ts. */
export type CellCode =
  | 'required'
  | 'still-missing'
  | 'too-long'
  | 'unknown-choice'
  | 'not-an-integer'
  | 'not-a-number'
  | 'ambiguous-number'
  | 'out-of-range'
  | 'not-a-day'
  | 'day-from-number'
  | 'day-in-future'
  | 'not-an-email'
  | 'unknown-country'
  | 'unknown-currency'
  | 'unknown-sku'
  | 'malformed-sku'
  | 'sku-from-part-number'
  | 'sku-ambiguous'
  | 'serial-from-number'
  | 'serial-scientific'
  | 'serial-digits-lost'
  | 'serial-not-whole'
  | 'serial-malformed'
  | 'serial-placeholder'
  | 'serial-foreign-letters'
  | 'serial-range'
  | 'serial-several'
  | 'serial-split'
  | 'serial-count'
  | 'serial-duplicate'
  | 'serial-lookalike'
  | 'serial-with-quantity'
  | 'quantity-assumed'
  | 'row-duplicate'
  | 'formula'
  | 'formula-without-value'
  | 'cell-error'
  | 'declaration-denied'
  | 'wrong-case'

export type SheetCode =
  | 'hidden-rows'
  | 'unknown-column'
  | 'missing-column'
  | 'duplicate-column'
  | 'header-sheet-missing'
  | 'template-missing'
  | 'column-renamed'
  | 'columns-unconfirmed'
  | 'header-absent'
  | 'lines-not-owed'
  | 'too-many-problems'

/** Why a whole file is refused: nothing of it was taken. */
export type RefusalCode =
  | 'not-found'
  | 'not-a-file'
  | 'not-readable'
  | 'empty-file'
  | 'too-large'
  | 'wrong-format'
  | 'old-workbook'
  | 'binary-workbook'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'unsupported-archive'
  | 'deceptive-archive'
  | 'too-many-parts'
  | 'inflates-too-large'
  | 'macros'
  | 'active-content'
  | 'embedded-object'
  | 'external-links'
  | 'not-a-trade-in-form'
  | 'lines-sheet-missing'
  | 'columns-not-there'
  | 'template-version'
  | 'too-many-lines'
  | 'reader-failed'
  | 'too-slow'
  | 'too-much-memory'

export type Expected =
  | { readonly kind: 'choice'; readonly set: ChoiceSet }
  | {
      readonly kind:
        | 'filled'
        | 'day'
        | 'past-day'
        | 'number'
        | 'range'
        | 'length'
        | 'email'
        | 'country'
        | 'currency'
        | 'currency-code'
        | 'catalogue-sku'
        | 'near-sku'
        | 'sku'
        | 'serial'
        | 'serial-as-text'
        | 'serial-unique'
        | 'serials-listed'
        | 'serial-one'
        | 'serial-count'
        | 'columns-confirmed'
        | 'quantity-one'
        | 'row-unique'
        | 'value'
        | 'yes'
        | 'same-case'
        | 'lines'
        | 'column-once'
        | 'column'
        | 'shown-rows'
        | 'version'
        | 'size'
      readonly values?: Readonly<Record<string, string | number>>
    }

export interface Finding {
  readonly code: CellCode | SheetCode | RefusalCode
  readonly severity: 'error' | 'warning'
  readonly sheet?: string
  /** Such as `F17`. */
  readonly cell?: string
  /** The field concerned, `header.orderDate` or `line.serial`: its label stands in the message. */
  readonly field?: string
  readonly found?: string | null
  readonly expected?: Expected
  readonly values?: Readonly<Record<string, string | number>>
}
