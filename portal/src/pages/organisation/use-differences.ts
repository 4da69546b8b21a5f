import { useText } from '../../app/language.tsx'
import { languages } from '../../messages/index.ts'
import type { Details } from '../../subjects/organisation/details-fields.tsx'
import { useCountries } from '../../subjects/organisation/places.ts'

/** In what the details differ that somebody looked at and those that are there now, in sentences. */
export function useDifferences(): (before: Details, now: Details) => string[] {
  const t = useText()
  const { nameOf } = useCountries()
  return (before, now) => {
    const all = [
      { key: 'people.differs-name', before: before.name, now: now.name },
      { key: 'people.differs-country', before: nameOf(before.country), now: nameOf(now.country) },
      { key: 'people.differs-time-zone', before: before.timeZone, now: now.timeZone },
      { key: 'people.differs-language', before: languages[before.language], now: languages[now.language] },
    ] as const
    const changed = all.filter((one) => one.before !== one.now)
    return changed.length === 0
      ? [t('people.differs-elsewhere')]
      : changed.map(({ key, ...values }) => t(key, values))
  }
}
