import { type LineKey, lineFields } from './fields.ts'

/**
 * What a column of somebody's own list can be taken for: the fields of a line but its row number, which only our form
 * has, and the assembly part number, which leads to a SKU.
 */
export type MappedField = Exclude<LineKey, 'row'> | 'partNumber'
export const mappedFields: readonly MappedField[] = lineFields.flatMap(({ key }): MappedField[] =>
  key === 'row' ? [] : key === 'sku' ? ['sku', 'partNumber'] : [key],
)

/** How a list that is not our form is to be read, as a person confirmed it. */
export interface ColumnMapping {
  readonly sheet: string
  /** 1-based; lines begin below it. 0 for a list without headings. */
  readonly headingRow: number
  /** By column letters; columns that are not named are not read. */
  readonly columns: Readonly<Record<string, MappedField>>
  /** For lines that say nothing of it; null leaves the route that each device of the case has. */
  readonly route: 'return' | 'destroy' | null
  /** Rows of the sheet that are not to be read. */
  readonly leaveOut: readonly number[]
}

/** Why a column was taken for a field, for a person to judge. `values` belong into the sentence. */
export interface ColumnReason {
  readonly code:
    | 'name'
    | 'name-similar'
    | 'skus'
    | 'part-numbers'
    | 'serials'
    | 'numbers'
    | 'days'
    | 'contradicted'
  /** How many of the cells looked at, 0 to 100. */
  readonly percent?: number
}
export interface ColumnSuggestion {
  readonly column: string
  readonly heading: string | null
  readonly field: MappedField | null
  /** 0 to 1; 1 only for what a person confirmed before. */
  readonly confidence: number
  readonly reasons: readonly ColumnReason[]
  /** The first different texts in it. */
  readonly samples: readonly string[]
}
export interface SuggestedColumns {
  readonly sheet: string
  readonly headingRow: number
  /** The same for every list with these headings in these columns; null without headings. */
  readonly signature: string | null
  /** A person of this customer confirmed a list of this shape before. */
  readonly remembered: boolean
  readonly route: ColumnMapping['route']
  readonly columns: readonly ColumnSuggestion[]
  /** How it was read, once somebody confirmed it. */
  readonly confirmed: ColumnMapping | null
}

/** A mapping that was confirmed for lists of one shape. */
export interface RememberedMapping {
  readonly signature: string
  readonly mapping: ColumnMapping
  /** Confirmed in this very case: a corrected list is read at once, nobody is asked twice. */
  readonly inThisCase: boolean
}

export const suggestedMapping = (suggested: SuggestedColumns): ColumnMapping => ({
  sheet: suggested.sheet,
  headingRow: suggested.headingRow,
  columns: Object.fromEntries(
    suggested.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])),
  ),
  route: suggested.route,
  leaveOut: [],
})

/** Something must say what the device is, and no field can come from two columns. */
export function isUsable({ columns }: Pick<ColumnMapping, 'columns'>): boolean {
  const fields = Object.values(columns)
  return new Set(fields).size === fields.length && (fields.includes('sku') || fields.includes('partNumber'))
}
