import { useLanguage } from '../app/language.tsx'

export interface Money {
  readonly minor: number
  readonly amount: string
  readonly currency: string
}

const durationUnits = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const

/** Dates, numbers and money as the reader writes them. Days (`YYYY-MM-DD`) have no time zone and get none. */
export function useFormat(): Formats {
  const { language } = useLanguage()
  const locale = localeFor(language)
  const formats = known.get(locale) ?? formatsIn(locale)
  known.set(locale, formats)
  return formats
}

/** Made once: every cell of a list asks for them, and making them was a sixth of the time that its first view took. */
const known = new Map<string, Formats>()
type Formats = ReturnType<typeof formatsIn>

function formatsIn(locale: string) {
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  const monthFormat = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const dayOfInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const numberFormat = new Intl.NumberFormat(locale)
  const inUnits = new Intl.ListFormat(locale, { type: 'unit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const money = new Map<string, Intl.NumberFormat>()
  const inCurrency = (currency: string, digits?: number) => {
    const key = `${currency} ${digits}`
    const format =
      money.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        ...(digits !== undefined && { maximumFractionDigits: digits }),
      })
    money.set(key, format)
    return format
  }
  const utc = (day: string) => new Date(`${day}T00:00:00Z`)
  return {
    day: (day: string) => dayFormat.format(utc(day)),
    longDay: (day: string) => longDay.format(utc(day)),
    /** `YYYY-MM` */
    month: (month: string) => monthFormat.format(utc(`${month}-01`)),
    instant: (at: string) => instantFormat.format(new Date(at)),
    dayOf: (at: string) => dayOfInstant.format(new Date(at)),
    number: (value: number) => numberFormat.format(value),
    /** `P3M` as "3 months", `P1Y6M` as "1 year, 6 months" */
    duration: (duration: string) =>
      inUnits.format(
        [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, amount, letter]) => {
          const unit = durationUnits[letter as keyof typeof durationUnits]
          const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
          return format.format(Number(amount))
        }),
      ),
    money: ({ amount, currency }: Pick<Money, 'amount' | 'currency'>) =>
      inCurrency(currency).format(amount as unknown as number),
    /** Without cents, for charts and tiles. */
    roundMoney: ({ amount, currency }: Pick<Money, 'amount' | 'currency'>) =>
      inCurrency(currency, 0).format(amount as unknown as number),
    /** "in 12 days", "yesterday" */
    daysFromNow: (day: string) => relative.format(daysUntil(day), 'day'),
  }
}

/** The reader's own kind of the language: English with British or American dates, German with Swiss numbers. */
const localeFor = (language: string): string =>
  navigator.languages.find((tag) => tag.slice(0, 2).toLowerCase() === language) ?? language

/** Whole days from today (the reader's) until a day; negative when it is past. */
export function daysUntil(day: string): number {
  const now = new Date()
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / 86_400_000)
}
