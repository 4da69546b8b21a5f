/**
 * The trade-in form, described once (domain.md section 6). Writer, reader, API schema and portal all follow these
 * lists, in this order; a new field is a new entry here and its texts in messages/{en,de}/forms.ts under
 * `header.<key>`, `line.<key>` (label) and the same with `.help`.
 */
export const templateId = 'trade-in'
export const formVersion = '1'
export const maxLines = 10_000

/** Codes of the closed lists. What people see and may type is `choice.<set>.<code>` in the message catalogue. */
export const choiceSets = {
  environment: ['production', 'lab'],
  route: ['return', 'destroy'],
  condition: ['good', 'worn', 'damaged', 'incomplete'],
  /** NIST SP 800-88 section 2.5: clear, purge, destroy; `none` when the device holds no data or is not wiped yet. */
  sanitisation: ['clear', 'purge', 'destroy', 'none'],
  yesNo: ['yes', 'no'],
} as const
export type ChoiceSet = keyof typeof choiceSets

export type FieldType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'yes-no'
  | 'choice'
  | 'sku'
  | 'serial'
  | 'email'
  | 'country'
  | 'currency'

/**
 * When a field must be filled. Only `always` makes an error; the others make a warning, because serials, pickup and
 * customs papers may follow later with the same form (programme page, step 4).
 */
export type RequiredWhen =
  | 'always'
  | 'when-returning'
  | 'when-data-bearing'
  | 'with-partner'
  | 'with-contract'
  | 'with-customs-value'

export interface Field<Key extends string = string> {
  readonly key: Key
  readonly type: FieldType
  /** Width of the column in characters of the standard font; for header fields the value column is common. */
  readonly width?: number
  /** Longest text taken, in UTF-16 units. */
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  readonly choices?: Exclude<ChoiceSet, 'yesNo'>
  readonly required?: RequiredWhen
  /** Printed by us and not for the customer to change: drawn grey. */
  readonly fixed?: boolean
  /** A day after today is an error. */
  readonly past?: boolean
}

export const headerGroups = ['case', 'parties', 'pickup', 'freight', 'declarations'] as const
export type HeaderGroup = (typeof headerGroups)[number]
interface HeaderField extends Field {
  readonly group: HeaderGroup
}

const exactHeaderFields = [
  { key: 'formVersion', group: 'case', type: 'text', maxLength: 20, fixed: true },
  { key: 'programme', group: 'case', type: 'text', maxLength: 200, fixed: true },
  { key: 'case', group: 'case', type: 'text', maxLength: 40, fixed: true },
  { key: 'orderNumber', group: 'case', type: 'text', maxLength: 60, required: 'always' },
  { key: 'purchaseOrder', group: 'case', type: 'text', maxLength: 60 },
  { key: 'orderDate', group: 'case', type: 'date', past: true },
  { key: 'customer', group: 'parties', type: 'text', maxLength: 200, required: 'always' },
  { key: 'account', group: 'parties', type: 'text', maxLength: 60 },
  { key: 'taxId', group: 'parties', type: 'text', maxLength: 40 },
  { key: 'partner', group: 'parties', type: 'text', maxLength: 200 },
  { key: 'mandate', group: 'parties', type: 'text', maxLength: 60, required: 'with-partner' },
  { key: 'submitterName', group: 'parties', type: 'text', maxLength: 120, required: 'always' },
  { key: 'submitterEmail', group: 'parties', type: 'email', maxLength: 254, required: 'always' },
  { key: 'pickupAddress', group: 'pickup', type: 'text', maxLength: 300, required: 'when-returning' },
  { key: 'pickupPostcode', group: 'pickup', type: 'text', maxLength: 20, required: 'when-returning' },
  { key: 'pickupCity', group: 'pickup', type: 'text', maxLength: 100, required: 'when-returning' },
  { key: 'pickupCountry', group: 'pickup', type: 'country', required: 'when-returning' },
  { key: 'pickupHours', group: 'pickup', type: 'text', maxLength: 200 },
  { key: 'siteLimits', group: 'pickup', type: 'text', maxLength: 500 },
  { key: 'contactName', group: 'pickup', type: 'text', maxLength: 120, required: 'when-returning' },
  { key: 'contactPhone', group: 'pickup', type: 'text', maxLength: 40, required: 'when-returning' },
  { key: 'readyDate', group: 'pickup', type: 'date' },
  { key: 'packages', group: 'freight', type: 'integer', min: 0, max: 10_000 },
  { key: 'pallets', group: 'freight', type: 'integer', min: 0, max: 1_000 },
  { key: 'totalWeightKg', group: 'freight', type: 'decimal', min: 0, max: 1_000_000 },
  { key: 'dimensions', group: 'freight', type: 'text', maxLength: 300 },
  { key: 'exporter', group: 'freight', type: 'text', maxLength: 200 },
  { key: 'currency', group: 'freight', type: 'currency', required: 'with-customs-value' },
  { key: 'soleOwner', group: 'declarations', type: 'yes-no', required: 'always' },
  { key: 'authorisedChannel', group: 'declarations', type: 'yes-no', required: 'always' },
  { key: 'title', group: 'declarations', type: 'yes-no', required: 'always' },
  { key: 'dataRemoved', group: 'declarations', type: 'yes-no', required: 'when-data-bearing' },
  { key: 'batteries', group: 'declarations', type: 'yes-no', required: 'when-returning' },
] as const satisfies readonly HeaderField[]

/** Order = order of the columns: what every line needs comes first, so that it stands on the first printed page. */
const exactLineFields = [
  { key: 'row', type: 'integer', width: 6, min: 1, max: 1_000_000, fixed: true },
  { key: 'sku', type: 'sku', width: 21, maxLength: 60, required: 'always' },
  { key: 'description', type: 'text', width: 30, maxLength: 300 },
  { key: 'quantity', type: 'integer', width: 9, min: 1, max: 100_000 },
  { key: 'route', type: 'choice', choices: 'route', width: 18, required: 'always' },
  { key: 'serial', type: 'serial', width: 20 },
  { key: 'parentSerial', type: 'serial', width: 20 },
  { key: 'modules', type: 'text', width: 22, maxLength: 1000 },
  { key: 'assetTag', type: 'text', width: 14, maxLength: 60 },
  { key: 'environment', type: 'choice', choices: 'environment', width: 14 },
  { key: 'working', type: 'yes-no', width: 14 },
  { key: 'condition', type: 'choice', choices: 'condition', width: 14 },
  { key: 'dataBearing', type: 'yes-no', width: 12 },
  { key: 'sanitisation', type: 'choice', choices: 'sanitisation', width: 26, required: 'when-data-bearing' },
  { key: 'supportContract', type: 'text', width: 17, maxLength: 60 },
  { key: 'supportEnds', type: 'date', width: 13, required: 'with-contract' },
  { key: 'package', type: 'text', width: 11, maxLength: 40 },
  { key: 'origin', type: 'country', width: 11 },
  { key: 'hsCode', type: 'text', width: 13, maxLength: 20 },
  { key: 'customsValue', type: 'decimal', width: 13, min: 0, max: 1_000_000_000 },
  { key: 'note', type: 'text', width: 34, maxLength: 1000 },
] as const satisfies readonly Field[]

export type HeaderKey = (typeof exactHeaderFields)[number]['key']
export type LineKey = (typeof exactLineFields)[number]['key']

export const declarationKeys = exactHeaderFields
  .filter((field) => field.group === 'declarations')
  .map((field) => field.key)

/** What a field of a type is in JSON: days are `YYYY-MM-DD`, decimals text (`"12.5"`), so that no cent is rounded. */
type ValueOf<F> = F extends { type: 'integer' }
  ? number
  : F extends { type: 'yes-no' }
    ? boolean
    : F extends { choices: infer S extends ChoiceSet }
      ? (typeof choiceSets)[S][number]
      : string

export type HeaderValues = {
  readonly [F in (typeof exactHeaderFields)[number] as F['key']]: ValueOf<F> | null
}
export type LineValues = { readonly [F in (typeof exactLineFields)[number] as F['key']]: ValueOf<F> | null }

/** The same lists with the literal types forgotten, for code that walks over all fields alike. */
export const headerFields: readonly (HeaderField & Field<HeaderKey>)[] = exactHeaderFields
export const lineFields: readonly Field<LineKey>[] = exactLineFields
