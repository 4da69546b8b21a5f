import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import type { z } from 'zod'
import { type MessageKey, message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'

/** One thing that is wrong with a file. Lines and columns count from 1; `path` is `phases[0].validTo`, '' the whole file. */
export interface Problem {
  readonly code: string
  readonly line: number
  readonly column: number
  readonly path: string
  readonly found: string
  readonly expected: string
  readonly message: string
}

export type Path = readonly (string | number)[]

/** What a rule between several values has found; `key` is the message. Its `…Expected` twin says what would be right. */
export interface Finding {
  readonly path: Path
  readonly key: ConsistencyKey
  readonly values?: Readonly<Record<string, string | number>>
}
export type ConsistencyKey = MessageKey<'programmes'> & `rule${string}`

export const pathText = (path: Path): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')

/** A value as the reader wrote it, short: what is in quotes is text, what is not is none. */
export const shown = (value: unknown, language: Language): string => {
  if (value === undefined || value === null) return message(language, 'programmes', 'foundNothing')
  if (Array.isArray(value)) return message(language, 'programmes', 'foundList', { count: value.length })
  if (typeof value === 'object') return message(language, 'programmes', 'foundSection')
  const text = JSON.stringify(value)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

/**
 * Where a path stands in the file. A value is pointed at itself; a section or list at its key, because its own first
 * character is already the first of its children; what is missing at the key of the section that should hold it.
 */
export const locate = (document: Document, lines: LineCounter, path: Path) => {
  let node: unknown = document.contents
  let key: unknown = null
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      if (pair === undefined) break
      key = pair.key
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number' && node.items[part] !== undefined) {
      key = null
      node = node.items[part]
    } else break
  }
  const pointed = (isScalar(node) || isAlias(node) ? node : (key ?? node)) as Node | null
  return position(lines, pointed?.range?.[0] ?? 0)
}

/** Where the key itself stands: for a key that nobody knows. */
export const locateKey = (document: Document, lines: LineCounter, path: Path, name: string) => {
  const section = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(section)
    ? section.items.find((item) => isScalar(item.key) && String(item.key.value) === name)
    : undefined
  const key = pair?.key as Node | undefined
  return key?.range ? position(lines, key.range[0]) : locate(document, lines, path)
}

export const position = (lines: LineCounter, offset: number) => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** The schema's `error` is a key of the catalogue; where a section, list or choice has none, its kind says enough. */
export const expectedText = (issue: z.core.$ZodIssue, language: Language): string => {
  const say = (key: MessageKey<'programmes'>, values = {}) => message(language, 'programmes', key, values)
  if (issue.code === 'invalid_value')
    return say('expectOneOf', { choices: issue.values.map(String).join(', ') })
  if (issue.message.startsWith('expect')) return say(issue.message as MessageKey<'programmes'>)
  if (issue.code === 'invalid_type' && issue.expected === 'array') return say('expectList')
  return say('expectSection')
}
