import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Move } from '../../cases/index.ts'
import { type PostingFact, postingsOf } from './postings.ts'

type UnitState = Move['to']

const of = { orderId: 'o', caseId: 'TM-1', customerId: 'c', currency: 'EUR', creditPaid: 'at-order' as const }
const move = (row: number, creditMinor: number, to: UnitState) => ({
  row,
  from: 'identified' as const,
  to,
  route: 'return' as const,
  creditMinor,
})
const lines = (fact: PostingFact) =>
  postingsOf(fact).map(
    ({ row, from, to, amountMinor, reversal }) =>
      `${row}: ${from} -> ${to} ${amountMinor}${reversal ? ' (reversal)' : ''}`,
  )

const order = (creditPaid: 'at-order' | 'after-receipt'): PostingFact => ({
  type: 'order-registered',
  orderId: 'o',
  number: 'SO-1',
  programmeId: 'p',
  programmeVersion: '1',
  customerId: 'c',
  partnerId: null,
  purchaseOrder: null,
  placedOn: '2026-01-01',
  lastShippedOn: null,
  dueOn: null,
  currency: 'EUR',
  newFamily: null,
  consumption: null,
  creditPaid,
  lines: [],
  commitments: [
    { line: 1, sku: 'A', skuFamily: 'A', quantity: 2, firstRow: 1, credits: [101, 100] },
    { line: 2, sku: 'B', skuFamily: 'B', quantity: 1, firstRow: 3, credits: [0] },
  ],
})

describe('what each fact books', () => {
  test.each<[string, PostingFact, string[]]>([
    [
      'an order grants each unit its share; a unit without credit books nothing',
      order('at-order'),
      ['1: granted -> exposure 101', '2: granted -> exposure 100'],
    ],
    ['credit paid after receipt is no exposure', order('after-receipt'), []],
    [
      'an accepted device secures',
      { type: 'unit-accepted', ...of, moves: [move(1, 101, 'accepted')] },
      ['1: exposure -> secured 101'],
    ],
    [
      'and grants where nothing was given before',
      {
        type: 'unit-accepted',
        ...of,
        creditPaid: 'after-receipt',
        moves: [move(1, 101, 'accepted')],
      },
      ['1: granted -> secured 101'],
    ],
    [
      'a device that arrives in time books nothing until it is accepted',
      { type: 'unit-received', ...of, receiptId: 'r', number: 1, moves: [move(1, 101, 'received')] },
      [],
    ],
    [
      'a device that comes after the charge-back reverses it',
      {
        type: 'unit-received',
        ...of,
        receiptId: 'r',
        number: 1,
        moves: [{ ...move(1, 101, 'received'), from: 'charged-back' }],
      },
      ['1: charged-back -> exposure 101 (reversal)'],
    ],
    [
      'a device that comes after a waiver reverses it, to where its credit lay before',
      {
        type: 'unit-received',
        ...of,
        creditPaid: 'after-receipt',
        receiptId: 'r',
        number: 1,
        moves: [{ ...move(1, 101, 'received'), from: 'waived' }],
      },
      ['1: waived -> granted 101 (reversal)'],
    ],
    [
      'a proposal books nothing',
      { type: 'charge-back-proposed', ...of, number: 1, rows: [1], amountMinor: 101, reason: '' },
      [],
    ],
    [
      'an approved charge-back',
      {
        type: 'charge-back-decided',
        ...of,
        number: 1,
        approved: true,
        note: '',
        moves: [move(1, 101, 'charged-back'), move(3, 0, 'charged-back')],
      },
      ['1: exposure -> charged-back 101'],
    ],
    [
      'a charge-back that was turned down',
      { type: 'charge-back-decided', ...of, number: 1, approved: false, note: '', moves: [] },
      [],
    ],
    [
      'a certificate secures what it certifies and nothing else',
      {
        type: 'certificate-accepted',
        ...of,
        number: 1,
        note: '',
        moves: [move(1, 101, 'certified'), move(2, 100, 'identified')],
      },
      ['1: exposure -> secured 101'],
    ],
    [
      'a waiver',
      { type: 'unit-waived', ...of, reason: '', moves: [move(2, 100, 'waived')] },
      ['2: exposure -> waived 100'],
    ],
    [
      'a cancelled order takes back what it gave',
      {
        type: 'order-cancelled',
        orderId: 'o',
        customerId: 'c',
        reason: '',
        currency: 'EUR',
        creditPaid: 'at-order',
        units: [{ row: 1, creditMinor: 101 }],
      },
      ['1: exposure -> granted 101 (reversal)'],
    ],
  ])('%s', (_name, fact, expected) => {
    expect(lines(fact)).toEqual(expected)
  })

  test('every order sums to zero over its accounts, whatever happens to its units', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            credit: fc.nat(100_000),
            end: fc.constantFrom('accepted', 'certified', 'waived', 'charged-back', 'late', 'open'),
          }),
        ),
        (units) => {
          const registered = {
            ...order('at-order'),
            commitments: [
              {
                line: 1,
                sku: 'A',
                skuFamily: 'A',
                quantity: units.length,
                firstRow: 1,
                credits: units.map(({ credit }) => credit),
              },
            ],
          } as PostingFact
          const facts: PostingFact[] = [
            registered,
            ...units.flatMap(({ credit, end }, index): PostingFact[] => {
              const row = index + 1
              const one = (to: UnitState) => [move(row, credit, to)]
              const accepted: PostingFact = { type: 'unit-accepted', ...of, moves: one('accepted') }
              const chargedBack: PostingFact = {
                type: 'charge-back-decided',
                ...of,
                number: 1,
                approved: true,
                note: '',
                moves: one('charged-back'),
              }
              const received: PostingFact = {
                type: 'unit-received',
                ...of,
                receiptId: 'r',
                number: 1,
                moves: [{ ...move(row, credit, 'received'), from: 'charged-back' }],
              }
              switch (end) {
                case 'accepted':
                  return [accepted]
                case 'certified':
                  return [
                    { type: 'certificate-accepted', ...of, number: 1, note: '', moves: one('certified') },
                  ]
                case 'waived':
                  return [{ type: 'unit-waived', ...of, reason: '', moves: one('waived') }]
                case 'charged-back':
                  return [chargedBack]
                case 'late':
                  return [chargedBack, received, accepted]
                default:
                  return []
              }
            }),
          ]
          const balances = new Map<string, number>()
          for (const { from, to, amountMinor } of facts.flatMap(postingsOf)) {
            balances.set(from, (balances.get(from) ?? 0) - amountMinor)
            balances.set(to, (balances.get(to) ?? 0) + amountMinor)
          }
          expect([...balances.values()].reduce((a, b) => a + b, 0)).toBe(0)
          const sum = (...ends: string[]) =>
            units.filter(({ end }) => ends.includes(end)).reduce((total, { credit }) => total + credit, 0)
          expect(balances.get('secured') ?? 0).toBe(sum('accepted', 'certified', 'late'))
          expect(balances.get('exposure') ?? 0).toBe(sum('open'))
          expect(balances.get('charged-back') ?? 0).toBe(sum('charged-back'))
        },
      ),
    )
  })
})
