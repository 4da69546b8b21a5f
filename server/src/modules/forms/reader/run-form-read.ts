import { fileURLToPath } from 'node:url'
import { message } from '../../../messages/index.ts'
import { systemClock } from '../../../platform/clock.ts'
import { dayAt } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { readProgrammeFile } from '../../programmes/index.ts'
import {
  type ColumnMapping,
  isUsable,
  type MappedField,
  mappedFields,
  suggestedMapping,
} from '../rules/column-mapping.ts'
import type { FormReading, Problem } from '../rules/reading.ts'
import type { ReadContext } from './read-form.ts'
import { readInWorker } from './read-in-worker.ts'

export interface FormReadResult {
  /** 0 read, 1 read with problems, 2 refused. */
  readonly exitCode: 0 | 1 | 2
  readonly output: string
}

/**
 * Of computing. Seconds are left for the start of the program and for printing, so that
 * the whole stays under ten on an idle machine.
 */
const limitMs = 8_000

export interface FormReadOptions {
  readonly json: boolean
  readonly language: Language
  /** `suggested`, or `B=sku,C=serial`: how a list that is not our form is to be read. */
  readonly columns?: string | undefined
  readonly route?: 'return' | 'destroy' | undefined
  /** A programme file; its SKUs are then the only ones that are taken. */
  readonly programme?: string | undefined
}

/**
 * `tmip form read FILE`: the reading as JSON or as text for people. Whatever the path leads to, there is an answer; the
 * caller prints it and ends the process with the exit code.
 */
export async function runFormRead(path: string, options: FormReadOptions): Promise<FormReadResult> {
  const { json, language, route = null } = options
  const known = knownParts(options)
  if (isRefused(known)) {
    const why = { file: options.programme ?? '', reason: known.refused }
    return { exitCode: 2, output: message(language, 'forms', 'reading.programme-unusable', why) }
  }
  const wanted = options.columns === undefined ? null : columnsSaid(options.columns)
  if (wanted === 'unusable')
    return {
      exitCode: 2,
      output: message(language, 'forms', 'reading.columns-unusable', { fields: mappedFields.join(', ') }),
    }
  const today = dayAt(systemClock(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  const context: ReadContext = { language, today, ...known }
  const first = await readInWorker(path, context, limitMs)
  const mapping =
    first.outcome === 'confirm-columns' && first.columns !== undefined && wanted !== null
      ? { ...suggestedMapping(first.columns), ...(wanted !== 'suggested' && { columns: wanted }), route }
      : null
  const reading = mapping === null ? first : await readInWorker(path, { ...context, mapping }, limitMs)
  return {
    exitCode: exitCodes[reading.outcome],
    output: json ? JSON.stringify(inPlainWords(reading)) : inWords(reading, language),
  }
}

/** Without a programme the catalogue that is shipped still leads from part numbers to SKUs, but refuses none. */
function knownParts({ programme, language }: FormReadOptions): Pick<ReadContext, 'parts' | 'skus'> | Refusal {
  const shipped = fileURLToPath(new URL('../../../../../programmes/juniper-tmip.yaml', import.meta.url))
  const read = readProgrammeFile(programme ?? shipped, language)
  if (isRefused(read)) return programme === undefined ? {} : read
  const { parts } = read
  return programme === undefined ? { parts } : { parts, skus: parts.map(({ sku }) => sku) }
}

function columnsSaid(text: string): ColumnMapping['columns'] | 'suggested' | 'unusable' {
  if (text === 'suggested') return text
  const columns: Record<string, MappedField> = {}
  for (const part of text.split(',')) {
    const [, column, name] = /^\s*([A-Z]{1,3})\s*=\s*(\w+)\s*$/i.exec(part) ?? []
    const field = mappedFields.find((one) => one === name)
    if (column === undefined || field === undefined) return 'unusable'
    columns[column.toUpperCase()] = field
  }
  return isUsable({ columns }) ? columns : 'unusable'
}

/** Without what is kept for other readers of the same form. */
const inPlainWords = ({ findings, place, ...reading }: FormReading) => reading

const exitCodes = { read: 0, 'read-with-problems': 1, 'confirm-columns': 1, refused: 2 } as const

function inWords(reading: FormReading, language: Language): string {
  const { template, problems } = reading
  const count = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length
  const summary = message(language, 'forms', `reading.${reading.outcome}`, {
    count: reading.lines.length,
    errors: count('error'),
    warnings: count('warning'),
  })
  const form =
    template === null
      ? []
      : [
          message(language, 'forms', 'reading.template', {
            ...template,
            case: template.caseNumber ?? message(language, 'forms', 'reading.no-case'),
          }),
        ]
  return [
    summary,
    ...form,
    ...columnLines(reading, language),
    ...problems
      .filter(({ code }) => code !== 'columns-unconfirmed')
      .map((problem) => problemLine(problem, language)),
  ].join('\n')
}

/** What each column was taken for, how certainly, and what stands in it; then how to say that it is so. */
function columnLines({ outcome, columns }: FormReading, language: Language): string[] {
  if (outcome !== 'confirm-columns' || columns === undefined) return []
  const { sheet, headingRow } = columns
  const said = columns.columns.flatMap(({ column, field }) => (field === null ? [] : [`${column}=${field}`]))
  return [
    message(language, 'forms', 'reading.columns', { sheet, row: headingRow }),
    ...columns.columns.map(({ column, field, confidence, heading, samples }) =>
      [
        column.padStart(4),
        (field ?? '–').padEnd(16),
        field === null ? '    ' : `${Math.round(confidence * 100)}%`.padStart(4),
        `${heading ?? ''}: ${samples.slice(0, 3).join(' · ')}`.replace(/\s+/g, ' ').slice(0, 90),
      ].join('  '),
    ),
    message(language, 'forms', 'reading.columns-how', { columns: said.join(',') }),
  ]
}

function problemLine(
  { severity, sheet, cell, message: text, expected, code }: Problem,
  language: Language,
): string {
  const place = [sheet, cell].filter((part) => part !== null).join('!')
  const wanted = expected === null ? '' : ` (${message(language, 'forms', 'reading.expected', { expected })})`
  const kind = message(language, 'forms', `reading.${severity}`)
  return `${kind.padEnd(8)} ${place === '' ? '' : `${place}: `}${text}${wanted} [${code}]`
}
