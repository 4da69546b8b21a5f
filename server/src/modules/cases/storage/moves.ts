import { type Patch, update } from '../../../platform/history/patch.ts'
import type { Move, OfOrder, UnitChange } from '../facts.ts'
import { isEarned, isTerminal, mayMove, type UnitState } from '../rules/lifecycle.ts'

const column = (state: UnitState): string => state.replaceAll('-', '_')

/** How the counters and sums of a case change: only these are touched, whether it has ten units or ten thousand. */
export function countersOf(moves: readonly Move[]): Record<string, number> {
  const counters: Record<string, number> = {}
  const add = (name: string, amount: number) => {
    counters[name] = (counters[name] ?? 0) + amount
    if (counters[name] === 0) delete counters[name]
  }
  const waits = (state: UnitState) => state === 'owed' || state === 'identified'
  for (const { from, to, route, routeBefore = route, creditMinor } of moves) {
    add(column(from), -1)
    add(column(to), 1)
    if (waits(from)) add(routeBefore === 'return' ? 'to_ship' : 'to_destroy', -1)
    if (waits(to)) add(route === 'return' ? 'to_ship' : 'to_destroy', 1)
    const credit = (name: string, counts: (state: UnitState) => boolean) =>
      add(name, (Number(counts(to)) - Number(counts(from))) * creditMinor)
    credit('granted_minor', (state) => state !== 'cancelled')
    credit('secured_minor', isEarned)
    credit('at_risk_minor', (state) => !isTerminal(state))
    credit('waived_minor', (state) => state === 'waived')
  }
  return counters
}

/** The rows of units that moved, and the counters of their case; `also` are further columns of each unit. */
export function movePatches(
  { orderId, caseId }: Pick<OfOrder, 'orderId' | 'caseId'>,
  moves: readonly (Move | UnitChange)[],
  at: string,
  also: Readonly<Record<string, unknown>> = {},
): Patch[] {
  const impossible = moves.find(({ from, to }) => !mayMove(from, to))
  if (impossible)
    throw new Error(`unit ${impossible.row}: no way from ${impossible.from} to ${impossible.to}`)
  return [
    ...moves.map((move) =>
      update(
        'unit',
        { order_id: orderId, row: move.row },
        {
          state: move.to,
          changed_at: at,
          ...(move.routeBefore !== undefined && { route: move.route }),
          ...('serial' in move && { serial: move.serial }),
          ...('serialMark' in move && { serial_mark: move.serialMark }),
          ...('details' in move && { details: move.details }),
          ...also,
        },
        {},
        { state: move.from },
      ),
    ),
    update('cases', { id: caseId }, {}, countersOf(moves)),
  ]
}
