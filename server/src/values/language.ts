/** The languages every text of the product exists in. A programme may carry further languages for its own names. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (value: string): value is Language =>
  (languages as readonly string[]).includes(value)
