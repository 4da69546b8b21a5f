/** A column, or two, copied from a spreadsheet, and the devices it is meant for. Pure. */
import type { Schema } from '../../../api/client.ts'
import { asSerial } from './changes.ts'

type Unit = Schema['Unit']

/** Cells as a spreadsheet puts them on the clipboard: tabs, line ends, and quotes around what contains these. */
export function cellsIn(text: string): string[][] {
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  const ends = () => {
    lines.at(-1)?.push(cell.trim())
    cell = ''
  }
  const all = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  for (let at = 0; at < all.length; at++) {
    const sign = all[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (all[at + 1] === '"') {
        cell += sign
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') ends()
    else if (sign === '\n') {
      ends()
      lines.push([])
    } else cell += sign
  }
  ends()
  return lines
}

export interface Line {
  /** Which device: the one in this line of the table, this row, or the next one of this kind. */
  readonly key:
    | { readonly by: 'place' }
    | { readonly by: 'row'; readonly row: number }
    | { readonly by: 'sku'; readonly sku: string }
  readonly serial: string
}

const heading = /^(s\/?n|serial( ?(no\.?|number|nr\.?))?|serien-?(nummer|nr\.?))$/i

/**
 * The lines of what was pasted; null when it is neither one column of serial numbers nor two of which one names the
 * device, by row or by SKU. Blank cells keep their place.
 */
export function linesIn(text: string, skus: ReadonlySet<string>): Line[] | null {
  const cells = cellsIn(text)
  const width = Math.max(...cells.map((line) => line.length))
  if (width === 1) {
    const serials = cells.map(([serial = '']) => serial)
    return serials
      .slice(heading.test(serials[0] ?? '') ? 1 : 0)
      .map((serial) => ({ key: { by: 'place' }, serial }))
  }
  if (width !== 2) return null
  const isSku = (cell = '') => skus.has(cell.toUpperCase())
  const isRow = (cell = '') => /^\d{1,6}$/.test(cell)
  const column = (test: (cell?: string) => boolean): number => {
    const hits = [0, 1].map((index) => cells.filter((line) => test(line[index])).length)
    const best = (hits[1] ?? 0) > (hits[0] ?? 0) ? 1 : 0
    return (hits[best] ?? 0) * 2 >= cells.length - 1 && (hits[best] ?? 0) > 0 ? best : -1
  }
  const skuColumn = column(isSku)
  const rowColumn = skuColumn === -1 ? column(isRow) : -1
  const keyColumn = skuColumn === -1 ? rowColumn : skuColumn
  if (keyColumn === -1) return null
  const body = cells.filter((line, index) => index > 0 || (skuColumn === -1 ? isRow : isSku)(line[keyColumn]))
  return body.flatMap((line): Line[] => {
    const key = line[keyColumn] ?? ''
    const serial = line[1 - keyColumn] ?? ''
    if (serial === '') return []
    return skuColumn === -1
      ? [{ key: { by: 'row', row: isRow(key) ? Number(key) : 0 }, serial }]
      : [{ key: { by: 'sku', sku: key.toUpperCase() }, serial }]
  })
}

export interface Misfit {
  readonly serial: string
  readonly why: 'no-row' | 'locked' | 'no-sku'
  readonly row: number | null
}
export interface Fill {
  readonly filled: readonly { readonly unit: Unit; readonly serial: string }[]
  readonly misfits: readonly Misfit[]
}

/**
 * Which device gets which serial number. `units` in the order of the table, as many as are needed; a column begins at
 * `from`. `taken` says which devices have one already, known or typed: two columns with SKUs fill only the others.
 */
export function fill(
  lines: readonly Line[],
  units: readonly Unit[],
  from: number,
  taken: (unit: Unit) => string,
): Fill {
  const filled: { unit: Unit; serial: string }[] = []
  const misfits: Misfit[] = []
  const start = units.findIndex(({ row }) => row === from)
  const byRow = new Map(units.map((unit) => [unit.row, unit]))
  const free = new Map<string, Unit[]>()
  for (const unit of units) {
    if (!unit.actions.includes('change-unit') || taken(unit) !== '') continue
    const sku = unit.sku.toUpperCase()
    const same = free.get(sku)
    if (same === undefined) free.set(sku, [unit])
    else same.push(unit)
  }
  for (const [place, { key, serial }] of lines.entries()) {
    if (serial === '') continue
    const unit =
      key.by === 'place'
        ? units[start + place]
        : key.by === 'row'
          ? byRow.get(key.row)
          : free.get(key.sku)?.shift()
    if (unit === undefined) {
      const said = key.by === 'sku' && units.some((one) => taken(one) === asSerial(serial))
      if (!said)
        misfits.push({
          serial,
          why: key.by === 'sku' ? 'no-sku' : 'no-row',
          row: key.by === 'row' ? key.row : null,
        })
      continue
    }
    if (unit.actions.includes('change-unit')) filled.push({ unit, serial })
    else if (unit.serial !== asSerial(serial)) misfits.push({ serial, why: 'locked', row: unit.row })
  }
  return { filled, misfits }
}
