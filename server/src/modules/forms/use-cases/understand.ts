import { type Database, rows } from '../../../platform/database/pool.ts'
import {
  changeUnits,
  type LoadedCase,
  reservedAmong,
  type UnitChange,
  type UnitRow,
  unitsOfCase,
  wishedSerials,
} from '../../cases/index.ts'
import { type ApplyProblem, type DiffEntry, diffOf, wishesOf } from '../rules/diff.ts'
import type { FormLine } from '../rules/reading.ts'

export interface Understood {
  readonly units: readonly UnitRow[]
  readonly changes: readonly UnitChange[]
  readonly diff: DiffEntry[]
  readonly problems: readonly ApplyProblem[]
}

/** What a form means for the case as it stands now: asked once to show it, and again to apply it. */
export async function understand(
  db: Database,
  loaded: LoadedCase,
  lines: readonly FormLine[],
): Promise<Understood> {
  const units = await rows(db, unitsOfCase, [loaded.row.id])
  const { wishes, sheetRows, problems } = wishesOf(units, lines)
  const reserved = await reservedAmong(
    db,
    wishedSerials(units, wishes),
    loaded.row.order_id,
    wishes.map(({ row }) => row),
  )
  const changed = changeUnits(units, wishes, loaded.programme, reserved)
  return {
    units,
    changes: changed.changes,
    diff: diffOf(units, changed.changes),
    problems: [
      ...problems,
      ...changed.problems.map((problem) => ({ ...problem, sheetRow: sheetRows.get(problem.row) ?? null })),
    ],
  }
}
