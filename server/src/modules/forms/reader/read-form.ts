import type { Language } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { interpret, type Surroundings } from '../rules/cell-values.ts'
import { address, columnLetters } from '../rules/cells.ts'
import { type ColumnMapping, type RememberedMapping, suggestedMapping } from '../rules/column-mapping.ts'
import {
  formVersion,
  type HeaderKey,
  type HeaderValues,
  headerFields,
  type LineKey,
  maxLines as mostLines,
  templateId,
} from '../rules/fields.ts'
import type { Finding, RefusalCode } from '../rules/findings.ts'
import { type HeaderPlaces, headerFindings } from '../rules/header-findings.ts'
import { type KnownPart, partIndex } from '../rules/lead-to-sku.ts'
import type { FileFormat, FormReading } from '../rules/reading.ts'
import { mappedLayout } from './inventory/mapped-layout.ts'
import { suggestColumns } from './inventory/suggest-columns.ts'
import { findLayout, type HeaderRow, type Layout, type LinesLayout } from './layout.ts'
import { type OpenedFile, openFile } from './open-file.ts'
import { problemOf, shortened } from './problems.ts'
import { readLines } from './read-lines.ts'
import { choiceWords, countryCode } from './vocabulary.ts'

export const maxFileBytes = 20 * 1024 * 1024
/** Past this many the list helps nobody and the answer outgrows the file; their number is said instead. */
const mostProblems = 20_000

export interface ReadContext {
  /** Of the messages; the form itself may be in any language. */
  readonly language: Language
  /** Day of the reader, `YYYY-MM-DD`: a rule has no clock. */
  readonly today: string
  /** The catalogue, in normal form; without it SKUs are only checked for their shape. */
  readonly skus?: ReadonlySet<string> | readonly string[]
  /** What leads from part numbers and models to SKUs. */
  readonly parts?: readonly KnownPart[]
  /** SKUs of the case's devices: of a whole inventory only their lines are taken. */
  readonly owed?: readonly string[]
  /** How a person said that a list of somebody's own is to be read. */
  readonly mapping?: ColumnMapping
  readonly remembered?: readonly RememberedMapping[]
  /** The case that the form was sent to. */
  readonly caseNumber?: string | null
  readonly maxLines?: number
  /** ISO 4217 codes that the programme takes; without them every currency is. */
  readonly currencies?: readonly string[]
}

/**
 * Reads a trade-in form from bytes of unknown origin: all problems at once, each with sheet, cell, what was found and
 * what is expected; or a refusal with one coded reason. Never throws for any content, but may take long on a hostile
 * one: strangers' files go through `readInWorker`.
 */
export function readTradeInForm(bytes: Uint8Array, context: ReadContext): FormReading {
  if (bytes.length > maxFileBytes) return tooLarge(context.language, bytes.length)
  const opened = openFile(bytes)
  if (isRefused(opened)) {
    const { refused, format, part, found } = opened
    return refusal(context.language, refused, format, found === undefined ? partOf({ part }) : { found })
  }
  const { workbook, format } = opened
  const around = surroundings(context)
  if (context.mapping !== undefined) return readMapped(opened, context.mapping, around, context)
  const layout = findLayout(workbook)
  if (layout === 'malformed') return refusal(context.language, 'damaged', format)
  return isOurForm(layout)
    ? readLayout(layout, format, around, context)
    : readOwnList(opened, around, context)
}

/** Marks, the sheet of the details, or nearly all of the columns: one of them is left in every form that was ours. */
const isOurForm = ({ identity, header, lines }: Layout): boolean =>
  identity !== null || header !== null || lines?.isOurs === true

/** A list that is not our form: read as was confirmed before, else what its columns seem to be is shown to a person. */
function readOwnList(opened: OpenedFile, around: Surroundings, context: ReadContext): FormReading {
  const { workbook, format } = opened
  const suggested = suggestColumns(workbook, around.parts, context.remembered ?? [])
  if (suggested === null)
    return format === 'csv'
      ? refusal(context.language, 'wrong-format', 'text', { found: 'text' })
      : refusal(context.language, 'not-a-trade-in-form', format)
  const before = context.remembered?.find(
    ({ signature, inThisCase }) => inThisCase && signature === suggested.signature,
  )
  if (before !== undefined)
    return readMapped(
      opened,
      { ...suggestedMapping(suggested), route: before.mapping.route },
      around,
      context,
      suggested,
    )
  const finding: Finding = {
    code: 'columns-unconfirmed',
    severity: 'error',
    sheet: suggested.sheet,
    expected: { kind: 'columns-confirmed' },
  }
  return {
    outcome: 'confirm-columns',
    format,
    template: null,
    header: {},
    lines: [],
    problems: [problemOf(finding, context.language)],
    findings: [finding],
    columns: suggested,
  }
}

function readMapped(
  { workbook, format }: OpenedFile,
  mapping: ColumnMapping,
  around: Surroundings,
  context: ReadContext,
  suggested = suggestColumns(workbook, around.parts, []),
): FormReading {
  const lines = mappedLayout(workbook, mapping)
  if (lines === null) return refusal(context.language, 'columns-not-there', format, { found: mapping.sheet })
  const reading = readLayout({ identity: null, header: null, lines }, format, around, context)
  if (reading.outcome === 'refused') return reading
  const columns = suggested ?? {
    sheet: mapping.sheet,
    headingRow: mapping.headingRow,
    signature: null,
    remembered: false,
    route: mapping.route,
    columns: [],
  }
  return { ...reading, columns: { ...columns, confirmed: mapping } }
}

function readLayout(
  layout: Layout,
  format: FileFormat,
  around: Surroundings,
  context: ReadContext,
): FormReading {
  const { identity, lines: place } = layout
  const refuse = (code: RefusalCode, detail: Partial<Finding> = {}): FormReading => ({
    ...refusal(context.language, code, format, detail),
    template: identity,
  })
  if (identity !== null && identity.id !== templateId) return refuse('not-a-trade-in-form')
  if (place === null) return refuse(layout.header === null ? 'not-a-trade-in-form' : 'lines-sheet-missing')
  if (identity !== null && identity.version !== formVersion)
    return refuse('template-version', {
      found: identity.version,
      expected: { kind: 'version', values: { version: formVersion } },
    })
  const limit = Math.min(context.maxLines ?? mostLines, mostLines)
  const { lines, findings, beyond, whole } = readLines(place, around, limit)
  if (beyond !== null)
    return refuse('too-many-lines', {
      sheet: place.sheet.name,
      cell: address(place.columns.get('row') ?? 0, beyond),
      expected: { kind: 'lines', values: { most: limit } },
      values: { number: limit + 1, row: beyond },
    })
  if (!whole) return refuse('damaged')
  const header = readHeader(layout.header, around)
  const all: Finding[] = [
    ...aboutTheWhole(layout, format),
    ...header.findings,
    ...(layout.header === null && (place.own !== undefined || format === 'csv')
      ? []
      : headerFindings(header.values, lines, header.places, header.unreadable, {
          template: identity?.caseNumber ?? null,
          expected: context.caseNumber ?? null,
        })),
    ...findings,
  ]
  const told = all.length <= mostProblems ? all : all.slice(0, mostProblems)
  if (told.length < all.length)
    told.push({ code: 'too-many-problems', severity: 'error', values: { count: all.length - told.length } })
  return {
    outcome: told.length === 0 ? 'read' : 'read-with-problems',
    format,
    template: identity,
    header: header.values,
    lines,
    problems: told.map((finding) => problemOf(finding, context.language)),
    findings: told.map((finding) =>
      typeof finding.found === 'string' ? { ...finding, found: shortened(finding.found) } : finding,
    ),
    place: {
      sheet: place.sheet.name,
      columns: Object.fromEntries(
        [...placesOfLines(place)].map(([key, column]) => [key, columnLetters(column)]),
      ),
    },
  }
}

/** Where the SKU is led to by a part number alone, that is its cell. */
const placesOfLines = ({ columns, partNumber }: LinesLayout): ReadonlyMap<LineKey, number> =>
  partNumber === undefined || columns.has('sku') ? columns : new Map([...columns, ['sku', partNumber]])

/** A list of devices alone brings serials; case, customer and declarations come with the form, before or after it. */
function aboutTheWhole({ identity, header, lines }: Layout, format: FileFormat): readonly Finding[] {
  if (lines?.own !== undefined) return [{ code: 'header-absent', severity: 'warning' }]
  return [
    ...(identity === null ? [{ code: 'template-missing', severity: 'warning' } as const] : []),
    // One sheet is all that a CSV file can hold.
    ...(header !== null
      ? []
      : format === 'csv'
        ? [{ code: 'header-absent', severity: 'warning' } as const]
        : [{ code: 'header-sheet-missing', severity: 'error' } as const]),
  ]
}

function readHeader(
  place: Layout['header'],
  around: Surroundings,
): {
  readonly values: Partial<HeaderValues>
  readonly places: HeaderPlaces
  readonly unreadable: ReadonlySet<HeaderKey>
  readonly findings: readonly Finding[]
} {
  const values: Record<string, unknown> = {}
  const places = new Map<HeaderKey, { sheet: string; cell: string }>()
  const unreadable = new Set<HeaderKey>()
  const findings: Finding[] = []
  const rows = new Map<HeaderKey, HeaderRow>(place?.rows.map((row) => [row.key, row]))
  if (place === null) return { values, places, unreadable, findings }
  for (const field of headerFields) {
    values[field.key] = null
    const row = rows.get(field.key)
    if (row === undefined) continue
    const at = { sheet: place.sheet.name, cell: address(row.valueColumn, row.row) }
    places.set(field.key, at)
    const { value, notes } = interpret(field, row.value, around)
    values[field.key] = value
    if (value === null && notes.some((note) => note.severity === 'error')) unreadable.add(field.key)
    for (const note of notes) findings.push({ ...note, ...at, field: `header.${field.key}` })
  }
  return { values: values, places, unreadable, findings }
}

const surroundings = ({ today, skus, parts, owed, currencies }: ReadContext): Surroundings => ({
  today,
  choiceWords,
  countryCode,
  skus: skus === undefined ? null : new Set(skus),
  parts: parts === undefined ? null : partIndex(parts, owed ?? null),
  currencies: new Set(currencies ?? Intl.supportedValuesOf('currency')),
  suggestions: new Map(),
})

const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
const partOf = (refused: { readonly part?: string | undefined }): Partial<Finding> =>
  refused.part === undefined ? {} : { found: refused.part }

export const tooLarge = (language: Language, bytes: number): FormReading =>
  refusal(language, 'too-large', null, {
    found: megabytes(bytes),
    expected: { kind: 'size', values: { most: megabytes(maxFileBytes) } },
  })

/** The answer for a file of which nothing was taken. */
export function refusal(
  language: Language,
  code: RefusalCode,
  format: FileFormat | null,
  detail: Partial<Finding> = {},
): FormReading {
  const problem = problemOf({ ...detail, code, severity: 'error' }, language)
  return { outcome: 'refused', format, template: null, header: {}, lines: [], problems: [problem] }
}
