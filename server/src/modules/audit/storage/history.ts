import { sql } from '../../../platform/database/pool.ts'
import type { Author } from '../../../platform/run-command.ts'

export interface FactRow {
  seq: number
  type: string
  at: string
  actor: Author
  body: Record<string, unknown>
  hash: Buffer
}
export const factsOfStream = sql<FactRow>(
  'facts-of-stream',
  'select seq, type, at, actor, body, hash from fact where stream = $1 and seq > $2 order by seq limit $3',
)

/** Names stand in no fact: they are what persons and organisations are called today. */
export const namesOf = sql<{ id: string; name: string }>(
  'names-of',
  `select id, name from person where id = any($1) and name <> ''
   union all select id, name from organisation where id = any($1) and name <> ''`,
)
