import type { CellCode, Finding } from './findings.ts'

/** What a cell was taken for, and what is to be said of it. */
export type CellNote = Omit<Finding, 'sheet' | 'cell' | 'code'> & { readonly code: CellCode }
export interface Interpreted {
  readonly value: string | number | boolean | null
  readonly notes: readonly CellNote[]
  /** Serials that share one cell; `value` is then null. */
  readonly several?: readonly string[]
}
