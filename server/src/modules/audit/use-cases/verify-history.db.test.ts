/** One story in which everything happens, and forgeries of it; in one piece, because each forgery needs all of the story. */
import type { PoolClient } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fillForm, requiredHeader } from '../../../../test/fill-form.ts'
import { photograph } from '../../../../test/fixtures/signed-documents.ts'
import {
  type Client,
  orderOf,
  people,
  type Reply,
  startHouse,
  type TestHouse,
} from '../../../../test/house.ts'
import type { Fact } from '../../../facts.ts'
import { chainHash } from '../../../platform/history/chain.ts'
import { sendInstructions } from '../../shipping/index.ts'
import { sealHistory } from '../jobs/seal-history.ts'
import { verifyHistory } from './verify-history.ts'

/** Everything that can happen; a fact that is missing here does not compile. */
const everything: Readonly<Record<Fact['type'], true>> = {
  'organisation-created': true,
  'organisation-changed': true,
  'person-added': true,
  'person-changed': true,
  'access-ended': true,
  'password-changed': true,
  'person-invited': true,
  'invitation-withdrawn': true,
  'invitation-accepted': true,
  'api-key-created': true,
  'api-key-revoked': true,
  'mandate-granted': true,
  'mandate-changed': true,
  'mandate-revoked': true,
  'programme-published': true,
  'order-registered': true,
  'units-taken-by-case': true,
  'last-shipment-recorded': true,
  'order-cancelled': true,
  'case-opened': true,
  'units-changed': true,
  'unit-waived': true,
  'case-closed': true,
  'case-reopened': true,
  'extension-asked': true,
  'extension-decided': true,
  'attachment-added': true,
  'message-posted': true,
  'thread-settled': true,
  'form-uploaded': true,
  'form-columns-confirmed': true,
  'form-applied': true,
  'certificate-issued': true,
  'certificate-submitted': true,
  'certificate-accepted': true,
  'certificate-rejected': true,
  'certificate-voided': true,
  'shipping-instructions-sent': true,
  'shipment-created': true,
  'receipt-opened': true,
  'device-scanned': true,
  'receipt-closed': true,
  'photo-added': true,
  'goods-assigned': true,
  'unit-received': true,
  'unit-accepted': true,
  'charge-back-proposed': true,
  'charge-back-decided': true,
}

let world: TestHouse
let caseId: string
let orderId: string
let tables: string[]
/** Of each table, without those that PostgreSQL itself computes. */
let columns: ReadonlyMap<string, string>
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  await everythingHappens()
  await save()
})
afterAll(() => world.close())

const done = (reply: Reply): Reply['body'] => {
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

async function caseOn(
  customer: Client,
  quantity: number,
  more: Record<string, unknown> = {},
): Promise<{ id: string; orderId: string }> {
  const order = done(await customer.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity }], more)))
  return { id: done(await customer.post('/cases', { orderNumber: order.number })).id, orderId: order.id }
}

async function everythingHappens(): Promise<void> {
  const customer = await world.as(people.customer)
  const desk = await world.as(people.desk)
  const finance = await world.as(people.finance)
  const dock = await world.as(people.dock)
  const key = done(await customer.post('/api-keys', { name: 'inventory' }))
  done(await customer.delete(`/api-keys/${key.id}`))
  const mandate = done(
    await customer.post('/mandates', { partnerAccount: 'P-2001', validUntil: '2027-06-01T00:00:00Z' }),
  )
  done(await customer.put(`/mandates/${mandate.id}`, { access: 'read', validUntil: '2027-05-01T00:00:00Z' }))
  done(await customer.post(`/mandates/${mandate.id}/revocation`))
  await peopleComeAndGo(customer)
  const mistaken = done(await customer.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity: 2 }])))
  done(await desk.put(`/orders/${mistaken.id}/last-shipment`, { on: '2026-11-10' }))
  done(await desk.post(`/orders/${mistaken.id}/cancellation`, { reason: 'doppelt bestellt' }))

  ;({ id: caseId, orderId } = await caseOn(customer, 5))
  const at = `/cases/${caseId}`
  const blank = await customer.get(`${at}/trade-in-form?language=en`)
  const form = await fillForm(blank.bytes, requiredHeader('en'), {
    1: { serial: 'JN1231A2BAFC' },
    2: { serial: 'JN1231A2CAFC' },
    3: { serial: 'JN1231A2DAFC' },
  })
  done(await customer.upload(`${at}/forms`, form, 'form.xlsx'))
  done(await customer.post(`${at}/forms/1/application`))
  await sendInstructions(world.house, caseId)
  done(await customer.post(`${at}/shipments`, { rows: [1], weightKg: 41.5 }))
  for (const row of [2, 3]) done(await customer.put(`${at}/units/${row}`, { route: 'destroy' }))
  const sign = async (number: number, rows: readonly number[]) => {
    done(await customer.post(`${at}/certificates`, { rows }))
    const paper = await customer.get(`${at}/certificates/${number}/paper`)
    done(await customer.upload(`${at}/certificates/${number}/signed-document`, paper.bytes, 'signed.pdf'))
  }
  const decide = async (number: number, decision: object) =>
    done(await desk.put(`${at}/certificates/${number}/decision`, decision))
  await sign(1, [2])
  await decide(1, { decision: 'reject', reason: 'unsigned' })
  await sign(2, [2])
  await decide(2, { decision: 'accept' })
  await sign(3, [3])
  done(await customer.post(`${at}/extensions`, { until: '2027-02-20', reason: 'Umbau' }))
  done(await desk.put(`${at}/extensions/1/decision`, { granted: true }))
  done(await customer.upload(`${at}/attachments`, Buffer.from('Lageplan'), 'Lageplan.txt'))
  done(await customer.post(`${at}/messages`, { text: 'Anbei der Lageplan.', attachments: [1] }))
  done(await desk.post(`${at}/thread/settlement`))
  done(await finance.post(`${at}/waivers`, { rows: [4], reason: 'im Werk verbrannt' }))
  const receipt = done(await dock.post('/receipts', { site: 'austin' })).id
  const scan = async (serial: string) => done(await dock.post(`/receipts/${receipt}/scans`, { serial }))
  await scan('JN1231A2BAFC')
  // It was to be destroyed, and its certificate waits for the desk: the receipt wins.
  await scan('JN1231A2DAFC')

  // A case that closed by a waiver is opened again by a device that arrives after all, without a readable serial.
  const late = await caseOn(customer, 1)
  done(await finance.post(`/cases/${late.id}/waivers`, { rows: [1], reason: 'nicht auffindbar' }))
  const { number } = await scan('?')
  done(await dock.upload(`/receipts/${receipt}/scans/${number}/photos`, await photograph(), 'photo.jpg'))
  done(await desk.post(`/unmatched-goods/${receipt}/${number}/assignment`, { caseId: late.id, row: 1 }))
  done(await dock.post(`/receipts/${receipt}/closing`))

  // One of two devices that nobody sent is charged back, by two persons.
  const overdue = await caseOn(customer, 2, { placedOn: '2026-05-04' })
  for (const serial of ['JN1239A1BAFC', 'JN1239A2BAFC']) {
    const list = Buffer.from(`SKU;Serial number\nMX480BASE-AC;${serial}\n`)
    done(await customer.upload(`/cases/${overdue.id}/forms`, list, 'list.csv'))
  }
  const columns = { sheet: 'CSV', headingRow: 1, columns: { A: 'sku', B: 'serial' } }
  done(await customer.put(`/cases/${overdue.id}/forms/2/columns`, columns))
  const second = await world.as('finance2@vendor.example')
  done(await finance.post(`/cases/${overdue.id}/charge-backs`, { rows: [2], reason: 'nie eingegangen' }))
  done(await second.put(`/cases/${overdue.id}/charge-backs/1/decision`, { approved: true }))
  await sealHistory(world.house.db, world.house.clock())
}

async function peopleComeAndGo(customer: Client): Promise<void> {
  const administrator = await world.as(people.administrator)
  const { id: organisationId } = done(await customer.get('/me')).organisation
  done(await administrator.put(`/organisations/${organisationId}`, { name: 'Rheinnetz SE' }))
  const person = { email: 'new@rheinnetz.example', name: 'Neu Hier', language: 'de', roles: ['viewer'] }
  const invite = async () => done(await customer.post(`/organisations/${organisationId}/invitations`, person))
  done(await customer.delete(`/invitations/${(await invite()).id}`))
  const { token } = await invite()
  const password = 'ein langes Passwort'
  const session = done(await world.stranger.post('/invitation-acceptances', { token, password }))
  const headers = { authorization: `Bearer ${session.token}` }
  const passwords = { current: password, next: 'ein anderes Passwort' }
  done(await world.stranger.put('/me/password', passwords, headers))
  done(
    await customer.put(`/people/${session.personId}`, { name: 'Noch Neu', roles: ['viewer', 'signatory'] }),
  )
  done(await customer.post(`/people/${session.personId}/end`))
}

/** The tables as they were, in a schema of their own, to try one forgery after the other. */
async function save(): Promise<void> {
  const { db } = world.house
  const found = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  )
  tables = found.rows.map(({ name }) => name)
  const written = await db.query<{ table: string; list: string }>(
    `select c.relname as "table", string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
      group by c.relname`,
  )
  columns = new Map(written.rows.map(({ table, list }) => [table, list]))
  await db.query('create schema saved')
  for (const table of tables) await db.query(`create table saved."${table}" as table public."${table}"`)
}

/** As somebody with the database's password would: no trigger, no foreign key. */
async function asForger(work: (db: PoolClient) => Promise<unknown>): Promise<void> {
  const db = await world.house.db.connect()
  try {
    await db.query('set session_replication_role = replica')
    await work(db)
  } finally {
    await db.query('reset session_replication_role')
    db.release()
  }
}

afterEach(() =>
  asForger(async (db) => {
    for (const table of tables) {
      await db.query(`delete from "${table}"`)
      await db.query(
        `insert into "${table}" (${columns.get(table)}) overriding system value select ${columns.get(table)} from saved."${table}"`,
      )
    }
  }),
)

const verify = () => verifyHistory(world.house)
const forged = async (sql: string, values: unknown[] = []) => {
  await asForger(async (db) => {
    const { rowCount } = await db.query(sql, values)
    expect(rowCount, 'the forgery changed something').toBeGreaterThan(0)
  })
  return (await verify()).difference
}

test('every kind of fact has happened, and what they say is what stands in the tables', async () => {
  const { rows } = await world.house.db.query<{ type: string }>('select distinct type from fact')
  expect(rows.map(({ type }) => type).sort()).toEqual(Object.keys(everything).sort())
  const { difference, facts, streams, rows: compared } = await verify()
  expect(difference).toBeNull()
  const count = async (what: string) =>
    (await world.house.db.query<{ count: number }>(`select ${what}::int as count from fact`)).rows[0]?.count
  expect(facts).toBe(await count('count(*)'))
  expect(streams).toBe(await count('count(distinct stream)'))
  expect(compared).toBeGreaterThan(50)
})

test('nothing of the history can be changed by the program', async () => {
  for (const table of ['fact', 'ledger_entry', 'seal', 'programme_version']) {
    for (const statement of [`update ${table} set at = at`, `delete from ${table}`]) {
      const changed = world.house.db.query(
        table === 'programme_version' ? statement.replace('at = at', 'version = version') : statement,
      )
      await expect(changed, statement).rejects.toThrow(/append-only/)
    }
  }
  for (const table of ['fact', 'ledger_entry'])
    await expect(world.house.db.query(`truncate ${table} cascade`)).rejects.toThrow(/append-only/)
})

describe('a forgery is found, and the first difference is named', () => {
  test.each([
    [
      'a serial number',
      `update unit set serial = 'JN0000000AFC' where serial = 'JN1231A2CAFC'`,
      'unit',
      'serial',
    ],
    [
      'a state',
      `update unit set state = 'accepted' where row = 5 and order_id = (select order_id from cases where forms = 1)`,
      'unit',
      'state',
    ],
    [
      'a credit',
      `update unit set credit_minor = credit_minor + 1 where row = 1 and case_id is not null`,
      'unit',
      'credit_minor',
    ],
    ['a due date', `update cases set due_at = due_at + interval '1 day'`, 'cases', 'due_at'],
    ['a counter', `update cases set owed = owed + 1 where forms = 1`, 'cases', 'owed'],
    [
      'a counter that never moved',
      `update cases set charged_back = 1 where forms = 1`,
      'cases',
      'charged_back',
    ],
    ['an open case', `update cases set closed_at = now() where forms = 1`, 'cases', 'closed_at'],
    [
      'an order’s customer',
      `update orders set customer_id = (select id from organisation where account = 'C-1002') where cancelled_at is null`,
      'orders',
      'customer_id',
    ],
    [
      'a decision on a certificate',
      `update certificate set state = 'accepted' where state = 'rejected'`,
      'certificate',
      'state',
    ],
    [
      'a person’s roles',
      `update person set roles = '{administrator}' where email = 'reads@rheinnetz.example'`,
      'person',
      'roles',
    ],
    [
      'a person’s leaving',
      `update person set left_at = now() where email = 'reads@rheinnetz.example'`,
      'person',
      'left_at',
    ],
    [
      'a mandate’s end',
      `update mandate set revoked_at = null where revoked_at is not null`,
      'mandate',
      'revoked_at',
    ],
    [
      'a revoked key',
      `update api_key set revoked_at = null where revoked_at is not null`,
      'api_key',
      'revoked_at',
    ],
    ['a message', `update message set text = 'Anbei nichts.'`, 'message', 'text'],
    ['an attachment', `update attachment set message = null`, 'attachment', 'message'],
    [
      'who is waited for',
      `update cases set thread_waiting_since = now() where forms = 1`,
      'cases',
      'thread_waiting_since',
    ],
    ['a package’s weight', `update shipment set weight_kg = 4.15`, 'shipment', 'weight_kg'],
    ['a scan', `update scan set scanned = 'JN9999999AFC' where scanned = 'JN1231A2BAFC'`, 'scan', 'scanned'],
    [
      'a ledger amount',
      `update ledger_entry set amount_minor = amount_minor - 1 where line = 1`,
      'ledger_entry',
      'amount_minor',
    ],
    [
      'an account',
      `update ledger_entry set to_account = 'waived' where from_account = 'exposure' and to_account = 'secured'`,
      'ledger_entry',
      'to_account',
    ],
    [
      'what was read in a form',
      `update form_version set reading = replace(reading::text, 'JN1231A2BAFC', 'JN1231A2XAFC')::json`,
      'form_version',
      'reading',
    ],
    [
      'the rules of a programme',
      `update programme_version set definition = replace(definition::text, 'P3M', 'P9M')::json`,
      'programme_version',
      'definition',
    ],
  ])('%s', async (_what, sql, table, column) => {
    const difference = await forged(sql)
    expect(difference?.what).toBe('column-differs')
    expect(difference?.where).toMatch(new RegExp(`^${table} .* ${column}$`))
    expect(difference?.found).not.toEqual(difference?.expected)
  })

  test('a row that was taken away', async () => {
    expect(await forged(`delete from scan where number = 1`)).toMatchObject({
      what: 'row-missing',
      found: null,
    })
    expect(await forged(`delete from ledger_entry where to_account = 'waived'`)).toMatchObject({
      what: 'row-missing',
    })
  })

  test.each([
    [
      'unit',
      `insert into unit select order_id, 99, customer_id, null, line, sku, sku_family, state, route, null, null, credit_minor,
         currency, details, shipment, certificate, changed_at from unit limit 1`,
      / 99$/,
    ],
    [
      'ledger_entry',
      `insert into ledger_entry select stream, seq, 99, order_id, row, customer_id, from_account, to_account, amount_minor,
         currency, reversal, at from ledger_entry limit 1`,
      / 99$/,
    ],
    [
      'mandate',
      `insert into mandate select '00000000-0000-7000-8000-000000000000', customer_id, partner_id, granted_by, granted_at,
         valid_from, valid_until from mandate limit 1`,
      / 00000000-0000-7000-8000-000000000000$/,
    ],
  ])('a row that was added to %s', async (table, sql, where) => {
    const difference = await forged(sql)
    expect(difference?.what).toBe('row-unexplained')
    expect(difference?.where).toMatch(where)
    expect(difference?.where.startsWith(table)).toBe(true)
  })

  test.each([
    [
      'its body',
      `body = replace(body::text, 'verbrannt', 'verkauft')::json where type = 'unit-waived' and body::text like '%verbrannt%'`,
    ],
    [
      'who did it',
      `actor = replace(actor::text, '"api"', '"system"')::json where type = 'unit-waived' and body::text like '%verbrannt%'`,
    ],
    ['when', `at = at - interval '1 day' where type = 'unit-waived' and body::text like '%verbrannt%'`],
    ['its layout', `body = (body::jsonb)::json where type = 'unit-waived' and body::text like '%verbrannt%'`],
  ])('a fact: %s', async (_what, change) => {
    const difference = await forged(`update fact set ${change}`)
    expect(difference).toMatchObject({ what: 'chain-broken' })
    expect(difference?.where).toMatch(/^case:TM-.* #\d+$/)
  })

  test('a fact in the middle or the last one taken away', async () => {
    expect(await forged(`delete from fact where stream = $1 and seq = 3`, [`case:${caseId}`])).toMatchObject({
      where: `case:${caseId} #4`,
      what: 'sequence-gap',
      expected: 3,
      found: 4,
    })
  })

  test('the last fact taken away', async () => {
    const difference = await forged(
      `delete from fact where stream = $1 and seq = (select max(seq) from fact where stream = $1)`,
      [`case:${caseId}`],
    )
    expect(difference?.what).toMatch(/column-differs|row-unexplained/)
  })

  test('a whole stream taken away: its rows, and what it did to others, are left without a reason', async () => {
    const difference = await forged(`delete from fact where stream = $1`, [`order:${orderId}`])
    expect(difference).toMatchObject({ what: 'history-impossible' })
  })

  test('a chain rewritten with right hashes and fitting rows: the seal still knows', async () => {
    await asForger((db) =>
      rewrite(db, `case:${caseId}`, (body) => body.replace('im Werk verbrannt', 'im Werk verkauft!')),
    )
    const { difference } = await verify()
    expect(difference).toMatchObject({ where: 'seal 1', what: 'seal-broken' })
    // Without a seal nobody inside of this database could tell.
    expect(await forged('delete from seal')).toBeNull()
  })

  test('a fact forged with a right hash that nothing could have written', async () => {
    await asForger((db) =>
      rewrite(db, `case:${caseId}`, (body) => body.replaceAll('"number":2', '"number":1')),
    )
    expect((await verify()).difference).toMatchObject({ what: 'history-impossible' })
  })

  test('a seal that was moved or taken out of the row', async () => {
    const { db, clock } = world.house
    done(await (await world.as(people.customer)).post('/api-keys', { name: 'one more' }))
    await sealHistory(db, clock())
    expect((await verify()).difference).toBeNull()
    expect(await forged('delete from seal where number = 1')).toMatchObject({ what: 'seal-broken', found: 2 })
  })
})

/** What somebody does who knows how the chain is made: every later hash again, and the head in the table. */
async function rewrite(db: PoolClient, stream: string, change: (body: string) => string): Promise<void> {
  const { rows } = await db.query<{
    seq: number
    root: string
    type: string
    at: Date | string
    actor: string
    body: string
  }>(
    'select seq, root, type, at, actor::text as actor, body::text as body from fact where stream = $1 order by seq',
    [stream],
  )
  let head: Buffer = Buffer.alloc(32)
  for (const row of rows) {
    const body = change(row.body)
    head = chainHash(head, { ...row, stream, at: new Date(row.at).toISOString(), body })
    await db.query('update fact set body = $3::json, hash = $4 where stream = $1 and seq = $2', [
      stream,
      row.seq,
      body,
      head,
    ])
  }
  await db.query('update cases set head = $2 where id = $1', [stream.replace('case:', ''), head])
}

test('it can be asked while others write', async () => {
  const customer = await world.as(people.customer)
  const writing = Array.from({ length: 20 }, async () =>
    done(await customer.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity: 3 }]))),
  )
  const asked = Array.from({ length: 3 }, () => verify())
  await Promise.all(writing)
  for (const { difference } of await Promise.all(asked)) expect(difference).toBeNull()
})
