import { isSerialPlaceholder, isSerialShaped, normaliseSerial } from '../../../values/serial-number.ts'
import type { Cell } from './cells.ts'
import type { CellNote, Interpreted } from './interpreted.ts'

/**
 * A serial is text (domain.md section 6). A spreadsheet that made a number of it has lost leading zeros, and past 15
 * digits the rest: what cannot be known any more is refused, what is probably right is taken with a warning.
 */
export function serialOf(cell: Cell): Interpreted {
  return cell.kind === 'number' ? serialOfNumber(cell) : serialOfText(cell.text)
}

function serialOfText(text: string): Interpreted {
  if (/^\s*\d([.,]\d+)?E\+\d+\s*$/i.test(text)) return no('serial-scientific', text)
  const serial = normaliseSerial(text)
  if (serial === '') return { value: null, notes: [] }
  if (isSerialPlaceholder(serial))
    return { value: null, notes: [{ code: 'serial-placeholder', severity: 'warning', found: text }] }
  // The value stays: whoever looks at the difference to the last version must see what was typed.
  return { value: serial, notes: isSerialShaped(serial) ? [] : no('serial-malformed', text).notes }
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
