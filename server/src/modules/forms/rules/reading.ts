import type { SuggestedColumns } from './column-mapping.ts'
import type { HeaderValues, LineKey, LineValues } from './fields.ts'
import type { Finding } from './findings.ts'

/** What a file is, told by its content; the name and extension are never asked. */
export type FileFormat =
  | 'xlsx'
  | 'xlsm'
  | 'xlsb'
  | 'xls'
  | 'ole'
  | 'encrypted'
  | 'ods'
  | 'docx'
  | 'pptx'
  | 'zip'
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'tiff'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'text'
  | 'csv'
  /** Output of that command of Junos, as text or XML. */
  | 'show-chassis-hardware'

export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  readonly cell: string | null
  readonly found: string | null
  readonly expected: string | null
  readonly message: string
}

export type FormLine = LineValues & {
  /** 1-based row of the sheet that the line stands in. */
  readonly sheetRow: number
}

/** The identity that the writer leaves in every form, on a sheet people do not see. */
export interface FormTemplate {
  readonly id: string
  readonly version: string
  readonly language: string
  readonly caseNumber: string | null
}

/**
 * The answer to any file whatever. `read`: no problems at all; `read-with-problems`: header and lines hold what could
 * be read; `confirm-columns`: somebody's own list, which is read once a person has said that `columns` are right;
 * `refused`: nothing was taken, `problems` holds the one reason.
 */
export interface FormReading {
  readonly outcome: 'read' | 'read-with-problems' | 'confirm-columns' | 'refused'
  readonly format: FileFormat | null
  readonly template: FormTemplate | null
  readonly header: Partial<HeaderValues>
  readonly lines: readonly FormLine[]
  readonly problems: readonly Problem[]
  /** The same problems as data, in the same order: somebody with another language reads them in that one. */
  readonly findings?: readonly StoredFinding[]
  /** The sheet of the lines and its columns (`F`), so that what only the case can show finds its cell. */
  readonly place?: LinesPlace
  /** Of a list that is not our form: which column was taken for what, and why. */
  readonly columns?: SuggestedColumns
}

/** What the reader found, or what the case said of a line. */
export type StoredFinding = Finding | CaseFinding
export interface CaseFinding {
  readonly refused: string
  readonly sheetRow: number | null
  readonly [data: string]: unknown
}
export interface LinesPlace {
  readonly sheet: string
  readonly columns: { readonly [K in LineKey]?: string }
}
