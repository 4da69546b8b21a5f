import { isSerialShaped } from '../../../values/serial-number.ts'
import { normaliseSku } from '../../../values/sku.ts'
import type { UnitRow } from '../../cases/index.ts'
import { mayHappen } from '../../cases/rules/lifecycle.ts'

/**
 * What the dock is told of a scan. Green goes on the shelf, yellow is taken in with a remark, red is set aside; nothing
 * is sent back at the door, and nobody at the dock is told whose a stranger's device is.
 */
export const scanOutcomes = {
  expected: 'green',
  'late-arrival': 'yellow',
  'was-to-be-destroyed': 'yellow',
  'already-received': 'yellow',
  'other-case': 'yellow',
  'wrong-sku': 'red',
  'destroyed-before': 'red',
  'other-customer': 'red',
  unreadable: 'red',
  unknown: 'red',
} as const
export type ScanOutcome = keyof typeof scanOutcomes
export const outcomeNames = Object.keys(scanOutcomes) as [ScanOutcome, ...ScanOutcome[]]

/** A unit found by its serial, with what its case says of it. */
export interface Candidate extends UnitRow {
  readonly closed: boolean
  /** Where the case stood when the unit was read: what is decided on the unit is written after exactly that. */
  readonly case_version: number | null
  readonly case_head: Buffer | null
}

export interface Match {
  readonly outcome: ScanOutcome
  /** The unit that this scan receives; null when nothing is received. */
  readonly unit: Candidate | null
  /** Set aside as unmatched goods. */
  readonly hold: boolean
  /** What the papers say that this serial number is: it helps the dock to look again, and names nobody. */
  readonly expectedSku: string | null
}

/**
 * Whose is it? Blind: the serial decides; SKU and case number, where the dock gives them, only cast doubt.
 * @param candidates units with this serial (one per SKU family)
 * @param labelCustomer the customer of the case whose label was on the box, if one was scanned
 */
export function matchScan(
  scan: { readonly serial: string | null; readonly sku: string | null; readonly caseId: string | null },
  candidates: readonly Candidate[],
  labelCustomer: string | null,
): Match {
  const held = (outcome: ScanOutcome, expectedSku: string | null = null): Match => ({
    outcome,
    unit: null,
    hold: true,
    expectedSku,
  })
  const taken = (outcome: ScanOutcome, unit: Candidate): Match => ({
    outcome,
    unit,
    hold: false,
    expectedSku: unit.sku,
  })
  if (scan.serial === null || !isSerialShaped(scan.serial)) return held('unreadable')
  const sku = scan.sku === null ? null : normaliseSku(scan.sku)
  const fitting = sku === null ? candidates : candidates.filter((unit) => unit.sku === sku)
  // Two families share a serial and the dock gave no SKU: a person has to look at the label.
  const unit = fitting.length === 1 ? fitting[0] : undefined
  if (unit === undefined) {
    if (sku === null) return held('unknown')
    const [only, ...others] = candidates
    return only === undefined ? held('unknown') : held('wrong-sku', others.length === 0 ? only.sku : null)
  }
  if (labelCustomer !== null && unit.customer_id !== labelCustomer) return held('other-customer')
  if (unit.case_id === null) return held('unknown')

  if (unit.state === 'received' || unit.state === 'accepted')
    return { ...taken('already-received', unit), unit: null }
  if (unit.state === 'certified') return held('destroyed-before')
  if (unit.state === 'charged-back' || unit.state === 'waived') return taken('late-arrival', unit)
  if (!mayHappen('receive', unit.state)) return held('unknown')
  if (unit.route === 'destroy') return taken('was-to-be-destroyed', unit)
  return taken(scan.caseId !== null && unit.case_id !== scan.caseId ? 'other-case' : 'expected', unit)
}
