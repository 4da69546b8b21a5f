/**
 * Money is an integer number of minor units with an ISO 4217 currency. Never a float: 0.1 + 0.2 cents would be owed
 * to somebody. `bigint` because a customer's sum in yen or dinar minor units may pass 2^53 in reports over all years.
 */
export interface Money {
  readonly minor: bigint
  readonly currency: string
}

/** Digits after the point by ISO 4217; what is not listed has two. */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}
export const minorDigits = (currency: string): number => exponents[currency] ?? 2

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string): boolean => currencies.has(code)

/** `"1234.50"` from minor units, for machines. */
export const toDecimal = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency)
  const sign = minor < 0n ? '-' : ''
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
