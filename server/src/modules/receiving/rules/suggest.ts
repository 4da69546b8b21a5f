import type { UnitRow } from '../../cases/index.ts'
import { mayHappen } from '../../cases/rules/lifecycle.ts'

/** Why a unit may be what is held, the strongest first. */
export const reasons = ['same-serial', 'similar-serial', 'label-case', 'same-sku'] as const
export type Reason = (typeof reasons)[number]

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Of which people and cameras take one for the other, any number of them in one serial. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' }
const MOST_LOOKALIKES = 6

/**
 * Serials that a person or a camera could have meant: every mix of O/0 and I/1, and one character wrong, missing or too
 * many. Made here and looked up by key (some 900 of a serial with 12 characters), because a comparison by distance
 * would read every unit there is.
 */
export function similarSerials(serial: string): string[] {
  const near = new Set<string>()
  let mixed = ['']
  let swaps = 0
  for (const character of serial) {
    const twin = swaps < MOST_LOOKALIKES ? lookalikes[character] : undefined
    if (twin !== undefined) swaps += 1
    mixed = mixed.flatMap((start) =>
      twin === undefined ? [start + character] : [start + character, start + twin],
    )
  }
  for (const one of mixed) near.add(one)
  for (let at = 0; at <= serial.length; at += 1) {
    const [before, after] = [serial.slice(0, at), serial.slice(at)]
    if (after !== '') near.add(before + after.slice(1))
    for (const letter of LETTERS) {
      near.add(before + letter + after)
      if (after !== '') near.add(before + letter + after.slice(1))
    }
  }
  near.delete(serial)
  return [...near]
}

/** Why this unit may be the held goods; empty when it cannot arrive any more or nothing speaks for it. */
export function reasonsFor(
  goods: { readonly serial: string | null; readonly sku: string | null; readonly labelCase: string | null },
  unit: Pick<UnitRow, 'serial' | 'sku' | 'case_id' | 'state'>,
  similar: ReadonlySet<string>,
): Reason[] {
  if (!mayHappen('receive', unit.state) && !mayHappen('arrive-late', unit.state)) return []
  const holds: Readonly<Record<Reason, boolean>> = {
    'same-serial': goods.serial !== null && unit.serial === goods.serial,
    'similar-serial': unit.serial !== null && similar.has(unit.serial),
    'label-case': goods.labelCase !== null && unit.case_id === goods.labelCase,
    'same-sku': goods.sku !== null && unit.sku === goods.sku,
  }
  return reasons.filter((reason) => holds[reason])
}

/** More reasons first, then the stronger ones. */
export const byStrength = (one: readonly Reason[], other: readonly Reason[]): number =>
  strength(other) - strength(one)
const strength = (found: readonly Reason[]): number =>
  found.reduce((sum, reason) => sum + 2 ** (reasons.length - reasons.indexOf(reason)), 0)
