import { isSerialPlaceholder, isSerialShaped, normaliseSerial } from '../../../values/serial-number.ts'
import type { Cell } from './cells.ts'
import type { CellNote, Interpreted } from './interpreted.ts'
import { latinLetters, withoutTypography } from './serial-letters.ts'

/**
 * A serial is text (domain.md section 6). A spreadsheet that made a number of it has lost leading zeros, and past 15
 * digits the rest: what cannot be known any more is refused, what is probably right is taken with a warning.
 */
export function serialOf(cell: Cell): Interpreted {
  return cell.kind === 'number' ? serialOfNumber(cell) : serialOfText(cell.text)
}

function serialOfText(text: string): Interpreted {
  if (/^\s*\d([.,]\d+)?E\+\d+\s*$/i.test(text)) return no('serial-scientific', text)
  const plain = withoutTypography(text)
  const range = rangeIn(plain)
  if (range?.isCertain)
    return {
      value: null,
      notes: [{ code: 'serial-range', severity: 'error', found: text, expected: range.expected }],
    }
  const several = severalIn(plain)
  if (several !== null) {
    const read = several.map((one) => oneSerial(withoutTypography(one)))
    const wrong = read.flatMap(({ notes }) => notes)
    return {
      value: null,
      notes: wrong,
      // BUILTIN between two serials is none, and what stands twice in a cell is one device.
      several: [...new Set(read.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))],
    }
  }
  const one = oneSerial(plain, text)
  return range === null || one.value === null
    ? one
    : {
        ...one,
        notes: [
          ...one.notes,
          { code: 'serial-range', severity: 'warning', found: text, expected: range.expected },
        ],
      }
}

function oneSerial(plain: string, text = plain): Interpreted {
  const letters = latinLetters(normaliseSerial(plain))
  const serial = letters.text
  if (serial === '') return { value: null, notes: [] }
  if (isSerialPlaceholder(serial))
    return { value: null, notes: [{ code: 'serial-placeholder', severity: 'warning', found: text }] }
  // The value stays: whoever looks at the difference to the last version must see what was typed.
  if (!isSerialShaped(serial))
    return { value: normaliseSerial(plain), notes: no('serial-malformed', text).notes }
  return {
    value: serial,
    notes: letters.changed
      ? [{ code: 'serial-foreign-letters', severity: 'warning', found: text, values: { serial } }]
      : [],
  }
}

/**
 * Serials that share a cell, or null when there is one. Comma, semicolon and line break never stand in a serial. A blank
 * and a slash may: they part only what would be a whole serial on either side, all of the same length.
 */
function severalIn(text: string): readonly string[] | null {
  const parts = piecesOf(text, /[,;\n\r|]+|\s+\/\s+|\s+(?:and|und|&)\s+/i)
  if (parts.length > 1) return parts.flatMap((part) => severalIn(part) ?? [part])
  for (const separator of [/\//, /\s+/]) {
    const alike = piecesOf(text, separator).map(normaliseSerial)
    const length = alike[0]?.length ?? 0
    const whole = (part: string) => part.length === length && /\d/.test(part) && isSerialShaped(part)
    if (alike.length > 1 && length >= 8 && alike.every(whole)) return alike
  }
  return null
}
const piecesOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A range that long is no list of devices. */
const longestRange = 1_000

/**
 * `JN0001 to JN0005`: what lies between is only suggested, since nobody numbers what is bought in the order in which it
 * was made. Certain when the sign between cannot stand in a serial.
 */
function rangeIn(
  text: string,
): { readonly isCertain: boolean; readonly expected: NonNullable<CellNote['expected']> } | null {
  const found = /^\s*([A-Z0-9]{3,30}?)\s*?(\.\.\.?|…|\s(?:to|bis)\s|\s-\s|~|-)\s*([A-Z0-9]{3,30})\s*$/i.exec(
    text,
  )
  if (found === null) return null
  const [, from = '', sign = '', to = ''] = found.map((part) => part.toUpperCase())
  const [, head = '', first = ''] = /^(.*?)(\d{1,9})$/.exec(from) ?? []
  const last = to.slice(head.length)
  if (first === '' || from.length !== to.length || !to.startsWith(head) || !/^\d+$/.test(last)) return null
  const count = Number(last) - Number(first) + 1
  // A part number or a day has two groups of digits too; a range begins with letters that both ends share.
  if (count < 2 || count > longestRange || (sign === '-' && !/[A-Z]/.test(head))) return null
  const serials = Array.from(
    { length: Math.min(count, 5) },
    (_, index) => `${head}${String(Number(first) + index).padStart(first.length, '0')}`,
  )
  return {
    isCertain: sign !== '-',
    expected: {
      kind: 'serials-listed',
      values: { serials: serials.join(', ') + (count > 5 ? ' …' : ''), count },
    },
  }
}

function serialOfNumber({ text, format }: Cell): Interpreted {
  if (/e/i.test(text)) return no('serial-scientific', text)
  if (!/^\d+$/.test(text)) return no('serial-not-whole', text)
  if (text.length > 15) return no('serial-digits-lost', text)
  const shown = inZeroFormat(text, format)
  return shown === null
    ? { value: text, notes: [{ code: 'serial-from-number', severity: 'warning', found: text }] }
    : { value: shown, notes: [] }
}

const no = (code: CellNote['code'], found: string): Interpreted => ({
  value: null,
  notes: [
    {
      code,
      severity: 'error',
      found,
      expected: { kind: code === 'serial-malformed' ? 'serial' : 'serial-as-text' },
    },
  ],
})

/** `123` in the format `00000000` or `0000-0000` is what the person saw; null for a format that pads nothing. */
function inZeroFormat(digits: string, format: string): string | null {
  const pattern = format.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1')
  if (!/^[0\-/ ]{2,}$/.test(pattern) || !pattern.includes('0')) return null
  let left = digits
  let shown = ''
  for (const place of [...pattern].reverse()) {
    shown = (place === '0' ? left.slice(-1) || '0' : place) + shown
    if (place === '0') left = left.slice(0, -1)
  }
  return (left + shown).replaceAll(' ', '')
}
