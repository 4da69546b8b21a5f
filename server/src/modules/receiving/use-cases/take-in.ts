import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type CaseFact, closing, type LoadedCase, type Move, type UnitRow } from '../../cases/index.ts'
import { type CertificateFact, certificateByNumber, declaredUnder } from '../../certificates/index.ts'
import type { ReceivingFact } from '../facts.ts'

export type TakeInFact = ReceivingFact | CaseFact | CertificateFact

/**
 * What an arrived device means for its unit: received, and accepted at once where the programme wants no inspection.
 * A certificate under review that named only this device has nothing left to certify: the receipt wins. A closed case
 * opens again for what comes late, and closes with it.
 * @param found what the device itself said where the papers say something else or nothing
 */
export async function takeIn(
  { db }: Pick<House<TakeInFact>, 'db'>,
  loaded: LoadedCase,
  unit: UnitRow,
  scan: { readonly receiptId: string; readonly number: number },
  found: Pick<Extract<ReceivingFact, { type: 'unit-received' }>, 'serial' | 'serialMark'> = {},
): Promise<TakeInFact[]> {
  const { ofOrder, programme } = loaded
  const received: Move = {
    row: unit.row,
    from: unit.state,
    to: 'received',
    route: 'return',
    ...(unit.route === 'destroy' && { routeBefore: 'destroy' as const }),
    creditMinor: unit.credit_minor,
  }
  const facts: TakeInFact[] = [
    ...(loaded.row.closed_at === null
      ? []
      : [{ type: 'case-reopened' as const, because: 'late-arrival' as const, ...ofOrder }]),
    { type: 'unit-received', ...ofOrder, ...scan, moves: [received], ...found },
  ]
  const moves = [received]
  const known = found.serial ?? found.serialMark ?? unit.serial ?? unit.serial_mark
  if (programme.routes.return?.condition.inspection !== 'required' && known !== null) {
    const accepted: Move = {
      row: unit.row,
      from: 'received',
      to: 'accepted',
      route: 'return',
      creditMinor: unit.credit_minor,
    }
    facts.push({ type: 'unit-accepted', ...ofOrder, moves: [accepted] })
    moves.push(accepted)
  }
  const reopened = { ...loaded, row: { ...loaded.row, closed_at: null } }
  facts.push(...(await voided(db, loaded, unit)), ...closing(reopened, moves))
  return facts
}

async function voided(
  db: House<TakeInFact>['db'],
  { row, ofOrder }: LoadedCase,
  unit: UnitRow,
): Promise<CertificateFact[]> {
  if (unit.state !== 'destruction-declared' || unit.certificate === null) return []
  const certificate = await firstRow(db, certificateByNumber, [row.id, unit.certificate])
  const others = (await rows(db, declaredUnder, [row.id, unit.certificate])).filter(
    (one) => one.row !== unit.row,
  )
  if (certificate?.state !== 'submitted' || others.length > 0) return []
  return [{ type: 'certificate-voided', ...ofOrder, number: unit.certificate, inReview: true }]
}
