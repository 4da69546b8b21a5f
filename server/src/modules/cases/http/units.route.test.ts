import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered, caseOf, historyOf, openCase } from '../../../../test/fixtures/cases.ts'
import { refusedInBothLanguages } from '../../../../test/fixtures/refused.ts'
import {
  type Client,
  orderOf,
  people,
  type Reply,
  startHouse,
  type TestHouse,
} from '../../../../test/house.ts'
import { verifyHistory } from '../../audit/index.ts'

let world: TestHouse
let customer: Client
let taken = 0
beforeAll(async () => {
  world = await startHouse({ withWorker: false })
  customer = await world.as(people.customer)
})
afterAll(() => world.close())

/** A serial number that no test had yet. */
const serial = () => {
  taken += 1
  return `JN${String(taken).padStart(6, '0')}AFC`
}
const newCase = async (quantity: number) =>
  `/cases/${(await openCase(customer, [{ sku: 'MX480BASE-AC', quantity }])).id}`
const rowsOf = async (path: string) =>
  answered(await customer.get(path), 200).body.items.map(({ row }: { row: number }) => row)
const idOf = (at: string) => at.replace('/cases/', '')

describe('many devices at once', () => {
  test('all of them by one fact, and the case as it stands then', async () => {
    const at = await newCase(5)
    const [a, b] = [serial(), serial()]
    const reply = answered(
      await customer.put(`${at}/units`, {
        changes: [
          { row: 1, serial: ` ${a.toLowerCase()} ` },
          { row: 2, serial: b, route: 'destroy' },
          { row: 3, serialMark: 'unreadable' },
          { row: 4, route: 'destroy' },
        ],
      }),
      200,
    )
    expect(reply.body.units).toMatchObject({ owed: 2, identified: 3 })
    expect(reply.body).toEqual(await caseOf(customer, idOf(at)))
    const { items } = answered(await customer.get(`${at}/units`), 200).body
    expect(
      items.map((unit: Record<string, unknown>) => [
        unit['row'],
        unit['serial'],
        unit['serialMark'],
        unit['route'],
        unit['state'],
      ]),
    ).toEqual([
      [1, a, null, 'return', 'identified'],
      [2, b, null, 'destroy', 'identified'],
      [3, null, 'unreadable', 'return', 'identified'],
      [4, null, null, 'destroy', 'owed'],
      [5, null, null, 'return', 'owed'],
    ])
    expect(await historyOf(customer, idOf(at))).toEqual(['case-opened', 'units-changed'])
    // What already holds changes nothing.
    const again = answered(await customer.put(`${at}/units`, { changes: [{ row: 1, serial: a }] }), 200)
    expect(again.body.version).toBe(reply.body.version)
  })

  test('or none: every wrong change is named at its own cell', async () => {
    const at = await newCase(7)
    const elsewhere = serial()
    const other = await newCase(1)
    answered(await customer.put(`${other}/units/1`, { serial: elsewhere }), 200)
    const own = serial()
    answered(await customer.put(`${at}/units/7`, { serial: own }), 200)
    const twice = serial()
    const before = answered(await customer.get(`${at}/units`), 200).body
    const problem = await refusedInBothLanguages(
      world,
      { status: 422, code: 'units-refused', en: '7 of the changes', de: '7 der Änderungen' },
      (headers) =>
        customer.put(
          `${at}/units`,
          {
            changes: [
              { row: 1, serial: serial() },
              { row: 2, serial: 'BUILTIN' },
              { row: 3, serial: elsewhere },
              { row: 4, serial: twice },
              { row: 5, serial: twice },
              { row: 99, serial: serial() },
              { row: 6, serial: own },
              { row: 7, serial: serial() },
              { row: 1, route: 'destroy' },
              { row: 7, serialMark: 'unreadable' },
            ],
          },
          headers,
        ),
    )
    expect(
      problem.errors.map((one: { pointer: string; code: string; data: object }) => [
        one.pointer,
        one.code,
        one.data,
      ]),
    ).toEqual([
      ['/body/changes/1/serial', 'serial-malformed', { row: 2, found: 'BUILTIN' }],
      ['/body/changes/2/serial', 'serial-reserved', { row: 3, found: elsewhere }],
      ['/body/changes/4/serial', 'serial-repeated', { row: 5, found: twice }],
      ['/body/changes/5/row', 'unit-not-in-case', { row: 99 }],
      ['/body/changes/6/serial', 'serial-swap', { row: 6, found: own, heldBy: 7 }],
      ['/body/changes/8/row', 'row-repeated', { row: 1 }],
      ['/body/changes/9/row', 'row-repeated', { row: 7 }],
    ])
    for (const { detail } of problem.errors) expect(detail).toMatch(/\.$/)
    expect(answered(await customer.get(`${at}/units`), 200).body).toEqual(before)
  })

  test('a swap of two serial numbers is refused and says how it is done', async () => {
    const at = await newCase(2)
    const [a, b] = [serial(), serial()]
    const give = (changes: readonly object[]) => customer.put(`${at}/units`, { changes })
    answered(
      await give([
        { row: 1, serial: a },
        { row: 2, serial: b },
      ]),
      200,
    )
    const swapped = await give([
      { row: 1, serial: b },
      { row: 2, serial: a },
    ])
    expect(swapped.body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'serial-swap',
      'serial-swap',
    ])
  })

  test('whoever read an older version is told, and two who take the same serial number do not both get it', async () => {
    const at = await newCase(2)
    const { headers } = await customer.get(at)
    const ifMatch = { 'if-match': headers.get('etag') ?? '' }
    const change = (row: number, typed: string, more = {}) =>
      customer.put(`${at}/units`, { changes: [{ row, serial: typed }] }, more)
    answered(await change(1, serial(), ifMatch), 200)
    const stale = await change(2, serial(), ifMatch)
    expect([stale.status, stale.body.code]).toEqual([412, 'version-conflict'])

    const other = await newCase(1)
    const wanted = serial()
    const replies = await Promise.all([
      change(2, wanted),
      customer.put(`${other}/units`, { changes: [{ row: 1, serial: wanted }] }),
    ])
    expect(replies.map(({ status }: Reply) => status).sort((a, b) => a - b)).toEqual([200, 422])
    const lost = replies.find(({ status }: Reply) => status === 422)
    expect(lost?.body.errors).toMatchObject([{ pointer: '/body/changes/0/serial', code: 'serial-reserved' }])
  })

  test('nobody else’s, and not more than a thousand', async () => {
    const at = await newCase(1)
    const changes = [{ row: 1, serial: serial() }]
    expect((await (await world.as(people.otherCustomer)).put(`${at}/units`, { changes })).status).toBe(404)
    expect((await (await world.as(people.viewer)).put(`${at}/units`, { changes })).status).toBe(403)
    const many = Array.from({ length: 1_001 }, (_, index) => ({ row: index + 1, route: 'destroy' }))
    expect((await customer.put(`${at}/units`, { changes: many })).body.errors).toMatchObject([
      { pointer: '/body/changes' },
    ])
  })
})

describe('a case that goes both ways', () => {
  test('is opened in one step, whatever else is refused', async () => {
    const order = answered(
      await customer.post('/orders', orderOf([{ sku: 'MX480BASE-AC', quantity: 4 }])),
      201,
    ).body
    const open = (more: object) => customer.post('/cases', { orderNumber: order.number, ...more })
    expect(answered(await open({ rows: [1, 2], destroyRows: [2, 3] }), 409).body).toMatchObject({
      code: 'units-not-free',
      data: { rows: [3] },
    })
    const opened = answered(await open({ rows: [1, 2, 3], destroyRows: [2], language: 'en' }), 201).body
    expect(opened.language).toBe('en')
    expect(await caseOf(customer, opened.id)).toEqual(opened)
    expect(await rowsOf(`/cases/${opened.id}/units?route=destroy`)).toEqual([2])
    expect(await rowsOf(`/cases/${opened.id}/units?route=return`)).toEqual([1, 3])
    expect((await verifyHistory(world.house)).difference).toBeNull()
  })
})

describe('the list of devices', () => {
  test('by state, way, missing serial number and the beginning of a number, a page at a time', async () => {
    const { id } = await openCase(customer, [
      { sku: 'MX480BASE-AC', quantity: 4 },
      { sku: 'MX240BASE-AC', quantity: 2 },
    ])
    const at = `/cases/${id}`
    answered(
      await customer.put(`${at}/units`, {
        changes: [
          { row: 1, serial: 'ZZ10000AFC' },
          { row: 2, serial: 'ZZ20000AFC', route: 'destroy' },
          { row: 3, serialMark: 'not-serialised' },
        ],
      }),
      200,
    )
    const finance = await world.as(people.finance)
    answered(await finance.post(`${at}/waivers`, { rows: [6], reason: 'nicht auffindbar' }), 200)
    const units = `${at}/units`
    expect(await rowsOf(`${units}?state=identified`)).toEqual([1, 2, 3])
    expect(await rowsOf(`${units}?route=destroy`)).toEqual([2])
    expect(await rowsOf(`${units}?missing=serial`)).toEqual([4, 5])
    expect(await rowsOf(`${units}?search=zz2`)).toEqual([2])
    expect(await rowsOf(`${units}?search=mx%20240`)).toEqual([5, 6])
    expect(await rowsOf(`${units}?search=%25`)).toEqual([])
    expect(await rowsOf(`${units}?search=mx480&state=identified&route=return`)).toEqual([1, 3])
    const first = answered(await customer.get(`${units}?search=mx&limit=4`), 200).body
    expect(first.items).toHaveLength(4)
    expect(await rowsOf(`${units}?search=mx&limit=4&cursor=${first.next}`)).toEqual([5, 6])
    expect((await customer.get(`${units}?state=lost`)).status).toBe(400)
    expect((await (await world.as(people.otherCustomer)).get(`${units}?search=zz`)).status).toBe(404)
  })
})
