import { describe, expect, test } from 'vitest'
import { type Candidate, matchScan, type scanOutcomes } from './match.ts'

const unit = (over: Partial<Candidate> = {}): Candidate => ({
  order_id: 'o1',
  row: 7,
  customer_id: 'acme',
  case_id: 'TM-1',
  line: 1,
  sku: 'MX480BASE-AC',
  sku_family: 'MX480',
  state: 'in-transit',
  route: 'return',
  serial: 'JN1231A2BAFC',
  serial_mark: null,
  credit_minor: 100,
  currency: 'EUR',
  details: {},
  shipment: 1,
  certificate: null,
  changed_at: '',
  closed: false,
  case_version: 1,
  case_head: null,
  ...over,
})
const scan = (over: Partial<Parameters<typeof matchScan>[0]> = {}) => ({
  serial: 'JN1231A2BAFC',
  sku: null,
  caseId: null,
  ...over,
})

describe('the dock is answered as the domain says', () => {
  const table: [
    string,
    Parameters<typeof matchScan>,
    keyof typeof scanOutcomes,
    'taken in' | 'held' | 'nothing',
  ][] = [
    ['expected', [scan(), [unit()], null], 'expected', 'taken in'],
    [
      'without a label or shipment',
      [scan(), [unit({ state: 'identified', shipment: null })], null],
      'expected',
      'taken in',
    ],
    [
      'in the box of another case of the same customer',
      [scan({ caseId: 'TM-2' }), [unit()], 'acme'],
      'other-case',
      'taken in',
    ],
    [
      'serial of another customer: quarantine',
      [scan({ caseId: 'TM-2' }), [unit()], 'globex'],
      'other-customer',
      'held',
    ],
    ['unknown serial: unmatched goods', [scan({ serial: 'ZZ9999' }), [], null], 'unknown', 'held'],
    ['unreadable label', [scan({ serial: '#' }), [], null], 'unreadable', 'held'],
    [
      'scanned twice: nothing happens',
      [scan(), [unit({ state: 'accepted' })], null],
      'already-received',
      'nothing',
    ],
    [
      'arrives although it was to be destroyed',
      [scan(), [unit({ state: 'destruction-declared', route: 'destroy' })], null],
      'was-to-be-destroyed',
      'taken in',
    ],
    [
      'destroyed before: hard stop',
      [scan(), [unit({ state: 'certified', route: 'destroy' })], null],
      'destroyed-before',
      'held',
    ],
    [
      'arrives after it was charged back',
      [scan(), [unit({ state: 'charged-back' })], null],
      'late-arrival',
      'taken in',
    ],
    ['right serial, wrong SKU', [scan({ sku: 'MX240BASE-AC' }), [unit()], null], 'wrong-sku', 'held'],
    ['device of an order without a case', [scan(), [unit({ case_id: null })], null], 'unknown', 'held'],
    [
      'one serial in two part families, no SKU given',
      [scan(), [unit(), unit({ sku: 'MIC-3D-20GE-SFP', sku_family: 'MIC' })], null],
      'unknown',
      'held',
    ],
    [
      'one serial in two part families, SKU given',
      [
        scan({ sku: 'mic-3d-20ge-sfp' }),
        [unit(), unit({ sku: 'MIC-3D-20GE-SFP', sku_family: 'MIC', row: 8 })],
        null,
      ],
      'expected',
      'taken in',
    ],
  ]
  test.each(table)('%s', (_name, call, outcome, effect) => {
    const match = matchScan(...call)
    expect(match.outcome).toBe(outcome)
    expect(match.hold ? 'held' : match.unit === null ? 'nothing' : 'taken in').toBe(effect)
  })
})
