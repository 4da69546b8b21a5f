import { message } from '../../../messages/index.ts'
import { systemClock } from '../../../platform/clock.ts'
import { dayAt } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import type { FormReading, Problem } from '../rules/reading.ts'
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

/**
 * `tmip form read FILE`: the reading as JSON or as text for people. Whatever the path leads to, there is an answer; the
 * caller prints it and ends the process with the exit code.
 */
export async function runFormRead(
  path: string,
  { json, language }: { readonly json: boolean; readonly language: Language },
): Promise<FormReadResult> {
  const today = dayAt(systemClock(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  const reading = await readInWorker(path, { language, today }, limitMs)
  return {
    exitCode: exitCodes[reading.outcome],
    output: json ? JSON.stringify(inPlainWords(reading)) : inWords(reading, language),
  }
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
  return [summary, ...form, ...problems.map((problem) => problemLine(problem, language))].join('\n')
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
