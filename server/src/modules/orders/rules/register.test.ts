import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { toDecimal } from '../../../values/money.ts'
import { isRefused } from '../../../values/refusal.ts'
import { catalogueOf } from '../../programmes/rules/catalogue.ts'
import { MOST_UNITS, type OrderInput, registerOrder } from './register.ts'

const tmip = shippedProgramme('juniper-tmip.yaml')
const serialsFirst = shippedProgramme('examples/serials-before-order.yaml')
const afterReceipt = shippedProgramme('examples/credit-after-receipt.yaml')

const now = '2026-11-10T09:00:00Z'
const input = (more: Partial<OrderInput> = {}): OrderInput => ({
  number: 'SO-1',
  purchaseOrder: null,
  placedOn: '2026-11-02',
  lastShippedOn: null,
  currency: 'EUR',
  newFamily: null,
  consumption: null,
  lines: [{ sku: 'mx304', quantity: 1 }],
  tradeIns: [{ sku: 'MX480BASE-AC', quantity: 2 }],
  ...more,
})
const register = (order: OrderInput, programme = tmip, at = now, timeZone = 'Europe/Berlin') =>
  registerOrder(
    order,
    {
      orderId: 'the order',
      programme,
      catalogue: catalogueOf(programme.parts),
      customerId: 'the customer',
      partnerId: null,
      timeZone,
    },
    at,
  )
const registered = (...parameters: Parameters<typeof register>) => {
  const fact = register(...parameters)
  if (isRefused(fact)) throw new Error(JSON.stringify(fact))
  return fact
}
const problemsOf = (...parameters: Parameters<typeof register>): string[] => {
  const fact = register(...parameters)
  return isRefused(fact) ? fact.problems.map(({ pointer, refused }) => `${pointer} ${refused}`).sort() : []
}

test('an order becomes units with rows that follow each other, whatever way a SKU was typed', () => {
  const fact = registered(
    input({
      tradeIns: [
        { sku: ' mx480base-ac ', quantity: 3 },
        { sku: 'MIC-3D-20GE-SFP', quantity: 2 },
      ],
    }),
  )
  expect(fact.lines).toEqual([{ line: 1, sku: 'MX304', quantity: 1 }])
  expect(fact.commitments).toEqual([
    {
      line: 1,
      sku: 'MX480BASE-AC',
      skuFamily: expect.stringContaining('MX480'),
      quantity: 3,
      firstRow: 1,
      credits: [320_000, 320_000, 320_000],
    },
    {
      line: 2,
      sku: 'MIC-3D-20GE-SFP',
      skuFamily: expect.any(String),
      quantity: 2,
      firstRow: 4,
      credits: [14_000, 14_000],
    },
  ])
  expect(fact.creditPaid).toBe('at-order')
})

test('it says when the credit is paid, as the programme has it', () => {
  const sku = afterReceipt.credit.table[0]?.skus[0]?.replace('*', '1') ?? ''
  const order = input({ placedOn: '2026-03-02', currency: 'GBP', tradeIns: [{ sku, quantity: 1 }] })
  expect(registered(order, afterReceipt).creditPaid).toBe('after-receipt')
})

describe('all problems are named at once, each with its place', () => {
  test.each<[string, Partial<OrderInput>, string[]]>([
    ['nothing', {}, []],
    ['tomorrow', { placedOn: '2026-11-11' }, ['/placedOn date-in-future']],
    ['shipped tomorrow', { lastShippedOn: '2026-11-11' }, ['/lastShippedOn date-in-future']],
    ['another currency', { currency: 'JPY' }, ['/currency currency-not-offered']],
    [
      'another currency, told once',
      { currency: 'JPY', tradeIns: Array.from({ length: 5 }, () => ({ sku: 'MX480BASE-AC', quantity: 1 })) },
      ['/currency currency-not-offered'],
    ],
    [
      'SKUs that are none',
      {
        tradeIns: [
          { sku: 'MX48OBASE-AC', quantity: 1 },
          { sku: 'MX480BASE-AC', quantity: 1 },
          { sku: 'toaster', quantity: 1 },
        ],
      },
      ['/tradeIns/0/sku sku-not-eligible', '/tradeIns/2/sku sku-not-eligible'],
    ],
    [
      'too many units',
      {
        tradeIns: [
          { sku: 'MX480BASE-AC', quantity: MOST_UNITS },
          { sku: 'MX480BASE-AC', quantity: 1 },
        ],
      },
      ['/tradeIns too-many-units'],
    ],
    [
      'serials: too few, no serial, twice',
      {
        tradeIns: [
          { sku: 'MX480BASE-AC', quantity: 3, serials: ['JN1231A2BAFC', 'BUILTIN'] },
          { sku: 'MX480BASE-AC', quantity: 1, serials: [' jn1231a2bafc '] },
        ],
      },
      [
        '/tradeIns/0/serials serials-not-quantity',
        '/tradeIns/0/serials/1 serial-malformed',
        '/tradeIns/1/serials/0 serial-repeated',
      ],
    ],
    [
      'everything',
      {
        placedOn: '2027-01-01',
        lastShippedOn: '2027-01-02',
        tradeIns: [
          { sku: 'toaster', quantity: 1 },
          { sku: 'MX480BASE-AC', quantity: 20_000, serials: [] },
        ],
      },
      [
        '/lastShippedOn date-in-future',
        '/placedOn date-in-future',
        '/tradeIns too-many-units',
        '/tradeIns/0/sku sku-not-eligible',
        '/tradeIns/1/serials serials-not-quantity',
      ],
    ],
  ])('%s', (_what, more, problems) => {
    const found = problemsOf(input(more))
    // Some problems bring others along (a day no phase covers); none of these may be missing.
    expect(found).toEqual(expect.arrayContaining(problems))
    if (problems.length === 0) expect(found).toEqual([])
  })

  test('a SKU that was misspelt comes with what was probably meant', () => {
    const refusal = register(input({ tradeIns: [{ sku: 'MX480BASEAC', quantity: 1 }] }))
    expect(isRefused(refusal) && refusal.problems[0]).toMatchObject({
      suggestions: expect.arrayContaining(['MX480BASE-AC']),
    })
  })

  test('a million units are refused without being made', () => {
    const tradeIns = Array.from({ length: 1_000 }, () => ({ sku: 'MX480BASE-AC', quantity: 1_000_000_000 }))
    expect(problemsOf(input({ tradeIns }))).toEqual(['/tradeIns too-many-units'])
  })
})

test('today is the customer’s today', () => {
  const order = input({ placedOn: '2026-11-11' })
  expect(problemsOf(order, tmip, '2026-11-10T22:59:59Z', 'Europe/Berlin')).toEqual([
    '/placedOn date-in-future',
  ])
  expect(problemsOf(order, tmip, '2026-11-10T23:00:00Z', 'Europe/Berlin')).toEqual([])
  expect(problemsOf(order, tmip, '2026-11-10T12:00:00Z', 'Pacific/Auckland')).toEqual([])
  expect(problemsOf(order, tmip, '2026-11-11T04:59:59Z', 'America/Chicago')).toEqual([
    '/placedOn date-in-future',
  ])
})

describe('where the programme wants serial numbers before the order', () => {
  const order = (serials?: readonly string[]) =>
    input({
      placedOn: '2026-03-02',
      currency: 'USD',
      lines: [],
      tradeIns: [{ sku: 'CV-R1', quantity: 2, ...(serials && { serials }) }],
    })

  test('they must be there', () => {
    expect(problemsOf(order(), serialsFirst)).toEqual(['/tradeIns/0/serials serials-needed-before-order'])
    expect(registered(order(['AB12345', 'ab 12346']), serialsFirst).commitments[0]?.serials).toEqual([
      'AB12345',
      'AB12346',
    ])
  })
})

test('credit: what the units get is exactly what the line is worth, and rows never overlap', () => {
  const skus = ['MX480BASE-AC', 'MIC-3D-20GE-SFP', 'MX240BASE-DC', 'MX960BASE3-AC']
  fc.assert(
    fc.property(
      fc.array(fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 40 }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.constantFrom('EUR', 'USD'),
      (tradeIns, currency) => {
        const { commitments } = registered(input({ tradeIns, currency }))
        let next = 1
        for (const { quantity, firstRow, credits, sku } of commitments) {
          expect(firstRow).toBe(next)
          expect(credits).toHaveLength(quantity)
          const alone =
            registered(input({ tradeIns: [{ sku, quantity: 1 }], currency })).commitments[0]?.credits[0] ?? 0
          expect(credits.reduce((sum, credit) => sum + credit, 0)).toBe(alone * quantity)
          expect(toDecimal({ minor: BigInt(alone), currency })).toMatch(/^\d+\.00$/)
          next += quantity
        }
      },
    ),
  )
})
