import { type MessageKey, message } from '../../messages/index.ts'
import type { Language } from '../../values/language.ts'

/** The texts a template names, in the reader's language; every text may use every one of the values. */
export function paperTexts<K extends MessageKey<'papers'>>(
  language: Language,
  keys: readonly K[],
  values: Readonly<Record<string, string | number>>,
): Record<K | 'page', string> {
  // How many pages there are is known to typst alone: it puts the numbers in place of these marks.
  const all = { ...values, page: '#1', pages: '#2' }
  const texts = [...keys, 'page' as const].map((key) => [key, message(language, 'papers', key, all)])
  return Object.fromEntries(texts) as Record<K | 'page', string>
}

/** A date of the calendar, `2026-11-22`, as it is written out in a letter; no time zone can move it. */
export const longDate = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
