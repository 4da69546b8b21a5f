/** Exposure is read from the sums of the cases; what it says in all is what the ledger says, entry by entry. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, caseOf, dockOf, openCase } from '../../../../test/fixtures/cases.ts'
import { photograph } from '../../../../test/fixtures/signed-documents.ts'
import { type Client, client, orderOf, people, startHouse, type TestHouse } from '../../../../test/house.ts'

let now = '2026-11-22T10:00:00.000Z'
let world: TestHouse
const as = {} as Record<keyof typeof people | 'second', Client>

beforeAll(async () => {
  world = await startHouse({ withWorker: false, clock: () => now })
  for (const [name, email] of Object.entries({ ...people, second: 'finance2@vendor.example' })) {
    const key = answered(await (await world.as(email)).post('/api-keys', { name: 'all winter' }), 201)
    as[name as keyof typeof as] = client(world.address, key.body.token)
  }
  await everyKind()
})
afterAll(() => world.close())

const chassis = (quantity: number) => [{ sku: 'MX240BASE-AC', quantity }]

/** A case or order in every state that credit can be in, of two customers, two currencies and two programmes. */
async function everyKind(): Promise<void> {
  const { customer, otherCustomer, administrator, finance, second, desk, dock } = as
  const scan = await dockOf(dock)
  // Due on 2 February: two earned, one waived, one owed.
  const mixed = await openCase(customer, chassis(4), { serials: { 1: 'EX11AA01', 2: 'EX11AA02' } })
  await scan('EX11AA01')
  answered(await customer.put(`/cases/${mixed.id}/units/2`, { route: 'destroy' }), 200)
  answered(await customer.post(`/cases/${mixed.id}/certificates`, {}), 201)
  answered(
    await customer.upload(`/cases/${mixed.id}/certificates/1/signed-document`, await photograph(), 's.jpg'),
    201,
  )
  answered(await desk.put(`/cases/${mixed.id}/certificates/1/decision`, { decision: 'accept' }), 200)
  answered(await finance.post(`/cases/${mixed.id}/waivers`, { rows: [3], reason: 'Burnt' }), 200)
  // Due later, so still in time when the others are not.
  const inTime = { placedOn: '2026-11-20' }
  await openCase(customer, chassis(2), { order: inTime })
  await openCase(otherCustomer, chassis(3), {
    order: { ...inTime, customerAccount: 'C-1002', currency: 'USD' },
  })
  // One part of the order has no case, nor has the whole of another; a third order is cancelled.
  answered(await customer.post('/orders', orderOf(chassis(2), inTime)), 201)
  const part = answered(await customer.post('/orders', orderOf(chassis(3))), 201).body
  answered(await customer.post('/cases', { orderNumber: part.number, rows: [1] }), 201)
  const mistaken = answered(await customer.post('/orders', orderOf(chassis(5))), 201).body
  answered(await desk.post(`/orders/${mistaken.id}/cancellation`, { reason: 'Twice' }), 200)
  // Credit that is paid after receipt was given to nobody yet, and can be waived all the same.
  const file = new URL('../../../../../programmes/examples/credit-after-receipt.yaml', import.meta.url)
  answered(
    await administrator.post('/programmes', await readFile(file, 'utf8'), {
      'content-type': 'application/yaml',
    }),
    201,
  )
  const later = { programme: 'aster-buyback', placedOn: '2026-11-20', lastShippedOn: '2026-11-21' }
  const unpaid = await openCase(customer, [{ sku: 'AO-1200', quantity: 2 }], { order: later })
  answered(await finance.post(`/cases/${unpaid.id}/waivers`, { rows: [2], reason: 'A gift' }), 200)
  answered(await customer.post('/orders', orderOf([{ sku: 'AO-1200', quantity: 1 }], later)), 201)

  const proposed = await openCase(customer, chassis(3), { serials: { 1: 'EX11BB01', 2: 'EX11BB02' } })
  const charged = await openCase(customer, chassis(2), { serials: { 1: 'EX11CC01' } })
  now = '2027-02-10T10:00:00.000Z'
  const propose = (id: string, rows: readonly number[]) =>
    finance.post(`/cases/${id}/charge-backs`, { rows, reason: 'Never came back' })
  answered(await propose(proposed.id, [1, 3]), 201)
  // One of the two that are proposed comes while the proposal waits.
  await scan('EX11BB01')
  answered(await propose(charged.id, [1, 2]), 201)
  answered(await second.put(`/cases/${charged.id}/charge-backs/1/decision`, { approved: true }), 200)
  // And one that was charged back comes late.
  await scan('EX11CC01')
  expect((await caseOf(finance, charged.id)).status).toBe('closed')
}

interface Row {
  readonly month: string | null
  readonly currency: string
  readonly state: string
  readonly cases: number
  readonly units: number
  readonly amount: { readonly minor: number; readonly amount: string }
}
const read = async (who: Client, query = '') => answered(await who.get(`/exposure${query}`), 200).body
const lines = (rows: readonly Row[]) =>
  rows.map(
    ({ month, currency, state, cases, units, amount }) =>
      `${month ?? 'none'} ${currency} ${state}: ${cases} / ${units} / ${amount.amount}`,
  )

test('by due month, currency and state, as it stands now', async () => {
  const { asOf, from, to, months } = await read(as.finance)
  expect([asOf, from, to]).toEqual([now, '2026-08', '2028-02'])
  expect(lines(months)).toEqual([
    // Of the programme that pays after receipt: waived, though it was never at risk.
    '2027-01 EUR waived: 1 / 1 / 640.00',
    '2027-02 EUR secured: 3 / 4 / 9200.00',
    '2027-02 EUR at-risk: 1 / 2 / 4600.00',
    '2027-02 EUR overdue: 2 / 2 / 4600.00',
    // Two were proposed and one of them came since; what waits is never more than what is still owed.
    '2027-02 EUR proposed: 1 / 2 / 4600.00',
    '2027-02 EUR no-case: 2 / 4 / 9200.00',
    '2027-02 EUR waived: 1 / 1 / 2300.00',
    '2027-02 EUR charged-back: 1 / 1 / 2300.00',
    '2027-02 USD at-risk: 1 / 3 / 7500.00',
  ])
})

test('the sums of the cases are the sums of the ledger', async () => {
  const { rows } = await world.house.db.query<{ account: string; currency: string; minor: number }>(
    `select account, currency, sum(minor)::bigint as minor from (
       select to_account as account, currency, amount_minor as minor from ledger_entry
       union all select from_account, currency, -amount_minor from ledger_entry) legs
      where account <> 'granted' group by 1, 2 having sum(minor) <> 0 order by 1, 2`,
  )
  const { totals } = (await read(as.auditor)) as { totals: Row[] }
  const owed = ['at-risk', 'overdue', 'proposed', 'no-case']
  const sums = new Map<string, number>()
  for (const { state, currency, amount } of totals) {
    const account = `${owed.includes(state) ? 'exposure' : state} ${currency}`
    sums.set(account, (sums.get(account) ?? 0) + amount.minor)
  }
  expect(Object.fromEntries(sums)).toEqual(
    Object.fromEntries(rows.map(({ account, currency, minor }) => [`${account} ${currency}`, minor])),
  )
  expect(sums.size).toBe(5)
})

test('what is due outside of the months that are asked for is summed up before and after them', async () => {
  const whole = await read(as.finance)
  const states = (rows: readonly Row[]) =>
    rows.map((row) => `${row.currency} ${row.state} ${row.amount.minor}`).sort()
  const before = await read(as.finance, '?from=2027-03&to=2027-04')
  expect(new Set(before.months.map(({ month }: Row) => month))).toEqual(new Set(['before']))
  const after = await read(as.finance, '?from=2026-01&to=2027-01')
  expect(new Set(after.months.map(({ month }: Row) => month))).toEqual(new Set(['2027-01', 'after']))
  for (const { totals } of [before, after]) expect(states(totals)).toEqual(states(whole.totals))
  const reversed = await as.finance.get('/exposure?from=2027-02&to=2027-01')
  expect(answered(reversed, 422).body.code).toBe('exposure-range-invalid')
  expect((await as.finance.get('/exposure?from=2027-13')).status).toBe(400)
})

test('a customer sees its own, a partner that of its mandate, and a filter never shows more', async () => {
  const { organisation } = (await as.customer.get('/me')).body
  const other = (await as.otherCustomer.get('/me')).body.organisation
  const whole = await read(as.finance)
  const ofEuro = whole.months.filter(({ currency }: Row) => currency === 'EUR')
  expect((await read(as.customer)).months).toEqual(ofEuro)
  expect((await read(as.partner)).months).toEqual(ofEuro)
  expect((await read(as.finance, `?customer=${organisation.id}`)).months).toEqual(ofEuro)
  expect((await read(as.finance, '?currency=EUR')).months).toEqual(ofEuro)
  expect(lines((await read(as.otherCustomer)).months)).toEqual(['2027-02 USD at-risk: 1 / 3 / 7500.00'])
  expect((await read(as.customer, `?customer=${other.id}`)).months).toEqual([])
  expect(lines((await read(as.finance, '?programme=aster-buyback')).months)).toEqual([
    '2027-01 EUR waived: 1 / 1 / 640.00',
  ])
  expect((await read(as.finance, `?partner=${other.id}`)).months).toEqual([])
})
