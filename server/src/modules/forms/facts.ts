import type { OfOrder, UnitChange } from '../cases/index.ts'

export type FormFact =
  | (OfOrder & {
      readonly type: 'form-uploaded'
      readonly version: number
      /** SHA-256 of the file, its name in the file store. */
      readonly file: string
      readonly fileName: string
      readonly size: number
      readonly outcome: 'read' | 'read-with-problems'
      /** Errors that stand against applying it; warnings do not count. */
      readonly problems: number
      /** SHA-256 of what was read, kept beside the file. */
      readonly readingDigest: string
    })
  | (OfOrder & {
      readonly type: 'form-applied'
      readonly version: number
      readonly changes: readonly UnitChange[]
    })
