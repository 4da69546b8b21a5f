import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { type Change, differenceOf, isList, isObject, type Json, partOfRules, shapeOf } from './difference.ts'
import { programmeSchema } from './schema.ts'

/** Does to the old rules what a difference says; the law is that the new ones come out. */
function applied(
  value: Json | undefined,
  changes: readonly Change[],
  path: readonly string[] = [],
): Json | undefined {
  const depth = path.length
  const here = changes.find((change) => change.path.length === depth && change.kind !== 'moved')
  if (here !== undefined) return 'to' in here ? here.to : undefined
  const below = new Map<string, Change[]>()
  for (const change of changes) {
    const name = change.path[depth]
    if (name !== undefined) below.set(name, [...(below.get(name) ?? []), change])
  }
  if (isObject(value)) {
    const names = new Set([...Object.keys(value), ...below.keys()])
    return Object.fromEntries(
      [...names].map((name) => [name, applied(value[name], below.get(name) ?? [], [...path, name])]),
    )
  }
  if (!isList(value)) return value
  const { keyOf, order } = shapeOf(path, value)
  const entries = new Map(
    value.map((entry, place) => {
      const key = keyOf(entry, place)
      return [key, applied(entry, below.get(key) ?? [], [...path, key])] as const
    }),
  )
  const moved = changes.find((change) => change.path.length === depth && change.kind === 'moved')
  const stayed = [...entries].filter(([, entry]) => entry !== undefined).map(([key]) => key)
  const keys = moved?.kind === 'moved' ? [...moved.to] : stayed
  for (const [key, [change]] of below) {
    if (change?.kind !== 'added' || change.path.length !== depth + 1) continue
    entries.set(key, change.to)
    if (order !== 'counts') keys.push(key)
    else keys.splice(change.after === null ? 0 : keys.indexOf(change.after as string) + 1, 0, key)
  }
  return keys.map((key) => entries.get(key) as Json)
}

/** Where the order of a list says nothing, two orders are the same rules; a member that is missing is no member. */
function settled(value: Json | undefined, path: readonly string[] = []): Json | undefined {
  if (isObject(value))
    return Object.fromEntries(
      Object.keys(value)
        .filter((name) => value[name] !== undefined)
        .sort()
        .map((name) => [name, settled(value[name], [...path, name])]),
    )
  if (!isList(value)) return value
  const { keyOf, order } = shapeOf(path, value)
  const list = value.map((entry, place) => ({
    key: keyOf(entry, place),
    entry: settled(entry, [...path, keyOf(entry, place)]) as Json,
  }))
  return (order === 'says-nothing' ? list.sort((one, other) => (one.key < other.key ? -1 : 1)) : list).map(
    ({ entry }) => entry,
  )
}

const tmip = shippedProgramme('juniper-tmip.yaml')
const programmes = [
  'juniper-tmip.yaml',
  'examples/180-days-from-last-shipment.yaml',
  'examples/approval-before-destroying.yaml',
  'examples/credit-after-receipt.yaml',
  'examples/serials-before-order.yaml',
].map((name) => shippedProgramme(name))

const sku = fc.constantFrom('MX240*', 'MX480*', 'MX960*', 'RE-*', 'DPC*')
const names = fc.uniqueArray(fc.constantFrom('MX204', 'MX304', 'MX10008', 'MPC10'), { minLength: 1 })
const row = fc.record(
  {
    skus: fc.uniqueArray(sku, { minLength: 1 }),
    newFamilies: names,
    consumption: fc.constantFrom({ model: 'perpetual' }, { model: 'flex', tier: 'premium' }),
    amounts: fc.dictionary(fc.constantFrom('USD', 'EUR'), fc.constantFrom('1.00', '2.00')),
  },
  { requiredKeys: ['skus', 'amounts'] },
)
const named = (key: string) =>
  fc.uniqueArray(
    fc.record({
      [key]: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      newFamilies: names,
      note: fc.constantFrom(true, 1, null, 'x'),
    }),
    { selector: (entry) => entry[key] },
  )
/** Rules of any content in the shapes that a programme has. */
const rules = fc.record(
  {
    version: fc.constantFrom('2026.1', '2026.2'),
    parts: named('sku'),
    phases: named('id'),
    sites: named('id'),
    reminders: fc.record({ daysBefore: fc.uniqueArray(fc.nat(3)) }),
    extensions: fc.record({ tiers: fc.array(fc.record({ upToDays: fc.nat(3) }, { requiredKeys: [] })) }),
    routes: fc.record({
      return: fc.record({ steps: fc.record({ en: fc.array(fc.constantFrom('a', 'b')) }) }),
    }),
    credit: fc.record({
      table: fc.uniqueArray(row, { selector: (entry) => shapeOf(['table']).keyOf(entry, 0) }),
    }),
    regions: fc.dictionary(fc.constantFrom('emea', 'apac'), names),
  },
  { requiredKeys: ['version'] },
) as fc.Arbitrary<Json>

describe('laws', () => {
  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(rules, (one) => {
        expect(differenceOf(one, structuredClone(one))).toEqual([])
      }),
    )
    for (const one of programmes) expect(differenceOf(one, structuredClone(one))).toEqual([])
  })

  test('the old rules with the difference are the new ones', () => {
    fc.assert(
      fc.property(rules, rules, (from, to) => {
        expect(settled(applied(from, differenceOf(from, to)))).toEqual(settled(to))
      }),
      { numRuns: 400 },
    )
    for (const from of programmes)
      for (const to of programmes) expect(settled(applied(from, differenceOf(from, to)))).toEqual(settled(to))
  })

  test('no entry says that something became what it was, and none stands inside another', () => {
    fc.assert(
      fc.property(rules, rules, (from, to) => {
        const changes = differenceOf(from, to)
        for (const change of changes)
          if (change.kind === 'changed') expect(change.from).not.toEqual(change.to)
        const whole = changes.filter(({ kind }) => kind === 'added' || kind === 'removed')
        for (const { path } of whole)
          for (const other of changes)
            if (other.path.length > path.length) expect(other.path.slice(0, path.length)).not.toEqual(path)
      }),
    )
  })
})

describe('what an administrator reads', () => {
  const change = (edit: (copy: typeof tmip) => void): Change[] => {
    const copy = structuredClone(tmip)
    edit(copy)
    return differenceOf(tmip, copy)
  }

  test('a device that joins the catalogue is one line, wherever it stands in it', () => {
    const part = { ...structuredClone(tmip.parts[3]!), sku: 'MX999-NEW' }
    expect(change((copy) => copy.parts.splice(2, 0, part))).toEqual([
      { path: ['parts', 'MX999-NEW'], kind: 'added', to: part },
    ])
    expect(change((copy) => copy.parts.reverse())).toEqual([])
  })

  test('an amount is named by what the row is for', () => {
    expect(
      change((copy) => {
        copy.credit.table[5]!.amounts['EUR'] = '3300.00'
      }),
    ).toEqual([
      {
        path: ['credit', 'table', 'MX480*, CHAS-BP*-MX480-S', 'amounts', 'EUR'],
        kind: 'changed',
        from: '3200.00',
        to: '3300.00',
      },
    ])
  })

  test('the place of a new credit row is said, since the first that fits counts', () => {
    const row = { skus: ['MX480BASE-*'], amounts: { USD: '1.00', EUR: '1.00' } }
    expect(change((copy) => copy.credit.table.splice(5, 0, row))).toEqual([
      {
        path: ['credit', 'table', 'MX480BASE-*'],
        kind: 'added',
        to: row,
        after: 'MX960*, CHAS-BP*-MX960-S',
      },
    ])
    expect(change((copy) => copy.credit.table.reverse()).map(({ kind }) => kind)).toEqual(['moved'])
  })

  test('rows that read the same are told by their places', () => {
    const twice = (amount: string): Json => ({
      table: [
        { skus: ['MX480*'], amounts: { USD: '1.00' } },
        { skus: ['MX480*'], amounts: { USD: amount } },
      ],
    })
    expect(differenceOf(twice('2.00'), twice('3.00'))).toEqual([
      { path: ['table', '1', 'amounts', 'USD'], kind: 'changed', from: '2.00', to: '3.00' },
    ])
  })

  test('a family that a phase takes no more is one line, and so is a tier', () => {
    expect(
      change((copy) => {
        copy.phases[0]!.eligible.families = copy.phases[0]!.eligible.families.filter((one) => one !== 'DPC')
        copy.extensions!.tiers[0]!.upToDays = 45
      }),
    ).toEqual([
      { path: ['phases', 'phase-1', 'eligible', 'families', 'DPC'], kind: 'removed', from: 'DPC' },
      { path: ['extensions', 'tiers', '0', 'upToDays'], kind: 'changed', from: 31, to: 45 },
    ])
  })

  test('every section of a programme has a name', () => {
    for (const section of Object.keys(programmeSchema.shape))
      expect(() => partOfRules([section === 'routes' ? 'routes' : section, 'return'])).not.toThrow()
    expect(partOfRules(['routes', 'destroy', 'steps'])).toBe('part-destroy')
    expect(partOfRules(['credit', 'table', 'MX480*'])).toBe('part-credit-table')
    expect(partOfRules(['credit', 'paid'])).toBe('part-credit')
  })
})
