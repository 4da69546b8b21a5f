/**
 * What a fact does to the tables, as data: a new row, or columns set on and numbers added to a row that is there.
 * The same patches are written by `run-command` and replayed by `tmip history verify`, so that the tables can never
 * come from anything but the facts.
 */
export type Key = Readonly<Record<string, string | number>>
export type Columns = Readonly<Record<string, unknown>>
export type Patch =
  | { readonly table: string; readonly insert: Columns }
  | {
      readonly table: string
      readonly key: Key
      readonly set?: Columns
      readonly add?: Readonly<Record<string, number>>
      /** What the fact says stood there before; a replay that finds something else shows a fact that cannot be. */
      readonly was?: Columns
    }

export const insert = (table: string, columns: Columns): Patch => ({ table, insert: columns })
export const update = (
  table: string,
  key: Key,
  set: Columns,
  add: Readonly<Record<string, number>> = {},
  was: Columns = {},
): Patch => ({
  table,
  key,
  set,
  add,
  was,
})

/** All patches of one row folded into the one write that has their effect. */
export interface RowWrite {
  readonly table: string
  readonly key: Key
  readonly isNew: boolean
  readonly set: Record<string, unknown>
  readonly add: Record<string, number>
}

/** Column names of a table's primary key, in order. */
export type PrimaryKeys = (table: string) => readonly string[]

const identity = (table: string, primaryKey: readonly string[], key: Columns): string =>
  `${table} ${primaryKey.map((column) => JSON.stringify(key[column])).join(' ')}`

/**
 * PostgreSQL leaves it open which of two changes to one row wins inside one statement, so each row is written once.
 * Rows come out in the order in which they were first touched.
 */
export function foldPatches(
  patches: readonly Patch[],
  primaryKeys: PrimaryKeys,
  rows = new Map<string, RowWrite>(),
): Map<string, RowWrite> {
  for (const patch of patches) {
    const primaryKey = primaryKeys(patch.table)
    if ('insert' in patch) {
      const key = Object.fromEntries(primaryKey.map((column) => [column, patch.insert[column]])) as Key
      const id = identity(patch.table, primaryKey, key)
      if (rows.has(id)) throw new Error(`row inserted twice: ${id}`)
      rows.set(id, { table: patch.table, key, isNew: true, set: { ...patch.insert }, add: {} })
      continue
    }
    const id = identity(patch.table, primaryKey, patch.key)
    const row = rows.get(id) ?? { table: patch.table, key: patch.key, isNew: false, set: {}, add: {} }
    rows.set(id, row)
    for (const [column, value] of Object.entries(patch.was ?? {})) {
      if (column in row.set && row.set[column] !== value)
        throw new Error(`${id}: ${column} was ${String(row.set[column])}, not ${String(value)}`)
    }
    for (const [column, value] of Object.entries(patch.set ?? {})) {
      row.set[column] = value
      delete row.add[column]
    }
    for (const [column, amount] of Object.entries(patch.add ?? {})) {
      const known = row.set[column]
      if (column in row.set || row.isNew) row.set[column] = ((known as number | undefined) ?? 0) + amount
      else row.add[column] = (row.add[column] ?? 0) + amount
    }
  }
  return rows
}
