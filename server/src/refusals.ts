/**
 * Every refusal of the product and its HTTP status, on one page; the words for it are in messages/{en,de}/refusals.ts.
 * The reader of trade-in forms words its own findings (`problem.…` in the forms catalogue); they arrive as `form-refused`.
 */
import { type MessageKey, message } from './messages/index.ts'
import type { Problem, RefusalTexts } from './platform/http/problem.ts'
import { isDay } from './values/calendar.ts'
import type { Language } from './values/language.ts'

export const refusals = {
  // The request itself
  'malformed-request': 400,
  'invalid-request': 400,
  'cursor-invalid': 400,
  'upload-missing': 400,
  'no-such-address': 404,
  'version-conflict': 412,
  'upload-too-large': 413,
  // Not 409: the state of things is fine, the request is not the one that this key was used for.
  'idempotency-key-reused': 422,

  // Who asks
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'not-allowed': 403,
  'cross-site-request': 403,
  'sign-in-blocked': 429,

  // The house
  'internal-error': 500,
  'reader-died': 500,
  'too-busy': 503,
  'not-ready': 503,
  'database-folder-in-use': 503,
  'database-version-mismatch': 503,
  'database-binaries-missing': 503,
  'database-start-failed': 503,
  'storage-full': 507,
  infected: 422,
  'scanner-unavailable': 503,

  // Files of strangers, read in a confined process
  'took-too-long': 422,
  'too-much-memory': 422,
  'page-not-found': 404,
  'picture-kind': 415,
  'picture-damaged': 422,

  // People
  'organisation-not-found': 404,
  'api-key-not-found': 404,
  'person-not-found': 404,
  'invitation-not-found': 404,
  'invitation-not-valid': 404,
  'mandate-not-found': 404,
  'account-taken': 409,
  'email-taken': 409,
  'access-ended': 409,
  'own-access': 409,
  'last-of-role': 409,
  'mandate-ended': 409,
  'unknown-time-zone': 422,
  'role-not-of-organisation': 422,
  'password-too-weak': 422,
  'password-wrong': 422,
  'mandate-period-invalid': 422,
  'mandate-end-passed': 422,

  // Programmes
  'programme-not-found': 404,
  'programme-version-not-found': 404,
  'programme-version-taken': 409,
  'catalogue-not-sent': 422,
  'no-site-for-country': 409,
  'programme-unreadable': 422,
  'programme-invalid': 422,
  'catalogue-invalid': 422,
  'rejection-code-unknown': 422,

  // Orders, and what is wrong inside one
  'order-not-found': 404,
  'customer-not-found': 404,
  'partner-not-found': 404,
  'order-number-taken': 409,
  'order-already-cancelled': 409,
  'order-has-cases': 409,
  'order-invalid': 422,
  'date-in-future': 422,
  'no-trade-ins': 422,
  'too-many-units': 422,
  'currency-not-offered': 422,
  'sku-not-eligible': 422,
  'phase-not-valid-on': 422,
  'new-family-not-in-phase': 422,
  'no-credit-listed': 422,
  'serials-not-quantity': 422,
  'serials-needed-before-order': 422,

  // Orders from a CSV file, and what is wrong in a row
  'import-unreadable': 400,
  'import-columns': 422,
  'import-too-long': 422,
  'import-invalid': 422,
  'import-order-number': 422,
  'import-date': 422,
  'import-quantity': 422,
  'import-kind': 422,
  'import-sku': 422,
  'import-order-differs': 422,

  // Cases and their units
  'case-not-found': 404,
  'unit-not-in-case': 404,
  'case-closed': 409,
  'no-units-left': 409,
  'units-not-free': 409,
  'last-shipment-unknown': 409,
  'unit-not-waivable': 409,
  // Neutral wherever it is said: nobody learns who has the serial number, or that it is in a case at all.
  'serial-reserved': 409,
  'serial-swap': 409,
  'serial-locked': 409,
  'route-locked': 409,
  'route-not-offered': 422,
  'serial-malformed': 422,
  'serial-repeated': 422,
  // Many units at once, and what can be wrong with one of the changes beside the above.
  'units-refused': 422,
  'row-repeated': 422,

  // Extensions
  'extension-asker-not-allowed': 403,
  'extension-not-yours': 403,
  'extension-not-found': 404,
  'extension-not-offered': 409,
  'extension-pending': 409,
  'extension-decided': 409,
  'extension-too-many': 409,
  'extension-at-maximum': 409,
  'extension-asked-late': 409,
  'extension-not-later': 422,
  'extension-over-maximum': 422,

  // The thread
  'attachment-not-found': 404,
  'history-entry-not-found': 404,
  'thread-not-waiting': 409,
  'attachments-not-usable': 422,

  // Trade-in forms, and what is wrong in a line
  'form-not-found': 404,
  'sheet-not-found': 404,
  'form-unreadable': 422,
  'form-has-problems': 409,
  'form-superseded': 409,
  'form-has-no-columns': 409,
  'columns-unusable': 422,
  'form-no-longer-fits': 409,
  'form-refused': 422,
  'line-row-unknown': 422,
  'line-sku-differs': 422,
  'line-unit-left': 422,

  // Certificates
  'certificate-not-found': 404,
  'no-units-to-destroy': 409,
  'units-not-to-destroy': 409,
  'certificate-not-open': 409,
  'certificate-not-in-review': 409,
  'certificate-covers-nothing': 409,
  'certificate-serials-missing': 409,
  'certificate-outdated': 409,
  'media-type-not-accepted': 415,
  'units-not-on-certificate': 422,

  // The signed document of a certificate
  'document-too-large': 413,
  'not-pdf-or-jpeg': 415,
  'empty-file': 422,
  'pdf-truncated': 422,
  'pdf-damaged': 422,
  'pdf-encrypted': 422,
  'pdf-with-javascript': 422,
  'pdf-with-action': 422,
  'pdf-with-embedded-files': 422,
  'pdf-without-pages': 422,
  'too-many-pages': 422,
  'jpeg-truncated': 422,
  'jpeg-damaged': 422,
  'too-many-pixels': 422,

  // Shipping
  'shipment-not-found': 404,
  'instructions-not-sent': 409,
  'no-units-to-ship': 409,
  'units-not-to-ship': 409,
  'serials-needed-before-shipping': 409,

  // Receiving
  'receipt-not-found': 404,
  'scan-not-found': 404,
  'photo-not-found': 404,
  'receipt-closed': 409,
  'too-many-photos': 409,
  'goods-not-found': 404,
  'goods-resolved': 409,
  'unit-not-receivable': 409,

  // Credits
  'charge-back-same-person': 403,
  'charge-back-not-found': 404,
  'case-not-overdue': 409,
  'charge-back-vendor-turn': 409,
  'charge-back-goods-held': 409,
  'charge-back-waiting': 409,
  'charge-back-decided': 409,
  'nothing-chargeable': 409,
  'units-not-chargeable': 422,
  'exposure-range-invalid': 422,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusals

type Data = Readonly<Record<string, unknown>>

const known = (code: string): RefusalCode => {
  if (!Object.hasOwn(refusals, code)) throw new Error(`refusal without status and words: ${code}`)
  return code as RefusalCode
}

/** Fields whose values are codes of ours (states, roles, media types), shown as the words that the catalogue has for them. */
const coded: ReadonlySet<string> = new Set(['state', 'role', 'allowed', 'approvedBy', 'accepted'])
/** Days that a rule names; what a person typed is quoted as it was typed. */
const days: ReadonlySet<string> = new Set([
  'on',
  'today',
  'currentDueOn',
  'newDueOn',
  'latestDueOn',
  'askedOn',
  'dueOn',
  'graceEndsOn',
])
/** Lists of which one is enough. */
const alternatives: ReadonlySet<string> = new Set(['allowed', 'approvedBy', 'accepted', 'suggestions'])
/** Left out by some of the places that refuse with the same code; a message asks for them with `select, none`. */
const optional: Data = { suggestions: [], newFamily: undefined }
const nothing = 'none'

const wordOf = (language: Language, code: string): string =>
  message(language, 'refusals', `word.${code}` as MessageKey<'refusals'>)

const dayText = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** One value as ICU MessageFormat takes it: lists as a sentence has them, lists of problems as their number. */
function icuValue(language: Language, field: string, value: unknown): string | number | bigint | boolean {
  if (Array.isArray(value)) {
    if (value.length === 0) return nothing
    if (value.some((item) => typeof item === 'object')) return value.length
    const items = value.map((item) => String(icuValue(language, field, item)))
    // What a program printed stays lines.
    if (field === 'lines') return items.join('\n')
    const type = alternatives.has(field) ? 'disjunction' : 'conjunction'
    return new Intl.ListFormat(language, { type }).format(items)
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value
  if (typeof value === 'string' && value !== '') {
    if (coded.has(field)) return wordOf(language, value)
    return days.has(field) && isDay(value) ? dayText(language, value) : value
  }
  // A problem that has its words already (the form's reader) stands for them.
  const worded = (value as { message?: unknown } | null | undefined)?.message
  return typeof worded === 'string' ? worded : nothing
}

const detailOf = (language: Language, code: string, data: Data): string =>
  message(
    language,
    'refusals',
    known(code),
    Object.fromEntries(
      Object.entries({ ...optional, ...data }).map(([field, value]) => [
        field,
        icuValue(language, field, value),
      ]),
    ),
  )

interface Inner extends Data {
  readonly pointer: string
  readonly refused: string
  readonly sheetRow: number | null
}
interface ImportRowProblem {
  readonly line: number
  readonly column: string
  readonly code: string
  readonly found: string
  readonly data: Data
}
interface WordedProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/**
 * What is wrong inside a refusal that holds several problems, each with its place: a JSON Pointer into the request
 * (`/body/tradeIns/0/sku`), or into its file (`/line/17/sku` of a CSV, `/line/3/column/5` of a YAML, `/row/12` of a
 * sheet). Undefined for a refusal that is one problem itself.
 */
export function errorsOf(
  language: Language,
  refusal: { readonly refused: string },
): Problem['errors'] | undefined {
  const { problem, problems } = refusal as { problem?: WordedProblem; problems?: readonly unknown[] }
  switch (refusal.refused) {
    case 'order-invalid':
      return (problems as readonly Inner[]).map(({ pointer, refused, ...data }) => ({
        pointer: `/body${pointer}`,
        detail: detailOf(language, refused, data),
      }))
    case 'units-refused':
      return (problems as readonly Inner[]).map(({ pointer, refused: code, ...data }) => ({
        pointer: `/body${pointer}`,
        detail: detailOf(language, code, data),
        code,
        data,
      }))
    case 'import-invalid':
      return (problems as readonly ImportRowProblem[]).map(({ line, column, code, found, data }) => ({
        pointer: `/line/${line}/${column}`,
        detail: detailOf(language, code, { found, ...data }),
      }))
    case 'programme-invalid':
    case 'catalogue-invalid':
      return (problems as readonly WordedProblem[]).map((one) => ({
        pointer: `/line/${one.line}/column/${one.column}`,
        detail: one.message,
      }))
    case 'form-no-longer-fits':
      return (problems as readonly Inner[]).map(({ refused, ...data }) => ({
        pointer: data.sheetRow === null ? '/body' : `/row/${data.sheetRow}`,
        detail: detailOf(language, refused, data),
      }))
    case 'form-refused':
      return problem && [{ pointer: '/body', detail: problem.message }]
    default:
      return undefined
  }
}

/** Status and words of every refusal. A code that nobody put into the table is a broken invariant and throws. */
export const refusalTexts: RefusalTexts = {
  statusOf: (code) => refusals[known(code)],
  titleOf: (language, code) => message(language, 'refusals', `${known(code)}.title`),
  detailOf,
  errorsOf,
}
