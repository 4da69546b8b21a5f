import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import { GENESIS } from '../../../platform/history/chain.ts'
import type { Stream } from '../../../platform/run-command.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Caller, scopeValue } from '../../people/index.ts'
import { type FrozenProgramme, frozenProgramme } from '../../programmes/index.ts'
import type { CaseFact, Move, OfOrder } from '../facts.ts'
import { isTerminal, unitStates } from '../rules/lifecycle.ts'
import { type CaseRow, caseById, reservedSerials } from '../storage/cases.ts'
import { countersOf } from '../storage/moves.ts'

/** A case as a use case needs it: its row, its frozen programme, its chain, and what every fact of it carries. */
export interface LoadedCase extends FrozenProgramme {
  readonly row: CaseRow
  readonly stream: Stream
  readonly ofOrder: OfOrder
}

export const caseStream = (caseId: string, orderId: string, version = 0, head: Buffer = GENESIS): Stream => ({
  name: `case:${caseId}`,
  root: `order:${orderId}`,
  table: 'cases',
  key: { id: caseId },
  version,
  head,
})

export type CaseNotFound = Refusal<'case-not-found'>
export type VersionConflict = Refusal<'version-conflict', { version: number }>

/** The case, if it lies in the caller's scope and stands where the caller last saw it (`If-Match`). */
export async function loadCase(
  db: Database,
  caller: Pick<Caller, 'scope'>,
  id: string,
): Promise<LoadedCase | CaseNotFound>
export async function loadCase(
  db: Database,
  caller: Pick<Caller, 'scope'>,
  id: string,
  ifMatch: number | undefined,
): Promise<LoadedCase | CaseNotFound | VersionConflict>
export async function loadCase(
  db: Database,
  { scope }: Pick<Caller, 'scope'>,
  id: string,
  ifMatch?: number,
): Promise<LoadedCase | CaseNotFound | VersionConflict> {
  const row = await firstRow(db, caseById, [scopeValue(scope), id])
  if (row === undefined) return { refused: 'case-not-found' }
  if (ifMatch !== undefined && ifMatch !== row.version)
    return { refused: 'version-conflict', version: row.version }
  const frozen = await frozenProgramme(db, row.programme_id, row.programme_version)
  if (frozen === undefined) throw new Error(`case ${id} follows a programme version that is not there`)
  return {
    ...frozen,
    row,
    stream: caseStream(row.id, row.order_id, row.version, row.head),
    ofOrder: {
      orderId: row.order_id,
      caseId: row.id,
      customerId: row.customer_id,
      currency: row.currency,
      creditPaid: frozen.programme.credit.paid,
    },
  }
}

const openUnits = (row: CaseRow): number =>
  unitStates
    .filter((state) => !isTerminal(state))
    .reduce((sum, state) => sum + (row[state.replaceAll('-', '_') as keyof CaseRow] as number), 0)

/** The row as it will stand after these moves, for the answer that is sent with them. */
export function rowAfter(row: CaseRow, moves: readonly Move[], set: Partial<CaseRow> = {}): CaseRow {
  const after = { ...row, ...set } as CaseRow & Record<string, unknown>
  for (const [name, amount] of Object.entries(countersOf(moves)))
    (after as Record<string, unknown>)[name] = (after[name as keyof CaseRow] as number) + amount
  return after
}

/** A case closes by itself with its last unit: nobody sets its status. */
export const closing = ({ row, ofOrder }: LoadedCase, moves: readonly Move[]): CaseFact[] =>
  row.closed_at === null && openUnits(rowAfter(row, moves)) === 0 ? [{ type: 'case-closed', ...ofOrder }] : []

/** Which of these serial numbers other units hold, as `family serial`. */
export async function reservedAmong(
  db: Database,
  wished: readonly { serial: string; family: string }[],
  orderId: string,
  unitRows: readonly number[],
): Promise<Set<string>> {
  if (wished.length === 0) return new Set()
  const found = await rows(db, reservedSerials, [
    wished.map(({ serial }) => serial),
    wished.map(({ family }) => family),
    orderId,
    unitRows,
  ])
  return new Set(found.map(({ serial, sku_family }) => `${sku_family} ${serial}`))
}
