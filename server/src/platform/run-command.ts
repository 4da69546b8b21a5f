/**
 * The only way to change a row. A use case loads what it needs and decides; what it decides is facts; the facts become
 * rows, postings and jobs; everything is written by one statement. Two writers of one stream both try to insert its
 * next sequence number: the second fails as a whole, and decides again on what is there now.
 */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseError } from 'pg'
import { isRefused, type Refusal } from '../values/refusal.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/pool.ts'
import { firstRow, sql } from './database/pool.ts'
import { type Tables, tableOf } from './database/tables.ts'
import { type Job, writeStatement } from './database/write-statement.ts'
import { chainHash } from './history/chain.ts'
import { foldPatches, insert, type Key, type Patch, update } from './history/patch.ts'
import { takeTurns } from './take-turns.ts'

/** Where a fact is written: the chain's name, its end as loaded, and the row that carries version and head. */
export interface Stream {
  readonly name: string
  readonly root: string
  readonly table: string
  readonly key: Key
  readonly version: number
  readonly head: Buffer
}

export interface AnyFact {
  readonly type: string
}

/** A fact with everything that was known when it was written; what projections and reactions see. */
export interface Recorded<Fact extends AnyFact> {
  readonly fact: Fact
  readonly stream: string
  readonly seq: number
  readonly at: string
  readonly by: Author
}

/** Who did it, as it is kept for ever: ids, never names, so that erasing a person leaves the evidence. */
export interface Author {
  readonly person: string | null
  readonly organisation: string | null
  readonly via: 'api' | 'command-line' | 'system'
}

export interface Decision<Fact extends AnyFact, Reply> {
  readonly streams: readonly { readonly stream: Stream; readonly facts: readonly Fact[] }[]
  readonly reply: Reply
  readonly status?: number
  /** Columns and rows that are no part of history: secrets, and what a person may ask to be forgotten. */
  readonly unrecorded?: readonly Patch[]
}

export interface Consequences {
  readonly patches: readonly Patch[]
  readonly jobs: readonly Job[]
}

export interface Pipeline<Fact extends AnyFact> {
  readonly db: Database
  readonly tables: Tables
  readonly clock: Clock
  /** Rows that a fact writes. */
  readonly project: (recorded: Recorded<Fact>) => readonly Patch[]
  /** What follows from a fact besides its own rows: postings and jobs. */
  readonly react: (recorded: Recorded<Fact>) => Consequences
}

/** The Idempotency-Key of a request, and what it was sent for. */
export interface RequestKey {
  readonly actor: string
  readonly key: string
  readonly request: Buffer
}

export interface Answer<Reply> {
  readonly status: number
  readonly reply: Reply
  readonly replayed: boolean
}

export interface Command<Fact extends AnyFact, Reply, No extends Refusal> {
  readonly by: Author
  readonly requestKey?: RequestKey | undefined
  /** Called again when somebody else wrote first; `now` is the one instant of the whole change. */
  readonly decide: (now: string) => Promise<No | Decision<Fact, Reply>>
  /** Unique constraints that a race can still hit after the rules said yes, and what that means. */
  readonly onConflict?: Readonly<Record<string, () => No>>
  /** Unique constraints that only say that somebody else was first: the use case decides again, and finds it there. */
  readonly again?: readonly string[]
}

export type IdempotencyKeyReused = Refusal<'idempotency-key-reused'>
export type TooBusy = Refusal<'too-busy'>

const ATTEMPTS = 25

const storedReply = sql<{ request: Buffer; status: number; reply: unknown }>(
  'idempotency-reply',
  'select request, status, reply from idempotency where actor = $1 and key = $2',
)

async function replay<Reply>(
  db: Database,
  key: RequestKey,
): Promise<Answer<Reply> | IdempotencyKeyReused | undefined> {
  const stored = await firstRow(db, storedReply, [key.actor, key.key])
  if (stored === undefined) return undefined
  if (!stored.request.equals(key.request)) return { refused: 'idempotency-key-reused' }
  return { status: stored.status, reply: stored.reply as Reply, replayed: true }
}

export async function runCommand<Fact extends AnyFact, Reply, No extends Refusal>(
  pipeline: Pipeline<Fact>,
  command: Command<Fact, Reply, No>,
): Promise<Answer<Reply> | No | IdempotencyKeyReused | TooBusy> {
  let lost: Lost | undefined
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const once = () => attemptCommand(pipeline, command)
    // Who lost stands in line with those who lost there before. A hundred at one stream, measured: 1.7 s; without the
    // line 12 s, and some of them too busy in the end.
    const outcome = lost?.lost ? await takeTurns(lost.lost, once) : await once()
    if (!('lost' in outcome)) return outcome
    if (lost !== undefined) await pause(Math.random() * 4 * attempt)
    lost = outcome
  }
  return { refused: 'too-busy' }
}

/** Somebody else wrote first: the stream they wrote to, where PostgreSQL says so. */
interface Lost {
  readonly lost: string
}

async function attemptCommand<Fact extends AnyFact, Reply, No extends Refusal>(
  pipeline: Pipeline<Fact>,
  command: Command<Fact, Reply, No>,
): Promise<Answer<Reply> | No | IdempotencyKeyReused | Lost> {
  const { db, tables, clock } = pipeline
  const { requestKey } = command
  const now = clock()
  const decided = await command.decide(now)
  if (isRefused(decided)) {
    // A repeated request often meets its own effect ("order number taken"): then its first answer is the right one.
    const earlier = requestKey && (await replay<Reply>(db, requestKey))
    return earlier ?? decided
  }
  const decision = decided as Decision<Fact, Reply>
  const status = decision.status ?? 200
  const { patches, jobs } = consequences(pipeline, command.by, now, decision)
  if (requestKey) {
    patches.push(
      insert('idempotency', {
        ...requestKey,
        request: hex(requestKey.request),
        status,
        reply: decision.reply ?? null,
        at: now,
      }),
    )
  }
  const writes = foldPatches(patches, (table) => tableOf(tables, table).primaryKey)
  const { name, text, values } = writeStatement(tables, writes.values(), jobs)
  try {
    await db.query({ name, text, values })
    return { status, reply: decision.reply, replayed: false }
  } catch (error) {
    const { code, constraint, detail } = error as Partial<DatabaseError>
    // Two that each waited for a row of the other: PostgreSQL ended one of them, and it may simply try again.
    if (code === DEADLOCK) return { lost: '' }
    if (code !== UNIQUE_VIOLATION || constraint === undefined) throw error
    if (constraint === 'fact_pkey') return { lost: /=\((.+), \d+\)/.exec(detail ?? '')?.[1] ?? '' }
    const earlier = requestKey && (await replay<Reply>(db, requestKey))
    if (earlier) return earlier
    // PostgreSQL leaves open which row of a statement it writes first: who lost may trip over "version 2 of this case"
    // before the fact that says so. Every key is made of a new id or of what was read, so it means the same.
    if (constraint.endsWith('_pkey') || command.again?.includes(constraint))
      return { lost: decision.streams[0]?.stream.name ?? '' }
    const refusal = command.onConflict?.[constraint]
    if (refusal === undefined) throw error
    return refusal()
  }
}

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

function consequences<Fact extends AnyFact>(
  pipeline: Pipeline<Fact>,
  by: Author,
  at: string,
  decision: Decision<Fact, unknown>,
): { patches: Patch[]; jobs: Job[] } {
  const patches: Patch[] = []
  const jobs: Job[] = []
  const actor = JSON.stringify(by)
  for (const { stream, facts } of decision.streams) {
    let { version: seq, head } = stream
    for (const fact of facts) {
      seq += 1
      const { type, ...content } = fact
      const body = JSON.stringify(content)
      const record = { stream: stream.name, seq, root: stream.root, type, at, actor, body }
      head = chainHash(head, record)
      // The texts travel as JSON values inside one JSON array; PostgreSQL's json type keeps their bytes as they are.
      patches.push(insert('fact', { ...record, actor: by, body: content, hash: hex(head) }))
      const recorded: Recorded<Fact> = { fact, stream: stream.name, seq, at, by }
      patches.push(...pipeline.project(recorded))
      const more = pipeline.react(recorded)
      patches.push(...more.patches)
      jobs.push(...more.jobs)
    }
    if (facts.length > 0) patches.push(update(stream.table, stream.key, { version: seq, head: hex(head) }))
  }
  patches.push(...(decision.unrecorded ?? []))
  return { patches, jobs }
}

/** What a stored reply is bound to: the operation, its path and its body. */
export const requestDigest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest()
}
