/** What somebody wants to be different about the devices of a case, before it is sent. Pure. */
import type { Schema } from '../../../api/client.ts'

type Unit = Schema['Unit']
export type Mark = NonNullable<Unit['serialMark']>
/** Of a device, what can be changed in the table. */
export type Said = Pick<Unit, 'serial' | 'serialMark' | 'route'>

export interface Change {
  readonly sku: string
  /** What stood there when the change was begun: whoever saves decided on that. */
  readonly base: Said
  /** As typed, also while it is not yet a serial number. */
  readonly serial?: string
  /** `null` takes the mark away that was there. */
  readonly mark?: Mark | null
  readonly route?: Unit['route']
}
export interface Changes {
  /** Version of the case on which the first change was begun; null while there is none. */
  readonly version: number | null
  readonly rows: Readonly<Record<number, Change>>
}
export const noChanges: Changes = { version: null, rows: {} }

/** A serial number as the server will read it. */
export const asSerial = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase()

export interface Wish {
  readonly serial?: string
  readonly mark?: Mark | null
  readonly route?: Unit['route']
}

/** With some devices said differently. What is as it stands there is no change. */
export function withChanges(
  { version, rows }: Changes,
  said: readonly { readonly unit: Unit; readonly wish: Wish }[],
  caseVersion: number,
): Changes {
  const next: Record<number, Change> = { ...rows }
  for (const { unit, wish } of said) {
    const base = next[unit.row]?.base ?? {
      serial: unit.serial,
      serialMark: unit.serialMark,
      route: unit.route,
    }
    const { serial, mark, route } = { ...next[unit.row], ...exclusive(wish) }
    const change: Change = {
      sku: unit.sku,
      base,
      ...(serial !== undefined && !isSame(serial, base) && { serial }),
      ...(mark !== undefined && mark !== base.serialMark && { mark }),
      ...(route !== undefined && route !== base.route && { route }),
    }
    if (isEmpty(change)) delete next[unit.row]
    else next[unit.row] = change
  }
  return Object.keys(next).length === 0 ? noChanges : { version: version ?? caseVersion, rows: next }
}

/** A serial number and the mark that there is none take each other away, as on the server. */
const exclusive = (wish: Wish) =>
  wish.mark ? { ...wish, serial: undefined } : wish.serial !== undefined ? { ...wish, mark: undefined } : wish

const isSame = (typed: string, { serial }: Said): boolean => asSerial(typed) === (serial ?? '')
const isEmpty = ({ serial, mark, route }: Change): boolean =>
  serial === undefined && mark === undefined && route === undefined

/** Without what was sent, unless somebody typed on meanwhile. */
export function without({ rows }: Changes, sent: Changes['rows'], version: number): Changes {
  const left = Object.entries(rows).filter(([row, change]) => sent[Number(row)] !== change)
  return left.length === 0 ? noChanges : { version, rows: Object.fromEntries(left) }
}

/** A serial number can be replaced and not be emptied: such a cell is not sent, and says so. */
export const isEmptied = ({ serial }: Change): boolean => serial !== undefined && serial.trim() === ''

/** What is sent, by row. */
export const wishesOf = ({ rows }: Changes) =>
  Object.entries(rows)
    .filter(([, change]) => !isEmptied(change))
    .map(([row, { serial, mark, route }]) => ({
      row: Number(row),
      ...(serial !== undefined && { serial: serial.trim() }),
      ...(mark !== undefined && { serialMark: mark }),
      ...(route !== undefined && { route }),
    }))

/** What the device says now of its serial number: typed, else known. */
export const serialIn = (unit: Said, change: Change | undefined): string =>
  change?.serial !== undefined ? asSerial(change.serial) : change?.mark ? '' : (unit.serial ?? '')

export const markIn = (unit: Said, change: Change | undefined): Mark | null =>
  change?.mark !== undefined ? change.mark : change?.serial ? null : unit.serialMark

/** Rows that say the same serial number of the same kind of device, other than themselves. */
export function twins(units: readonly Unit[], { rows }: Changes): ReadonlyMap<number, number> {
  const said = new Map<string, number[]>()
  const add = (sku: string, serial: string, row: number) => {
    if (serial === '') return
    const key = `${sku} ${serial}`
    const there = said.get(key)
    if (there === undefined) said.set(key, [row])
    else if (!there.includes(row)) there.push(row)
  }
  for (const unit of units) add(unit.sku, serialIn(unit, rows[unit.row]), unit.row)
  for (const [row, { sku, serial }] of Object.entries(rows))
    if (serial !== undefined) add(sku, asSerial(serial), Number(row))
  return new Map(
    [...said.values()].flatMap((same) =>
      same.length < 2 ? [] : same.map((row, index) => [row, same[index === 0 ? 1 : 0] ?? row] as const),
    ),
  )
}

/** What is there now is not what was there when the change was begun. */
export const hasMoved = (unit: Said, { base }: Change): boolean =>
  unit.serial !== base.serial || unit.serialMark !== base.serialMark || unit.route !== base.route

/** The same wishes, begun again on what is there now; what is already so falls away. */
export function rebased({ rows }: Changes, units: readonly Unit[], version: number): Changes {
  const now = new Map(units.map((unit) => [unit.row, unit]))
  const kept = Object.entries(rows).filter(([row]) => !now.has(Number(row)))
  const again = [...now.values()].flatMap((unit) => {
    const change = rows[unit.row]
    return change === undefined ? [] : [{ unit, wish: wishIn(change) }]
  })
  return withChanges({ version, rows: Object.fromEntries(kept) }, again, version)
}

const wishIn = ({ serial, mark, route }: Change): Wish => ({
  ...(serial !== undefined && { serial }),
  ...(mark !== undefined && { mark }),
  ...(route !== undefined && { route }),
})
