import { createHash } from 'node:crypto'
import type { Refusal } from '../../../values/refusal.ts'
import type { Move, UnitRow } from '../../cases/index.ts'
import { mayHappen } from '../../cases/rules/lifecycle.ts'
import type { CertificateLine } from '../facts.ts'

/** SHA-256 over the printed list, one `row TAB sku TAB serial` a line, in the order of the rows. */
export const serialListDigest = (lines: readonly CertificateLine[]): string =>
  createHash('sha256')
    .update(
      [...lines]
        .sort((a, b) => a.row - b.row)
        .map(({ row, sku, serial }) => `${row}\t${sku}\t${serial ?? ''}\n`)
        .join(''),
    )
    .digest('hex')

const moveTo = (unit: UnitRow, to: Move['to']): Move => ({
  row: unit.row,
  from: unit.state,
  to,
  route: unit.route,
  creditMinor: unit.credit_minor,
})

export type NotIssuable =
  | Refusal<'no-units-to-destroy'>
  | Refusal<'units-not-to-destroy', { rows: readonly number[] }>

/** Units a certificate can be issued for: to be destroyed, and not handed in on another certificate. */
export function linesToIssue(
  units: readonly UnitRow[],
  rows: readonly number[] | undefined,
): CertificateLine[] | NotIssuable {
  const ready = units.filter(
    ({ route, state }) => route === 'destroy' && (state === 'owed' || state === 'identified'),
  )
  const wrong = rows?.filter((row) => !ready.some((unit) => unit.row === row)) ?? []
  if (wrong.length > 0) return { refused: 'units-not-to-destroy', rows: wrong }
  const chosen = rows === undefined ? ready : ready.filter(({ row }) => rows.includes(row))
  if (chosen.length === 0) return { refused: 'no-units-to-destroy' }
  return chosen.map(({ row, sku, serial }) => ({ row, sku, serial }))
}

export type NotSubmittable =
  | Refusal<'certificate-serials-missing', { rows: readonly number[] }>
  | Refusal<'certificate-outdated', { rows: readonly number[] }>

/**
 * Handing in the signed document declares its units destroyed. It must be the list that stands now: a unit without a
 * serial cannot be certified, and a page printed before a serial changed certifies another device.
 */
export function declareDestroyed(
  lines: readonly CertificateLine[],
  units: readonly UnitRow[],
): Move[] | NotSubmittable {
  const byRow = new Map(units.map((unit) => [unit.row, unit]))
  const unnamed = lines
    .filter(({ row }) => byRow.get(row)?.serial == null && byRow.get(row)?.serial_mark == null)
    .map(({ row }) => row)
  if (unnamed.length > 0) return { refused: 'certificate-serials-missing', rows: unnamed }
  const different = lines.filter(({ row, serial }) => {
    const unit = byRow.get(row)
    return (
      unit === undefined ||
      unit.serial !== serial ||
      unit.route !== 'destroy' ||
      !mayHappen('declare-destruction', unit.state)
    )
  })
  if (different.length > 0) return { refused: 'certificate-outdated', rows: different.map(({ row }) => row) }
  return lines.flatMap(({ row }) => {
    const unit = byRow.get(row)
    return unit === undefined ? [] : [moveTo(unit, 'destruction-declared')]
  })
}

/** Only what the document really names is certified; the rest waits for another one. What arrived meanwhile is not here. */
export function certify(
  declared: readonly UnitRow[],
  matching: readonly number[] | undefined,
): Move[] | Refusal<'units-not-on-certificate', { rows: readonly number[] }> {
  const stranger = matching?.filter((row) => !declared.some((unit) => unit.row === row)) ?? []
  if (stranger.length > 0) return { refused: 'units-not-on-certificate', rows: stranger }
  return declared.map((unit) =>
    moveTo(unit, matching === undefined || matching.includes(unit.row) ? 'certified' : 'identified'),
  )
}

export const takeBack = (declared: readonly UnitRow[]): Move[] =>
  declared.map((unit) => moveTo(unit, 'identified'))
