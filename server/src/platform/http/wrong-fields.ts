import type { z } from 'zod'
import { message } from '../../messages/index.ts'
import type { Language } from '../../values/language.ts'
import type { Problem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Each field that is wrong, with its place as a JSON Pointer (RFC 6901) and the reader's words for what is expected. */
export const wrongFields = (
  language: Language,
  part: string,
  issues: readonly Issue[],
): NonNullable<Problem['errors']> =>
  issues.map((issue) => ({
    pointer: [part, ...issue.path.map(String)]
      .map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    detail: textOf(language, issue),
  }))

function textOf(language: Language, issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? message(language, 'requests', 'missing')
        : message(language, 'requests', 'other-type', { expected: issue.expected })
    case 'too_small':
      return sizeText(language, issue.origin, 'short', issue.minimum, issue.inclusive)
    case 'too_big':
      return sizeText(language, issue.origin, 'long', issue.maximum, issue.inclusive)
    case 'invalid_value':
      return message(language, 'requests', 'one-of', { values: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return message(language, 'requests', 'format', {
        format: issue.format,
        pattern: issue.pattern ?? issue.format,
      })
    case 'invalid_union':
      return message(language, 'requests', issue.input === undefined ? 'missing' : 'other')
    case 'custom':
      // Our own rules say what they expect where they are written: a pattern such as YYYY-MM-DD, in no language.
      return message(language, 'requests', 'format', { format: 'custom', pattern: issue.message })
    default:
      return message(language, 'requests', 'other')
  }
}

function sizeText(
  language: Language,
  origin: string,
  side: 'short' | 'long',
  limit: number | bigint,
  inclusive = true,
): string {
  if (origin === 'string') return message(language, 'requests', `text-${side}`, { count: limit })
  if (origin === 'array') return message(language, 'requests', `list-${side}`, { count: limit })
  return message(language, 'requests', side === 'short' ? 'number-small' : 'number-large', {
    limit,
    inclusive: String(inclusive),
  })
}
