import { randomBytes } from 'node:crypto'
import { mod37_36 } from 'cdigit'
import { uuidv7 } from 'uuidv7'

/** Time-ordered, so that new rows land side by side in an index. */
export const newId = (): string => uuidv7()

/** Crockford's base 32: no I, L, O, U, so that a number read out on the phone arrives as it was. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A case number such as `TM-7K3Q9-XWD42`: nine random characters and an ISO 7064 (MOD 37,36) check character. Random,
 * because a counter tells every customer how many cases there are and whose number to try next. 32^9 numbers: among a
 * million cases a new one meets an old one with a chance of 1 in 35 million, and the primary key then refuses it.
 */
export function newCaseNumber(): string {
  const payload = Array.from(randomBytes(9), (byte) => ALPHABET[byte & 31]).join('')
  return spelled(mod37_36.generate(payload))
}

const spelled = (characters: string): string => `TM-${characters.slice(0, 5)}-${characters.slice(5)}`

/** A case number as people type or scan it, in its one spelling; null when the check character does not hold. */
export function readCaseNumber(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^TM/, '')
  return /^[0-9A-Z]{10}$/.test(characters) && mod37_36.validate(characters) ? spelled(characters) : null
}

/** Our own number for a consignment on the vendor's prepaid account, for the carrier's reference field and the dock. */
export const newTrackingNumber = (): string => {
  const payload = Array.from(randomBytes(11), (byte) => ALPHABET[byte & 31]).join('')
  return `PP${mod37_36.generate(payload)}`
}
