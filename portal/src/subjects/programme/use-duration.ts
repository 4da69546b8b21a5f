import { useMemo } from 'react'
import { useLanguage } from '../../app/language.tsx'

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const

/** `P3M` as "3 months", `P1Y6M` as "1 year, 6 months". */
export function useDuration(): (duration: string) => string {
  const { language } = useLanguage()
  return useMemo(() => {
    const list = new Intl.ListFormat(language, { type: 'unit' })
    return (duration) =>
      list.format(
        [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, amount, unit]) =>
          new Intl.NumberFormat(language, {
            style: 'unit',
            unit: units[unit as keyof typeof units],
            unitDisplay: 'long',
          }).format(Number(amount)),
        ),
      )
  }, [language])
}
