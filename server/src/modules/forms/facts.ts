import type { OfOrder, UnitChange } from '../cases/index.ts'
import type { ColumnMapping } from './rules/column-mapping.ts'

export type FormFact =
  | (OfOrder & {
      readonly type: 'form-uploaded'
      readonly version: number
      /** SHA-256 of the file, its name in the file store. */
      readonly file: string
      readonly fileName: string
      readonly size: number
      /** `confirm-columns`: a list of one's own, whose columns nobody has confirmed yet. */
      readonly outcome: 'read' | 'read-with-problems' | 'confirm-columns'
      /** Errors that stand against applying it; warnings do not count. */
      readonly problems: number
      /** SHA-256 of what was read, kept beside the file. */
      readonly readingDigest: string
      /** Of a corrected list: how its forerunner in this case was read, and so it was. */
      readonly mapping?: ColumnMapping
      readonly signature?: string
    })
  | (OfOrder & {
      readonly type: 'form-columns-confirmed'
      readonly version: number
      readonly mapping: ColumnMapping
      /** Shape of the headings, SHA-256 in hexadecimal; null for a list without any. */
      readonly signature: string | null
      readonly outcome: 'read' | 'read-with-problems' | 'confirm-columns'
      readonly problems: number
      readonly readingDigest: string
    })
  | (OfOrder & {
      readonly type: 'form-applied'
      readonly version: number
      readonly changes: readonly UnitChange[]
    })
