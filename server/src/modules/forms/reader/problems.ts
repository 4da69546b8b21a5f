import { type MessageKey, message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'
import { choiceSets } from '../rules/fields.ts'
import type { Expected, Finding } from '../rules/findings.ts'
import type { Problem } from '../rules/reading.ts'

/** What was read is shown back, but a cell of 32,767 characters on 10,000 lines must not come back 10,000 times. */
const longestFound = 120
export const shortened = (text: string): string =>
  text.length > longestFound ? `${text.slice(0, longestFound - 1)}…` : text

/** Findings in words, in the reader's language. */
export function problemOf(finding: Finding, language: Language): Problem {
  const found = finding.found === undefined || finding.found === null ? null : shortened(finding.found)
  const expected = finding.expected === undefined ? null : expectation(finding.expected, language)
  const field =
    finding.field === undefined ? '' : message(language, 'forms', finding.field as MessageKey<'forms'>)
  return {
    code: finding.code,
    severity: finding.severity,
    sheet: finding.sheet ?? null,
    cell: finding.cell ?? null,
    found,
    expected,
    message: message(language, 'forms', `problem.${finding.code}`, {
      field,
      found: found ?? '',
      expected: expected ?? '',
      ...finding.values,
    }),
  }
}

function expectation(expected: Expected, language: Language): string {
  if (expected.kind !== 'choice')
    return message(language, 'forms', `expected.${expected.kind}`, expected.values)
  const words = choiceSets[expected.set].map((code) =>
    message(language, 'forms', `choice.${expected.set}.${code}` as MessageKey<'forms'>),
  )
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words)
}
