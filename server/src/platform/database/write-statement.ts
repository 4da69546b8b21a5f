/**
 * One round trip per write. All rows of a change go into one statement of data-modifying CTEs, one CTE per shape
 * (table, kind, columns), each fed by one JSON array. PostgreSQL runs it atomically, without BEGIN and COMMIT.
 *
 * Rejected: BEGIN + n statements + COMMIT (measured 683 against 1,503 writes/s with one client); a PL/pgSQL function
 * that knows the tables (a second place to change with every column).
 */
import { createHash } from 'node:crypto'
import type { RowWrite } from '../history/patch.ts'
import { type Tables, tableOf } from './tables.ts'

export interface Job {
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Two jobs with one key are one job: the later replaces the earlier while it has not started. */
  readonly key?: string
}

export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: string[]
}

const quoted = (name: string): string => `"${name}"`

/** Statement texts by the shapes they write: few in number (one per combination of facts), so they stay prepared. */
const names = new Map<string, string>()
const nameOf = (text: string): string => {
  let name = names.get(text)
  if (name === undefined) {
    name = `write-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return name
}

export function writeStatement(tables: Tables, writes: Iterable<RowWrite>, jobs: readonly Job[]): Statement {
  const shapes = new Map<string, { write: RowWrite; columns: string[]; rows: object[] }>()
  for (const write of writes) {
    const set = Object.keys(write.set)
    const add = Object.keys(write.add)
    const id = [write.table, write.isNew, ...set.sort(), '+', ...add.sort()].join()
    const shape = shapes.get(id) ?? { write, columns: [...set, ...add], rows: [] }
    shapes.set(id, shape)
    shape.rows.push(write.isNew ? write.set : { ...write.set, ...write.add, ...write.key })
  }

  const parts: string[] = []
  const values: string[] = []
  for (const { write, columns, rows } of shapes.values()) {
    const { columns: types, primaryKey } = tableOf(tables, write.table)
    const typed = (names: readonly string[]): string =>
      names
        .map((name) => {
          const type = types.get(name)
          if (type === undefined) throw new Error(`no column ${write.table}.${name}`)
          return `${quoted(name)} ${type}`
        })
        .join(', ')
    values.push(JSON.stringify(rows))
    const source = (names: readonly string[]) =>
      `json_to_recordset($${values.length}::json) as p(${typed(names)})`
    const list = columns.map(quoted).join(', ')
    if (write.isNew) {
      parts.push(`insert into ${quoted(write.table)} (${list}) select ${list} from ${source(columns)}`)
    } else {
      const changes = columns.map(
        (name) => `${quoted(name)} = ${name in write.add ? `t.${quoted(name)} + ` : ''}p.${quoted(name)}`,
      )
      const match = primaryKey.map((name) => `t.${quoted(name)} = p.${quoted(name)}`)
      const all = [...new Set([...columns, ...primaryKey])]
      parts.push(
        `update ${quoted(write.table)} t set ${changes.join(', ')} from ${source(all)} where ${match.join(' and ')}`,
      )
    }
  }
  const main =
    jobs.length === 0
      ? 'select 1'
      : `select graphile_worker.add_job(p.task, p.payload, job_key => p.key)
       from json_to_recordset($${values.push(JSON.stringify(jobs))}::json) as p(task text, payload json, key text)`
  const text =
    parts.length === 0
      ? main
      : `with ${parts.map((part, index) => `w${index} as (${part})`).join(',\n')}\n${main}`
  return { name: nameOf(text), text, values }
}
