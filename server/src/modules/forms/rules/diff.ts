import { normaliseSku } from '../../../values/sku.ts'
import type { UnitChange, UnitProblem, UnitRow, UnitWish } from '../../cases/index.ts'
import { lineFields } from './fields.ts'
import type { FormLine } from './reading.ts'

/** One field of one device, before and after: what a person is shown before the form is applied. */
export interface DiffEntry {
  readonly row: number
  readonly sku: string
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

export type LineProblem =
  | {
      readonly refused: 'line-sku-differs'
      readonly sheetRow: number
      readonly row: number
      readonly found: string
      readonly expected: string
    }
  | { readonly refused: 'line-row-unknown'; readonly sheetRow: number; readonly row: number }
  | { readonly refused: 'line-unit-left'; readonly sheetRow: number; readonly found: string }

/** Fields with a place of their own; every other field of a line is kept in the unit's details. */
const ownPlace = new Set(['row', 'sku', 'description', 'quantity', 'serial', 'route'])
const detailFields = lineFields.map(({ key }) => key).filter((key) => !ownPlace.has(key))

const detailsOf = (line: FormLine): Record<string, unknown> =>
  Object.fromEntries(
    detailFields.flatMap((key) => (line[key] === null || line[key] === undefined ? [] : [[key, line[key]]])),
  )

/**
 * Which unit each line speaks of. A row id decides alone. A line without one (added by hand, or another template) takes
 * the unit that has its serial already, else the first unit of its SKU that no other line speaks of; `quantity` lines
 * without serials take as many.
 */
export function wishesOf(
  units: readonly UnitRow[],
  lines: readonly FormLine[],
): { wishes: UnitWish[]; sheetRows: Map<number, number>; problems: LineProblem[] } {
  const byRow = new Map(units.map((unit) => [unit.row, unit]))
  const bySerial = new Map(
    units.flatMap((unit) => (unit.serial === null ? [] : [[`${unit.sku} ${unit.serial}`, unit] as const])),
  )
  const spoken = new Set(lines.flatMap(({ row }) => row ?? []))
  const free = new Map<string, UnitRow[]>()
  for (const unit of units)
    if (!spoken.has(unit.row)) free.set(unit.sku, [...(free.get(unit.sku) ?? []), unit])
  for (const pool of free.values()) pool.sort((a, b) => Number(a.serial !== null) - Number(b.serial !== null))

  const wishes: UnitWish[] = []
  const sheetRows = new Map<number, number>()
  const problems: LineProblem[] = []
  const wish = (unit: UnitRow, line: FormLine) => {
    wishes.push({
      row: unit.row,
      details: detailsOf(line),
      ...(line.serial !== null && { serial: line.serial }),
      ...(line.route !== null && { route: line.route }),
    })
    sheetRows.set(unit.row, line.sheetRow)
  }
  for (const line of lines) {
    const sku = line.sku === null ? null : normaliseSku(line.sku)
    if (line.row !== null) {
      const unit = byRow.get(line.row)
      if (unit === undefined)
        problems.push({ refused: 'line-row-unknown', sheetRow: line.sheetRow, row: line.row })
      else if (sku !== null && sku !== unit.sku)
        problems.push({
          refused: 'line-sku-differs',
          sheetRow: line.sheetRow,
          row: line.row,
          found: sku,
          expected: unit.sku,
        })
      else wish(unit, line)
      continue
    }
    if (sku === null) continue
    const known = line.serial === null ? undefined : bySerial.get(`${sku} ${line.serial}`)
    if (known !== undefined) {
      wish(known, line)
      continue
    }
    for (let wanted = Math.max(1, line.quantity ?? 1); wanted > 0; wanted--) {
      const unit = free.get(sku)?.shift()
      if (unit === undefined) {
        problems.push({ refused: 'line-unit-left', sheetRow: line.sheetRow, found: sku })
        break
      }
      wish(unit, line)
    }
  }
  return { wishes, sheetRows, problems }
}

export function diffOf(units: readonly UnitRow[], changes: readonly UnitChange[]): DiffEntry[] {
  const byRow = new Map(units.map((unit) => [unit.row, unit]))
  return changes.flatMap((change): DiffEntry[] => {
    const unit = byRow.get(change.row)
    if (unit === undefined) return []
    const entry = (field: string, from: unknown, to: unknown): DiffEntry => ({
      row: unit.row,
      sku: unit.sku,
      field,
      from,
      to,
    })
    return [
      ...(change.serial === undefined ? [] : [entry('serial', unit.serial, change.serial)]),
      ...(change.serialMark === undefined ? [] : [entry('serialMark', unit.serial_mark, change.serialMark)]),
      ...(change.routeBefore === undefined ? [] : [entry('route', unit.route, change.route)]),
      ...Object.entries(change.details ?? {}).flatMap(([key, to]) =>
        unit.details[key] === to ? [] : [entry(key, unit.details[key] ?? null, to)],
      ),
    ]
  })
}

export type ApplyProblem = LineProblem | (UnitProblem & { readonly sheetRow: number | null })
