/**
 * The limit that a story is held against: pgbench writing the rows that a story writes, as plainly as PostgreSQL can
 * (one call of a function with constant rows per write, prepared, no reading, no JSON, no HTTP).
 *
 * Nobody lists those rows here. One story is told to the product, all tables are read before and after each of its
 * writes, and what differs becomes a function. So a column that is added tomorrow is in the comparison tomorrow.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isKey: boolean
}
type Row = readonly (string | null)[]
export type Snapshot = ReadonlyMap<
  string,
  { readonly columns: readonly Column[]; readonly rows: Map<string, Row> }
>

/** All rows of all tables, every value as PostgreSQL's own text. Only for a database that is nearly empty. */
export async function readAllRows(db: pg.Client): Promise<Snapshot> {
  // Identity columns number themselves, generated ones follow from others; a table without a key is no part of a story.
  const { rows: columns } = await db.query<Column>(`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           a.attnum = any (i.indkey) as "isKey"
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
      join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'seal'
     order by c.oid, a.attnum`)
  const snapshot = new Map<string, { columns: Column[]; rows: Map<string, Row> }>()
  for (const name of new Set(columns.map(({ table }) => table))) {
    const own = columns.filter(({ table }) => table === name)
    const list = own.map((column) => `"${column.name}"::text`).join(', ')
    const { rows } = await db.query<(string | null)[]>({
      text: `select ${list} from "${name}"`,
      rowMode: 'array',
    })
    const keyOf = (row: Row) => JSON.stringify(row.filter((_, index) => own[index]?.isKey))
    snapshot.set(name, { columns: own, rows: new Map(rows.map((row) => [keyOf(row), row])) })
  }
  return snapshot
}

/** Texts that must differ from story to story, each with the variable of the function that takes its place. */
export type Variables = readonly { readonly text: string; readonly variable: string }[]

export interface WrittenRows {
  readonly statements: string[]
  readonly inserted: number
  readonly updated: number
  readonly bytes: number
}

/** What one write did, as statements over constants and variables. Rows without any of the texts are somebody else's. */
export function statementsBetween(before: Snapshot, after: Snapshot, variables: Variables): WrittenRows {
  const literal = (value: string | null | undefined, type: string): string => {
    if (value === null || value === undefined) return 'null'
    let parts = [value]
    const named = new Map<string, string>()
    for (const { text, variable } of variables) {
      const mark = `\u0001${named.size}\u0001`
      named.set(mark, variable)
      parts = [parts.join('').replaceAll(text, mark)]
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a mark that no value can hold.
    const pieces = parts.join('').split(/(\u0001\d+\u0001)/)
    const quoted = pieces
      .filter((piece) => piece !== '')
      .map((piece) => named.get(piece) ?? `'${piece.replaceAll("'", "''")}'`)
    return `(${quoted.join(' || ') || "''"})::${type}`
  }
  const statements: string[] = []
  let inserted = 0
  let updated = 0
  let bytes = 0
  for (const [table, { columns, rows }] of after) {
    const known = before.get(table)?.rows
    const added: string[] = []
    for (const [key, row] of rows) {
      const old = known?.get(key)
      if (old?.every((value, index) => value === row[index])) continue
      if (!row.some((value) => variables.some(({ text }) => value?.includes(text)))) continue
      const values = columns.map(({ type }, index) => literal(row[index], type))
      const changed = columns.flatMap(({ name }, index) =>
        old === undefined || old[index] !== row[index] ? [{ name, index }] : [],
      )
      bytes += changed.reduce((total, { index }) => total + Buffer.byteLength(row[index] ?? ''), 0)
      if (old === undefined) {
        inserted += 1
        added.push(`(${values.join(', ')})`)
        continue
      }
      updated += 1
      const key_ = columns.flatMap(({ name, isKey }, index) =>
        isKey ? [`"${name}" = ${values[index]}`] : [],
      )
      const set = changed.map(({ name, index }) => `"${name}" = ${values[index]}`)
      statements.push(`update "${table}" set ${set.join(', ')} where ${key_.join(' and ')};`)
    }
    if (added.length === 0) continue
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    statements.push(`insert into "${table}" (${names}) values ${added.join(',\n')};`)
  }
  return { statements, inserted, updated, bytes }
}

/** The functions `bench.write_1` ... in the database, each one transaction of a story, told apart by a number. */
export async function createFunctions(db: pg.Client, writes: readonly WrittenRows[]): Promise<void> {
  await db.query('create schema bench')
  for (const [index, { statements }] of writes.entries()) {
    // Keys as the product's: ids that rise with time, case numbers that are random.
    await db.query(`
      create function bench.write_${index + 1}(n bigint) returns void language plpgsql as $bench$
      declare
        this_order_id text := (lpad(to_hex(n), 12, '0') || '00000000000000000000')::uuid::text;
        this_order_number text := 'SO-' || md5(n::text)::uuid::text;
        this_case_id text := 'TM-' || substr(md5(n::text), 1, 5) || '-' || substr(md5(n::text), 6, 5);
        this_request_key text := md5(n::text || ${index})::uuid::text;
        this_file_hash text := md5(n::text) || md5(n::text || 'file');
      begin
        ${statements.join('\n')}
      end $bench$`)
  }
}

/** On the path, or where Debian keeps it; undefined where it is not installed. */
export function findPgbench(): string | undefined {
  const folder = '/usr/lib/postgresql'
  const kept = existsSync(folder) ? readdirSync(folder).sort().reverse() : []
  return ['pgbench', ...kept.map((version) => join(folder, version, 'bin', 'pgbench'))].find((program) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** No run meets the numbers of another. */
let runs = 1

/** How many stories a second, and how many at all, when `clients` connections do nothing but write their rows. */
export async function pgbenchStories(
  pgbench: string,
  url: string,
  { clients, seconds, writes }: { clients: number; seconds: number; writes: number },
): Promise<{ perSecond: number; stories: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tmip-pgbench-'))
  try {
    const script = join(folder, 'story.sql')
    const calls = Array.from({ length: writes }, (_, index) => `select bench.write_${index + 1}(:n);`)
    writeFileSync(
      script,
      ['\\set i :i + 1', '\\set n :base + :client_id * 1000000 + :i', ...calls, ''].join('\n'),
    )
    const { pathname, username, password, hostname, port } = new URL(url)
    const { stdout } = await promisify(execFile)(
      pgbench,
      [
        ...['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(clients, 2))],
        ...['-T', String(seconds), '-D', 'i=0', '-D', `base=${runs++ * 1_000_000_000}`, '-f', script],
        ...['-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
      ],
      { env: { ...process.env, PGPASSWORD: password } },
    )
    const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1]
    const stories = /actually processed: (\d+)/.exec(stdout)?.[1]
    if (rate === undefined || !/number of failed transactions: 0 /.test(stdout)) throw new Error(stdout)
    return { perSecond: Number(rate), stories: Number(stories) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
