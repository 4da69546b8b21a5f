/**
 * Every text of the portal, one file for each language. English is the shape: a language that lacks a text, or has one
 * too many, does not compile. A third language is one more file, and what the compiler then asks for here.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type en from './en.ts'

export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages
export type Catalogue = {
  readonly [Area in keyof typeof en]: Readonly<Record<keyof (typeof en)[Area], string>>
}
/** `area.text`, for example `cases.title`. */
export type TextKey = {
  [Area in keyof typeof en]: `${Area & string}.${keyof (typeof en)[Area] & string}`
}[keyof typeof en]
export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Translate = (key: TextKey, values?: TextValues) => string

const files: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
}
export const loadCatalogue = async (language: Language): Promise<Catalogue> =>
  (await files[language]()).default

const isLanguage = (tag: string): tag is Language => tag in languages
const REMEMBERED = 'tmip.language'

/** What the person chose here before, else the first language of the browser that we have, else English. */
export function chosenLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED)
  if (remembered !== null && isLanguage(remembered)) return remembered
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}
export const rememberLanguage = (language: Language): void => localStorage.setItem(REMEMBERED, language)

/** Texts in ICU MessageFormat, each parsed once. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const parsed = new Map<TextKey, IntlMessageFormat>()
  return (key, values) => {
    let format = parsed.get(key)
    if (format === undefined) {
      const [area = '', name = ''] = key.split('.')
      const text = (catalogue as Record<string, Record<string, string>>)[area]?.[name]
      if (text === undefined) throw new Error(`no text ${key}`)
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
      parsed.set(key, format)
    }
    return format.format(values) as string
  }
}
