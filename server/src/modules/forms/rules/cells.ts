/** One cell as it stands in the file, before anybody decided what it means. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error'
  /** Text of the cell; for numbers the digits **as written in the file**, since a double has lost what is past 15. */
  readonly text: string
  /** Number format code such as `dd.mm.yyyy`, `00000000` or `@`; `General` when the cell has none. */
  readonly format: string
  /** A formula is never computed: `cached` brings the value the last program saved, `uncached` brings none. */
  readonly formula: 'none' | 'cached' | 'uncached'
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind === 'text' && cell.text.trim() === '' && cell.formula !== 'uncached')

/** A format that shows a day. Quoted words, [colours], [locales] and escaped letters do not count. */
export const isDateFormat = (format: string): boolean =>
  format !== 'General' && /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** `0` -> `A`, `26` -> `AA`. */
export const columnLetters = (column: number): string => {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}
export const address = (column: number, row: number): string => `${columnLetters(column)}${row}`

const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)

/**
 * Excel counts days from 1900-01-01 = 1 and believes that 1900 had a 29 February (ECMA-376 part 1, 18.17.4.1); from
 * March 1900 on, counting from 1899-12-30 gives the same day. Earlier days mean nothing on this form.
 */
export const dayOfSerialDate = (serial: number): string =>
  new Date(epoch1900 + Math.floor(serial) * dayMs).toISOString().slice(0, 10)
export const serialDateOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - epoch1900) / dayMs)
