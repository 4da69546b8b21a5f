import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, people, type Reply, startHouse, type TestHouse } from '../../../../test/house.ts'
import { verifyHistory } from '../../audit/index.ts'
import { importColumns, optionalColumns } from './import-orders.ts'

let world: TestHouse
let desk: Client
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  desk = await world.as(people.desk)
})
afterAll(() => world.close())

type Row = Partial<Record<(typeof importColumns)[number] | (typeof optionalColumns)[number], string>>
const row = (order_number: string, more: Row = {}): Row => ({
  order_number,
  programme: 'juniper-tmip',
  customer_account: 'C-1001',
  placed_on: '2026-11-02',
  currency: 'EUR',
  kind: 'trade-in',
  sku: 'MX480BASE-AC',
  quantity: '1',
  ...more,
})
const csv = (rows: readonly Row[], separator = ',', lineEnd = '\n'): string =>
  [
    importColumns.join(separator),
    ...rows.map((one) => importColumns.map((column) => one[column] ?? '').join(separator)),
    '',
  ].join(lineEnd)
const send = (text: string, headers: Record<string, string> = {}): Promise<Reply> =>
  desk.post('/order-imports', text, { 'content-type': 'text/csv', ...headers })
const numbers = (count: number): string[] => {
  const batch = randomUUID().slice(0, 8)
  return Array.from({ length: count }, (_, index) => `SO-${batch}-${index}`)
}
const orders = async (): Promise<number> =>
  (await world.house.db.query<{ count: number }>('select count(*)::int as count from orders')).rows[0]
    ?.count ?? -1
const errorsOf = (reply: Reply): [pointer: string, detail: string][] =>
  reply.body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail])

describe('a good file', () => {
  test('rows of one order are one order, wherever they stand', async () => {
    const [one = '', two = ''] = numbers(2)
    const reply = await send(
      csv([
        row(one, { kind: 'new', sku: 'MX304' }),
        row(two, { currency: 'usd', purchase_order: 'PO-7' }),
        row(one, { quantity: '3' }),
        row(one, { sku: 'mic-3d-20ge-sfp', quantity: '2' }),
      ]),
    )
    expect([reply.status, reply.body]).toEqual([200, { registered: 2, known: 0, rows: 4 }])
    const { items } = (await desk.get('/orders?limit=200')).body
    const order = items.find(({ number }: { number: string }) => number === one)
    expect(order).toMatchObject({ units: 5, credit: { amount: '9880.00' } })
    const detail = (await desk.get(`/orders/${order.id}`)).body
    expect(detail.lines).toEqual([{ line: 1, sku: 'MX304', quantity: 1 }])
    expect(
      detail.commitments.map(({ firstRow, quantity }: { firstRow: number; quantity: number }) => [
        firstRow,
        quantity,
      ]),
    ).toEqual([
      [1, 3],
      [4, 2],
    ])
    const ledger = (await desk.get(`/orders/${order.id}/ledger`)).body
    expect(ledger.items).toHaveLength(5)
    expect(
      ledger.balances.reduce(
        (sum: number, { balance }: { balance: { minor: number } }) => sum + balance.minor,
        0,
      ),
    ).toBe(0)
  })

  test('may say when the last new device was shipped', async () => {
    const [shipped = '', open = ''] = numbers(2)
    const columns = [...importColumns, ...optionalColumns]
    const rows = [row(shipped, { last_shipped_on: '2026-11-05' }), row(open)]
    const lines = rows.map((one) => columns.map((column) => one[column] ?? '').join(','))
    const reply = await send([columns.join(','), ...lines].join('\n'))
    expect([reply.status, reply.body]).toEqual([200, { registered: 2, known: 0, rows: 2 }])
    const { items } = (await desk.get('/orders?limit=200')).body
    const dayOf = (wanted: string) =>
      items.find(({ number }: { number: string }) => number === wanted)?.lastShippedOn
    expect([dayOf(shipped), dayOf(open)]).toEqual(['2026-11-05', null])

    const [wrong = '', future = ''] = numbers(2)
    const refused = await send(
      [
        columns.join(','),
        ...[row(wrong, { last_shipped_on: '5.11.2026' }), row(future, { last_shipped_on: '2999-01-01' })].map(
          (one) => columns.map((column) => one[column] ?? '').join(','),
        ),
      ].join('\n'),
    )
    expect(refused.status).toBe(422)
    expect(errorsOf(refused).map(([pointer]) => pointer)).toEqual([
      '/line/2/last_shipped_on',
      '/line/3/last_shipped_on',
    ])
  })

  test.each([
    ['semicolons, as Excel writes them in Germany', (rows: readonly Row[]) => csv(rows, ';', '\r\n')],
    ['a byte order mark', (rows: readonly Row[]) => `\ufeff${csv(rows)}`],
    ['tabs', (rows: readonly Row[]) => csv(rows, '\t')],
    [
      'blank lines and blanks',
      (rows: readonly Row[]) => csv(rows).replaceAll('\n', '\n\n').replaceAll(',', ' , '),
    ],
    [
      'other columns besides, in another order',
      (rows: readonly Row[]) =>
        [
          ['remark', ...importColumns.toReversed()].join(','),
          ...rows.map((one) =>
            [
              '"said ""yes"", twice\non two lines"',
              ...importColumns.toReversed().map((column) => one[column] ?? ''),
            ].join(','),
          ),
        ].join('\n'),
    ],
    [
      'a heading in capitals',
      (rows: readonly Row[]) => csv(rows).replace(/^.*\n/, (heading) => heading.toUpperCase()),
    ],
    ['quoted cells', (rows: readonly Row[]) => csv(rows).replace(/[^,\n]+/g, '"$&"')],
  ])('with %s', async (_what, write) => {
    const reply = await send(write(numbers(3).map((number) => row(number))))
    expect([reply.status, reply.body], JSON.stringify(reply.body)).toEqual([
      200,
      { registered: 3, known: 0, rows: 3 },
    ])
  })

  test('sent again it changes nothing; one that grew registers what is new', async () => {
    const known = numbers(5)
    await send(csv(known.map((number) => row(number))))
    const before = await orders()
    expect((await send(csv(known.map((number) => row(number))))).body).toEqual({
      registered: 0,
      known: 5,
      rows: 5,
    })
    expect(await orders()).toBe(before)
    const grown = [...known, ...numbers(2)]
    expect((await send(csv(grown.map((number) => row(number))))).body).toEqual({
      registered: 2,
      known: 5,
      rows: 7,
    })
  })

  test('two files with the same orders at the same moment register each once', async () => {
    const names = numbers(400)
    const before = await orders()
    const replies = await Promise.all([
      send(csv(names.map((number) => row(number)))),
      send(csv(names.toReversed().map((number) => row(number)))),
    ])
    for (const { status, body } of replies) expect([status, body.rows]).toEqual([200, 400])
    expect(replies.reduce((sum, { body }) => sum + body.registered, 0)).toBe(400)
    expect(await orders()).toBe(before + 400)
  })

  test('thousands of rows', async () => {
    const rows = numbers(2_000).flatMap((number) => [
      row(number, { quantity: '2' }),
      row(number, { kind: 'new', sku: 'MX304' }),
    ])
    const reply = await send(csv(rows))
    expect([reply.status, reply.body]).toEqual([200, { registered: 2_000, known: 0, rows: 4_000 }])
    expect((await verifyHistory(world.house)).difference).toBeNull()
  })
})

describe('a file with faults', () => {
  test('registers nothing and names every wrong row with its line', async () => {
    const before = await orders()
    const [good = '', one = '', two = '', three = '', four = ''] = numbers(5)
    const rows = [
      row(good),
      row(one, { quantity: 'many' }),
      row(one, { sku: 'toaster' }),
      row(two, { placed_on: '02.11.2026' }),
      row(three, { kind: 'swap', quantity: '0' }),
      row(four, { customer_account: 'C-9999' }),
      row('', { sku: '' }),
      row(good, { currency: 'USD' }),
      row(four, { customer_account: 'C-9999', quantity: '99999999999' }),
    ]
    const reply = await send(csv(rows))
    expect([reply.status, reply.body.code]).toEqual([422, 'import-invalid'])
    expect(new Set(errorsOf(reply).map(([pointer]) => pointer))).toEqual(
      new Set([
        '/line/3/quantity',
        '/line/4/sku',
        '/line/5/placed_on',
        '/line/6/kind',
        '/line/6/quantity',
        '/line/7/customer_account',
        '/line/8/order_number',
        '/line/8/sku',
        '/line/9/order_number',
        '/line/10/quantity',
      ]),
    )
    for (const [, detail] of errorsOf(reply)) expect(detail.length).toBeGreaterThan(10)
    expect(await orders()).toBe(before)

    const german = await send(csv(rows), { 'accept-language': 'de' })
    expect(errorsOf(german).map(([pointer]) => pointer)).toEqual(errorsOf(reply).map(([pointer]) => pointer))
    for (const [index, [pointer, detail]] of errorsOf(german).entries())
      expect(detail, pointer).not.toBe(errorsOf(reply)[index]?.[1])
  })

  test('a thousand faults are named, and that there are more', async () => {
    const reply = await send(csv(numbers(1_500).map((number) => row(number, { sku: 'toaster' }))))
    expect(reply.body.errors).toHaveLength(1_000)
    expect(reply.body.data.more).toBe(true)
  })

  test.each(['1e3', '0x10', '1.5', '-1', '1,000', '', '10001'])(
    'a quantity of "%s" is none',
    async (quantity) => {
      const reply = await send(csv([row(numbers(1)[0] ?? '', { quantity: `"${quantity}"` })]))
      expect(errorsOf(reply).map(([pointer]) => pointer)).toEqual(['/line/2/quantity'])
    },
  )

  test('an order with more units than one may have is refused, not made', async () => {
    const number = numbers(1)[0] ?? ''
    const reply = await send(csv(Array.from({ length: 3_000 }, () => row(number, { quantity: '10000' }))))
    expect(errorsOf(reply)).toHaveLength(1)
    expect(reply.body.data.problems[0].code).toBe('too-many-units')
  })

  test.each([
    ['nothing', '', 422, 'import-columns'],
    ['no heading', 'SO-1,juniper-tmip\n', 422, 'import-columns'],
    ['a missing column', csv([row('SO-1')]).replace('quantity', 'amount'), 422, 'import-columns'],
    ['a row too short', `${csv([])}SO-1,juniper-tmip\n`, 400, 'import-unreadable'],
    ['an open quotation', `${csv([])}"SO-1,juniper-tmip\n`, 400, 'import-unreadable'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 422, 'import-columns'],
  ])('%s', async (_what, text, status, code) => {
    const reply = await send(text)
    expect([reply.status, reply.body.code], JSON.stringify(reply.body)).toEqual([status, code])
  })

  test('50,000 rows are taken, 50,001 are too many', async () => {
    const number = numbers(1)[0] ?? ''
    const most = Array.from({ length: 50_000 }, () => row(number, { sku: 'toaster' }))
    expect((await send(csv(most))).body.code).toBe('import-invalid')
    const reply = await send(csv([...most, row(number)]))
    expect([reply.status, reply.body.code, reply.body.data.most]).toEqual([422, 'import-too-long', 50_000])
  })

  test('more than the limit of bytes is not read', async () => {
    // Empty lines are no rows: only their bytes are too many.
    const reply = await send('\n'.repeat(33 * 1024 * 1024))
    expect([reply.status, reply.body.code]).toEqual([413, 'upload-too-large'])
  })

  test('a line without an end is given up early, and the next request is answered', async () => {
    const reply = await send('x'.repeat(33 * 1024 * 1024))
    expect([reply.status, reply.body.code]).toEqual([400, 'import-unreadable'])
    expect((await send('order_number\n')).status).toBe(422)
  })
})
