import { useMemo } from 'react'
import { useLanguage } from '../../app/language.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** What the browser calls regions although they are no countries of ISO 3166-1. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'XK', 'ZZ'])
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** Browsers list time zones and currencies but no countries; they know the name of each code, though. */
export function useCountries(): { nameOf: (code: string) => string; all: readonly Choice[] } {
  const { language } = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    const all = letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).maximize().region === code)
      .map((code) => ({ value: code, label: names.of(code) ?? '' }))
      .filter(({ label }) => label !== '')
      .sort((one, other) => one.label.localeCompare(other.label, language))
    return { nameOf: (code) => names.of(code) ?? code, all }
  }, [language])
}

/** With the one that is set already, which may have another name here. */
export const timeZones = (set: string): string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return set === '' || known.includes(set) ? known : [set, ...known]
}
