import { message } from '../../../messages/index.ts'
import type { TradeInFormInput } from './input.ts'

/** Letter where offices have no A4 (CLDR: territories with the paper size US-Letter, the larger ones). */
const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA', 'DO', 'PR'])

export const paperSize = ({ header }: TradeInFormInput): 'a4' | 'letter' =>
  letterCountries.has(String(header.pickupCountry)) ? 'letter' : 'a4'

export const caseName = ({ language, caseNumber }: TradeInFormInput): string =>
  caseNumber === null
    ? message(language, 'forms', 'form.no-case')
    : message(language, 'forms', 'form.case', { case: caseNumber })

/** Programme and case on the left, sheet in the middle, page on the right. `&` starts a code, so a real one is doubled. */
export function footer(input: TradeInFormInput): string {
  const left = `${input.programme.name.slice(0, 80)} · ${caseName(input)}`.replaceAll('&', '&&')
  return `&L&8${left}&C&8&A&R&8${message(input.language, 'forms', 'form.footer-page')}`
}

/** How many lines a text takes in a column so many characters wide; letters of words are narrower than digits. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / (width * 1.05))), 0)
