import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database/fresh-database.ts'
import { type Database, openPool } from './database/pool.ts'
import { readTables, type Tables } from './database/tables.ts'
import { chainHash, GENESIS } from './history/chain.ts'
import { insert, type Patch, update } from './history/patch.ts'
import { type Pipeline, type Recorded, requestDigest, runCommand, type Stream } from './run-command.ts'

/** A small history of its own: accounts that are opened and paid into. */
type Fact =
  | { readonly type: 'opened'; readonly id: string; readonly name: string }
  | { readonly type: 'paid-in'; readonly id: string; readonly amount: number }

let drop: () => Promise<void>
let db: Database
let tables: Tables
beforeAll(async () => {
  const database = await freshDatabase()
  db = openPool(database.url)
  drop = database.drop
  await db.query(`create table account (id uuid primary key, name text not null constraint account_name_key unique,
    balance integer not null default 0 check (balance <= 1000), payments integer not null default 0,
    version integer not null, head bytea not null)`)
  tables = await readTables(db)
})
afterAll(async () => {
  await db.end()
  await drop()
})
let pipeline: Pipeline<Fact>
beforeEach(() => {
  pipeline = {
    db,
    tables,
    clock: () => '2026-11-10T09:00:00.000Z',
    project: ({ fact }: Recorded<Fact>): Patch[] =>
      fact.type === 'opened'
        ? [insert('account', { id: fact.id, name: fact.name })]
        : [update('account', { id: fact.id }, {}, { balance: fact.amount, payments: 1 })],
    react: ({ fact }) => ({
      patches: [],
      jobs: fact.type === 'paid-in' ? [{ task: 'thank', payload: { id: fact.id } }] : [],
    }),
  }
})

const by = { person: null, organisation: null, via: 'system' } as const
const streamOf = (id: string, version = 0, head = GENESIS): Stream => ({
  name: `account:${id}`,
  root: `account:${id}`,
  table: 'account',
  key: { id },
  version,
  head,
})
const load = async (
  id: string,
): Promise<{ version: number; head: Buffer; balance: number; payments: number }> => {
  const { rows } = await db.query('select version, head, balance, payments from account where id = $1', [id])
  if (rows[0] === undefined) throw new Error(`no account ${id}`)
  return rows[0]
}
const open = (id: string, name: string = id, requestKey?: { actor: string; key: string; request: Buffer }) =>
  runCommand<Fact, string, { refused: 'name-taken' }>(pipeline, {
    by,
    requestKey,
    decide: async () => ({
      streams: [{ stream: streamOf(id), facts: [{ type: 'opened', id, name }] }],
      reply: id,
      status: 201,
    }),
    onConflict: { account_name_key: () => ({ refused: 'name-taken' }) },
  })
const payIn = (id: string, amount: number, times = 1, key?: string) =>
  runCommand<Fact, number, { refused: 'too-much'; balance: number }>(pipeline, {
    by,
    ...(key && { requestKey: { actor: 'me', key, request: requestDigest(id, String(amount)) } }),
    decide: async () => {
      const { version, head, balance } = await load(id)
      if (balance + amount * times > 500) return { refused: 'too-much', balance }
      return {
        streams: [
          {
            stream: streamOf(id, version, head),
            facts: Array.from({ length: times }, () => ({ type: 'paid-in', id, amount }) as const),
          },
        ],
        reply: balance + amount * times,
      }
    },
  })
const history = async (id: string) =>
  (
    await db.query<{ seq: number; type: string; at: string; actor: string; body: string; hash: Buffer }>(
      'select seq, type, at, actor::text as actor, body::text as body, hash from fact where stream = $1 order by seq',
      [`account:${id}`],
    )
  ).rows
const counted = async () =>
  (
    await db.query<Record<string, number>>(`select (select count(*)::int from fact) as facts,
      (select count(*)::int from account) as accounts, (select count(*)::int from idempotency) as replies,
      (select count(*)::int from graphile_worker.jobs) as jobs`)
  ).rows[0]

describe('two writers of one stream', () => {
  test('a hundred at once lose nothing and leave no gap', async () => {
    const id = randomUUID()
    await open(id)
    const answers = await Promise.all(Array.from({ length: 100 }, () => payIn(id, 3)))
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
    expect(await load(id)).toMatchObject({ balance: 300, payments: 100, version: 101 })
    // Each decided on what the one before had left: no balance was answered twice.
    const balances = answers.map((answer) => ('reply' in answer ? answer.reply : 0)).sort((a, b) => a - b)
    expect(balances).toEqual(Array.from({ length: 100 }, (_, index) => 3 * (index + 1)))
    expect((await history(id)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 101 }, (_, index) => index + 1),
    )
  })

  test('a rule holds for all of them together', async () => {
    const id = randomUUID()
    await open(id)
    const answers = await Promise.all(Array.from({ length: 20 }, () => payIn(id, 100)))
    expect(answers.filter((answer) => 'reply' in answer)).toHaveLength(5)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'too-much')).toHaveLength(15)
    expect((await load(id)).balance).toBe(500)
  })

  test('the chain holds: each hash is over the text that is stored and the hash before it', async () => {
    const id = randomUUID()
    await open(id, 'Straße „ß“ \\ " 𝄞')
    await payIn(id, 1, 3)
    let head: Buffer = GENESIS
    for (const fact of await history(id)) {
      head = chainHash(head, { ...fact, stream: `account:${id}`, root: `account:${id}` })
      expect(fact.hash.equals(head), String(fact.seq)).toBe(true)
    }
    expect((await load(id)).head.equals(head)).toBe(true)
  })

  test('who is crossed every time is told so in the end', async () => {
    const id = randomUUID()
    await open(id)
    const answer = await runCommand<Fact, null, never>(pipeline, {
      by,
      decide: async () => {
        const { version, head } = await load(id)
        await payIn(id, 1)
        return {
          streams: [{ stream: streamOf(id, version, head), facts: [{ type: 'paid-in', id, amount: 1 }] }],
          reply: null,
        }
      },
    })
    expect(answer).toEqual({ refused: 'too-busy' })
  })
})

describe('what cannot be written', () => {
  test('a taken name is the refusal that the command has for it', async () => {
    const name = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(randomUUID(), name)))
    expect(answers.filter((answer) => 'reply' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'name-taken')).toHaveLength(9)
  })

  test('a failing statement writes nothing: no fact, no row, no job, no answer', async () => {
    const id = randomUUID()
    await open(id)
    const before = await counted()
    const broken: Pipeline<Fact> = {
      ...pipeline,
      // The rules let it through and the table does not.
      project: (recorded) => [
        ...pipeline.project(recorded),
        update('account', { id }, {}, { balance: 5_000 }),
      ],
    }
    const failing = runCommand<Fact, null, never>(broken, {
      by,
      requestKey: { actor: 'me', key: randomUUID(), request: requestDigest('x') },
      decide: async () => {
        const { version, head } = await load(id)
        return {
          streams: [{ stream: streamOf(id, version, head), facts: [{ type: 'paid-in', id, amount: 1 }] }],
          reply: null,
        }
      },
    })
    await expect(failing).rejects.toThrow(/account_balance_check/)
    expect(await counted()).toEqual(before)
    expect(await load(id)).toMatchObject({ balance: 0, version: 1 })
  })

  test('a refusal writes nothing either, and is not kept for its key', async () => {
    const id = randomUUID()
    await open(id)
    const before = await counted()
    const key = randomUUID()
    expect(await payIn(id, 900, 1, key)).toEqual({ refused: 'too-much', balance: 0 })
    expect(await counted()).toEqual(before)
  })

  test('two that each wait for the other: one of them goes first, none is lost', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    const both = (names: readonly string[]) =>
      runCommand<Fact, null, { refused: 'name-taken' }>(pipeline, {
        by,
        decide: async () => ({
          streams: names.map((name) => {
            const id = randomUUID()
            return { stream: streamOf(id), facts: [{ type: 'opened', id, name } as const] }
          }),
          reply: null,
        }),
        onConflict: { account_name_key: () => ({ refused: 'name-taken' }) },
      })
    // Each waits in the middle, so that both have taken what the other wants next.
    await db.query(`create function wait_a_little() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.1); return new; end $$`)
    await db.query(
      'create trigger wait_a_little before insert on account for each row execute function wait_a_little()',
    )
    try {
      const answers = await Promise.all([both([one, two]), both([two, one])])
      expect(answers.filter((answer) => 'reply' in answer)).toHaveLength(1)
      expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'name-taken')).toHaveLength(
        1,
      )
    } finally {
      await db.query('drop trigger wait_a_little on account')
    }
  })
})

describe('a repeated request', () => {
  test('gets the answer that was stored with the change, whatever stands there now', async () => {
    const id = randomUUID()
    await open(id)
    const key = randomUUID()
    expect(await payIn(id, 200, 1, key)).toEqual({ status: 200, reply: 200, replayed: false })
    await payIn(id, 200)
    expect(await payIn(id, 200, 1, key)).toEqual({ status: 200, reply: 200, replayed: true })
    expect(await payIn(id, 1, 1, key)).toEqual({ refused: 'idempotency-key-reused' })
    expect((await load(id)).balance).toBe(400)
  })

  test('twenty with one key are one change', async () => {
    const id = randomUUID()
    await open(id)
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => payIn(id, 7, 1, key)))
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, reply: 7 })
    expect(answers.filter((answer) => 'replayed' in answer && !answer.replayed)).toHaveLength(1)
    expect((await load(id)).balance).toBe(7)
  })
})

test('many facts of one change are written in their order, with one row for all of them', async () => {
  const id = randomUUID()
  await open(id)
  await payIn(id, 1, 400)
  expect(await load(id)).toMatchObject({ balance: 400, payments: 400, version: 401 })
  expect((await history(id)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 401 }, (_, index) => index + 1),
  )
})

test('a job is in the queue exactly when its fact is in the history', async () => {
  const id = randomUUID()
  await open(id)
  const before = (await counted())?.['jobs'] ?? 0
  await Promise.all([payIn(id, 1), payIn(id, 1), payIn(id, 900)])
  expect((await counted())?.['jobs']).toBe(before + 2)
})
