import type { Database } from './pool.ts'

/** What the write pipeline must know of each table; read once at start, so that no second list can disagree. */
export interface Table {
  readonly columns: ReadonlyMap<string, string>
  readonly primaryKey: readonly string[]
}
export type Tables = ReadonlyMap<string, Table>

export async function readTables(db: Database): Promise<Tables> {
  const { rows } = await db.query<{ table: string; column: string; type: string; key: number | null }>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
           array_position(i.indkey::int2[], a.attnum) as key
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind in ('r', 'p')
     order by c.relname, a.attnum`)
  const tables = new Map<string, { columns: Map<string, string>; primaryKey: string[] }>()
  for (const row of rows) {
    const table = tables.get(row.table) ?? { columns: new Map(), primaryKey: [] }
    tables.set(row.table, table)
    table.columns.set(row.column, row.type)
    if (row.key !== null) table.primaryKey[row.key] = row.column
  }
  return tables
}

export function tableOf(tables: Tables, name: string): Table {
  const table = tables.get(name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}
