import { textIn } from '../../app/search-params.ts'

export interface ExposureSearch {
  currency?: string | undefined
  /** YYYY-MM */
  from?: string | undefined
  to?: string | undefined
  programme?: string | undefined
}

export const exposureSearch = (raw: Record<string, unknown>): ExposureSearch => ({
  currency: textIn(raw, 'currency'),
  from: monthIn(raw, 'from'),
  to: monthIn(raw, 'to'),
  programme: textIn(raw, 'programme'),
})

const monthIn = (raw: Record<string, unknown>, name: string): string | undefined => {
  const text = textIn(raw, name)
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined
}
