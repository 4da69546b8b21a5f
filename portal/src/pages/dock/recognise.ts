/** What a scanner read, told by content alone. */
export type Recognised =
  | { readonly kind: 'case'; readonly caseNumber: string }
  /** Looks like our number and its check character does not hold: read or typed wrongly, and no serial number. */
  | { readonly kind: 'misread'; readonly text: string }
  /** The other code on our label. */
  | { readonly kind: 'tracking'; readonly text: string }
  | { readonly kind: 'too-long'; readonly text: string }
  /** `perhapsSku`: only the catalogue can tell. */
  | { readonly kind: 'device'; readonly text: string; readonly perhapsSku: boolean }

/** As the API takes it. */
const LONGEST_SERIAL = 100

/**
 * @param raw as the scanner typed it
 * Labels carry the bare case number, in bar code and QR code alike; the page of a certificate carries it between colons.
 * Serial numbers hardly ever hold a hyphen and most SKUs do, so the catalogue is asked only for texts with one and for
 * very short ones (MX204); all others go to the server at once.
 */
export function recognise(raw: string): Recognised {
  const text = raw.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
  const pieces = text.startsWith('TMIP:') ? text.split(':') : [text]
  const numbers = pieces.filter((piece) => /^TM-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(piece))
  const caseNumber = numbers.find((piece) => checkHolds(piece.replaceAll('-', '').slice(2)))
  if (caseNumber !== undefined) return { kind: 'case', caseNumber }
  if (numbers.length > 0 || pieces.length > 1) return { kind: 'misread', text }
  if (/^PP[0-9A-Z]{12}$/.test(text) && checkHolds(text.slice(2))) return { kind: 'tracking', text }
  if (text.length > LONGEST_SERIAL) return { kind: 'too-long', text }
  return { kind: 'device', text, perhapsSku: text.includes('-') || text.length < 8 }
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** ISO/IEC 7064, MOD 37,36: the last character checks the others. */
function checkHolds(characters: string): boolean {
  const last = characters.length - 1
  let product = 36
  for (const character of characters.slice(0, last)) {
    const sum = (product + ALPHABET.indexOf(character)) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return (product + ALPHABET.indexOf(characters.charAt(last))) % 36 === 1
}
