import type { Severity } from './cell-styles.ts'

export interface Mark {
  readonly severity: Severity
  readonly sheet: string | null
  readonly cell: string | null
  readonly found: string | null
  readonly expected: string | null
  readonly text: string
}
/** In the language of whoever downloads the file. */
export interface MarkWords {
  readonly sheetName: string
  readonly title: string
  readonly hint: string
  readonly none: string
  /** Severity, sheet, cell, found, expected, text. */
  readonly columns: readonly string[]
  readonly error: string
  readonly warning: string
}
