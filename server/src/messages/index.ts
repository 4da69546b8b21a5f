import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../values/language.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'

/**
 * Every text a person reads, in ICU MessageFormat. English is the shape: a German text that is missing or has another
 * key does not compile, and checks/messages.test.ts holds the parameters of both sides against each other.
 */
export type Area = keyof typeof en
export type MessageKey<A extends Area> = keyof (typeof en)[A] & string
type Values = Readonly<Record<string, string | number | bigint | boolean | Date | null | undefined>>

const catalogues: { readonly [L in Language]: { readonly [A in Area]: Readonly<Record<string, string>> } } = {
  en,
  de,
}
const compiled = new Map<string, IntlMessageFormat>()

export function message<A extends Area>(
  language: Language,
  area: A,
  key: MessageKey<A>,
  values: Values = {},
): string {
  const id = `${language}.${area}.${key}`
  let format = compiled.get(id)
  if (format === undefined) {
    const text = catalogues[language][area][key]
    if (text === undefined) throw new Error(`no message ${id}`)
    format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    compiled.set(id, format)
  }
  return String(format.format(values))
}
