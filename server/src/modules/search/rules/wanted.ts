import { normaliseSerial } from '../../../values/serial-number.ts'

/** What is looked for, in the spelling in which each kind of number is kept; null where it cannot be one. */
export interface Wanted {
  /** The ten characters of a case number after TM, or some of them. */
  readonly caseNumber: string | null
  /** `TM-7K3Q9-XWD42/2`: the second certificate of a case. */
  readonly certificate: { readonly caseNumber: string; readonly number: number } | null
  readonly serial: string
  /** Order numbers, purchase orders and tracking numbers. */
  readonly number: string
  readonly name: string
}

/** Three letters or digits in a row: only such pieces are in the index that finds a text inside of another. */
export const hasPiece = (text: string): boolean => /[\p{L}\p{N}]{3}/u.test(text)

export function wantedBy(typed: string): Wanted {
  const text = typed.trim()
  const caseNumber = (some: string): string | null => {
    const characters = some.toUpperCase().replace(/[\s-]/g, '').replace(/^TM/, '')
    return /^[0-9A-Z]{3,10}$/.test(characters) ? characters : null
  }
  const [, of = '', number] = /^(.+?)\s*[/#]\s*(\d{1,5})$/.exec(text) ?? []
  const ofCase = number === undefined ? null : caseNumber(of)
  return {
    caseNumber: caseNumber(text),
    certificate: ofCase?.length === 10 ? { caseNumber: ofCase, number: Number(number) } : null,
    serial: normaliseSerial(text),
    number: text.toUpperCase(),
    name: text.toLowerCase(),
  }
}

/** How well what was found fits: it is it (0), it begins so (1), it has it inside (2). */
export const distance = (found: string, wanted: string): 0 | 1 | 2 =>
  found === wanted ? 0 : found.startsWith(wanted) ? 1 : 2
