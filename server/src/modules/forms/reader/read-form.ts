import type { Language } from '../../../values/language.ts'
import { isRefused } from '../../../values/refusal.ts'
import { interpret, type Surroundings } from '../rules/cell-values.ts'
import { address, columnLetters } from '../rules/cells.ts'
import {
  formVersion,
  type HeaderKey,
  type HeaderValues,
  headerFields,
  maxLines as mostLines,
  templateId,
} from '../rules/fields.ts'
import type { Finding, RefusalCode } from '../rules/findings.ts'
import { type HeaderPlaces, headerFindings } from '../rules/header-findings.ts'
import type { FileFormat, FormReading } from '../rules/reading.ts'
import { archiveFormat, refuseForbiddenParts } from './forbidden-parts.ts'
import { findLayout, type HeaderRow, type Layout } from './layout.ts'
import { problemOf, shortened } from './problems.ts'
import { readLines } from './read-lines.ts'
import { sniff } from './sniff.ts'
import { choiceWords, countryCode } from './vocabulary.ts'
import { openWorkbook } from './workbook.ts'
import { openArchive } from './zip-guard.ts'

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
  const kind = sniff(bytes)
  if (kind === 'empty') return refusal(context.language, 'empty-file', null)
  if (kind === 'encrypted') return refusal(context.language, 'encrypted', kind)
  if (kind === 'xls' || kind === 'ole') return refusal(context.language, 'old-workbook', kind)
  if (kind !== 'archive') return refusal(context.language, 'wrong-format', kind, { found: kind ?? '?' })
  const archive = openArchive(bytes)
  if (isRefused(archive)) return refusal(context.language, archive.refused, 'zip', partOf(archive))
  const format = archiveFormat(archive)
  if (format === 'xlsm') return refusal(context.language, 'macros', format)
  if (format === 'xlsb') return refusal(context.language, 'binary-workbook', format)
  if (format !== 'xlsx') return refusal(context.language, 'wrong-format', format, { found: format })
  const forbidden = refuseForbiddenParts(archive)
  if (forbidden !== null) return refusal(context.language, forbidden.refused, format, partOf(forbidden))
  const workbook = openWorkbook(archive)
  if (isRefused(workbook)) return refusal(context.language, workbook.refused, format, partOf(workbook))
  const layout = findLayout(workbook)
  return layout === 'malformed' ? refusal(context.language, 'damaged', format) : readLayout(layout, context)
}

function readLayout(layout: Layout, context: ReadContext): FormReading {
  const { identity, lines: place } = layout
  const refuse = (code: RefusalCode, detail: Partial<Finding> = {}): FormReading => ({
    ...refusal(context.language, code, 'xlsx', detail),
    template: identity,
  })
  if (place === null || (identity !== null && identity.id !== templateId))
    return refuse('not-a-trade-in-form')
  if (identity !== null && identity.version !== formVersion)
    return refuse('template-version', {
      found: identity.version,
      expected: { kind: 'version', values: { version: formVersion } },
    })
  const around = surroundings(context)
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
    ...(identity === null ? [{ code: 'template-missing', severity: 'warning' } as const] : []),
    ...(layout.header === null ? [{ code: 'header-sheet-missing', severity: 'error' } as const] : []),
    ...header.findings,
    ...headerFindings(header.values, lines, header.places, header.unreadable, {
      template: identity?.caseNumber ?? null,
      expected: context.caseNumber ?? null,
    }),
    ...findings,
  ]
  const told = all.length <= mostProblems ? all : all.slice(0, mostProblems)
  if (told.length < all.length)
    told.push({ code: 'too-many-problems', severity: 'error', values: { count: all.length - told.length } })
  return {
    outcome: told.length === 0 ? 'read' : 'read-with-problems',
    format: 'xlsx',
    template: identity,
    header: header.values,
    lines,
    problems: told.map((finding) => problemOf(finding, context.language)),
    findings: told.map((finding) =>
      typeof finding.found === 'string' ? { ...finding, found: shortened(finding.found) } : finding,
    ),
    place: {
      sheet: place.sheet.name,
      columns: Object.fromEntries([...place.columns].map(([key, column]) => [key, columnLetters(column)])),
    },
  }
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
  for (const field of headerFields) {
    values[field.key] = null
    const row = rows.get(field.key)
    if (row === undefined || place === null) continue
    const at = { sheet: place.sheet.name, cell: address(row.valueColumn, row.row) }
    places.set(field.key, at)
    const { value, notes } = interpret(field, row.value, around)
    values[field.key] = value
    if (value === null && notes.some((note) => note.severity === 'error')) unreadable.add(field.key)
    for (const note of notes) findings.push({ ...note, ...at, field: `header.${field.key}` })
  }
  return { values: values, places, unreadable, findings }
}

const surroundings = ({ today, skus, currencies }: ReadContext): Surroundings => ({
  today,
  choiceWords,
  countryCode,
  skus: skus === undefined ? null : new Set(skus),
  currencies: new Set(currencies ?? Intl.supportedValuesOf('currency')),
  suggestions: new Map(),
})

const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
const partOf = (refused: { readonly part?: string }): Partial<Finding> =>
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
