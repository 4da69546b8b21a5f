import { isLanguage, type Language } from '../../values/language.ts'

/** The first language of `Accept-Language` (RFC 9110, 12.5.4) that we have, by its weight; English when there is none. */
export function preferredLanguage(header: string | undefined, fallback: Language = 'en'): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((q) => q !== undefined)
      return { tag: tag.toLowerCase().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
    .sort((a, b) => b.weight - a.weight)
  return wanted.map(({ tag }) => tag).find(isLanguage) ?? fallback
}
