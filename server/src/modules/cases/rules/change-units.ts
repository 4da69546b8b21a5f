import type { Refusal } from '../../../values/refusal.ts'
import { isSerialPlaceholder, isSerialShaped, normaliseSerial } from '../../../values/serial-number.ts'
import type { Programme } from '../../programmes/index.ts'
import type { Route, SerialMark, UnitChange } from '../facts.ts'
import type { UnitRow } from '../storage/cases.ts'
import { isTerminal, lifecycle, mayHappen } from './lifecycle.ts'

/**
 * What somebody says of a unit, on a form or by hand. What is left out stays as it is. A serial number and the mark that
 * there is none exclude each other: whichever is given takes the other away.
 */
export interface UnitWish {
  readonly row: number
  readonly serial?: string | null | undefined
  readonly serialMark?: SerialMark | null | undefined
  readonly route?: Route | undefined
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

export type UnitProblem = { readonly row: number } & (
  | Refusal<'unit-not-in-case'>
  | Refusal<'serial-malformed', { found: string }>
  | Refusal<'serial-repeated', { found: string }>
  | Refusal<'serial-swap', { found: string; heldBy: number }>
  | Refusal<'serial-reserved', { found: string }>
  | Refusal<'serial-locked', { state: string }>
  | Refusal<'route-not-offered', { route: Route }>
  | Refusal<'route-locked', { state: string }>
)

/** Serial and family of what is wished, for the question which of them are taken already. */
export const wishedSerials = (
  units: readonly UnitRow[],
  wishes: readonly UnitWish[],
): { serial: string; family: string }[] => {
  const families = new Map(units.map((unit) => [unit.row, unit.sku_family]))
  return wishes.flatMap(({ row, serial }) => {
    const family = families.get(row)
    return serial && family ? [{ serial: normaliseSerial(serial), family }] : []
  })
}

/**
 * The changes that are left after what is said already holds, or every reason why not. A finished unit is passed over
 * in silence when the form only repeats it, and refused when the form says something else.
 *
 * A serial that another unit of the case gives up in the same step is refused all the same: all changes are written by
 * one statement, and a unique index that a predicate restricts is checked row by row and cannot wait for its end.
 */
export function changeUnits(
  units: readonly UnitRow[],
  wishes: readonly UnitWish[],
  programme: Pick<Programme, 'routes'>,
  reserved: ReadonlySet<string>,
): { changes: UnitChange[]; problems: UnitProblem[] } {
  const byRow = new Map(units.map((unit) => [unit.row, unit]))
  const changes: UnitChange[] = []
  const problems: UnitProblem[] = []
  const kept: ReadonlyMap<string, number> = new Map(
    units.flatMap((unit) =>
      unit.serial === null ? [] : [[`${unit.sku_family} ${unit.serial}`, unit.row] as const],
    ),
  )
  const said = new Map<string, number>()

  for (const wish of wishes) {
    const unit = byRow.get(wish.row)
    const { row } = wish
    if (unit === undefined) {
      problems.push({ row, refused: 'unit-not-in-case' })
      continue
    }
    const before = problems.length
    const serial = wish.serial ? normaliseSerial(wish.serial) : undefined
    const mark = serial === undefined ? wish.serialMark : null
    const saidSerial = mark ? null : serial
    const newSerial = saidSerial !== unit.serial ? saidSerial : undefined
    const newMark = mark !== unit.serial_mark ? mark : undefined
    const newRoute = wish.route !== undefined && wish.route !== unit.route ? wish.route : undefined
    const details = wish.details === undefined ? undefined : { ...unit.details, ...wish.details }
    const newDetails =
      details !== undefined && JSON.stringify(details) !== JSON.stringify(unit.details) ? details : undefined

    if (serial !== undefined) {
      const key = `${unit.sku_family} ${serial}`
      const other = said.get(key) ?? kept.get(key)
      if (isSerialPlaceholder(serial) || !isSerialShaped(serial))
        problems.push({ row, refused: 'serial-malformed', found: serial })
      else if (other !== undefined && other !== row) {
        const givenUp = wishes.some(
          (one) => one.row === other && one.serial && normaliseSerial(one.serial) !== serial,
        )
        problems.push(
          givenUp
            ? { row, refused: 'serial-swap', found: serial, heldBy: other }
            : { row, refused: 'serial-repeated', found: serial },
        )
      } else if (newSerial !== undefined && reserved.has(key))
        problems.push({ row, refused: 'serial-reserved', found: serial })
      said.set(key, row)
    }
    // Once a certificate names the serial, or the dock has seen the device, a form no longer changes it.
    const serialOpen = unit.state === 'owed' || unit.state === 'identified' || unit.state === 'in-transit'
    if ((newSerial !== undefined || newMark !== undefined) && !serialOpen)
      problems.push({ row, refused: 'serial-locked', state: unit.state })
    if (newRoute !== undefined) {
      if (programme.routes[newRoute] === undefined)
        problems.push({ row, refused: 'route-not-offered', route: newRoute })
      // Return -> destroy until it is shipped, destroy -> return until it is declared destroyed (docs/decisions/0009).
      else if (unit.state !== 'owed' && unit.state !== 'identified')
        problems.push({ row, refused: 'route-locked', state: unit.state })
    }
    const identityChanges = newSerial !== undefined || newMark !== undefined
    if (problems.length > before || !(identityChanges || newRoute !== undefined || newDetails !== undefined))
      continue
    if (isTerminal(unit.state)) continue
    const known =
      (newSerial === undefined ? unit.serial : newSerial) ??
      (newMark === undefined ? unit.serial_mark : newMark)
    const event = known === null ? 'unidentify' : 'identify'
    changes.push({
      row,
      from: unit.state,
      to: identityChanges && mayHappen(event, unit.state) ? lifecycle[event].to : unit.state,
      route: newRoute ?? unit.route,
      ...(newRoute !== undefined && { routeBefore: unit.route }),
      creditMinor: unit.credit_minor,
      ...(newSerial !== undefined && { serial: newSerial }),
      ...(newMark !== undefined && { serialMark: newMark }),
      ...(newDetails !== undefined && { details: newDetails }),
    })
  }
  return { changes, problems }
}
