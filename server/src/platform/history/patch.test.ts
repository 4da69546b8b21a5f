import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldPatches, insert, type Patch, update } from './patch.ts'

const primaryKeys = () => ['id']

test('a row that is inserted and changed is written once, as it stands in the end', () => {
  const rows = [
    ...foldPatches(
      [
        insert('case', { id: 1, open: 2 }),
        update('case', { id: 1 }, { name: 'a' }, { open: -1 }),
        update('case', { id: 1 }, { name: 'b' }),
      ],
      primaryKeys,
    ).values(),
  ]
  expect(rows).toEqual([
    { table: 'case', key: { id: 1 }, isNew: true, set: { id: 1, open: 1, name: 'b' }, add: {} },
  ])
})

test('a number set after it was added to is what it was set to', () => {
  const [row] = foldPatches(
    [
      update('case', { id: 1 }, {}, { open: 3 }),
      update('case', { id: 1 }, { open: 7 }),
      update('case', { id: 1 }, {}, { open: 1 }),
    ],
    primaryKeys,
  ).values()
  expect([row?.set, row?.add]).toEqual([{ open: 8 }, {}])
})

test('the same row inserted twice is a broken invariant', () => {
  expect(() => foldPatches([insert('case', { id: 1 }), insert('case', { id: 1 })], primaryKeys)).toThrow(
    'inserted twice',
  )
})

test('a change that says another before than stands there is a broken invariant', () => {
  const moved = (from: string, to: string) => update('unit', { id: 1 }, { state: to }, {}, { state: from })
  const start = insert('unit', { id: 1, state: 'owed' })
  expect(() =>
    foldPatches([start, moved('owed', 'received'), moved('received', 'accepted')], primaryKeys),
  ).not.toThrow()
  expect(() =>
    foldPatches([start, moved('owed', 'received'), moved('owed', 'received')], primaryKeys),
  ).toThrow('state was received, not owed')
})

test('folding in parts gives what folding at once gives', () => {
  const patch: fc.Arbitrary<Patch> = fc
    .record({
      id: fc.integer({ min: 1, max: 3 }),
      set: fc.option(fc.integer()),
      add: fc.option(fc.integer({ min: -5, max: 5 })),
    })
    .map(({ id, set, add }) =>
      update('case', { id }, set === null ? {} : { n: set }, add === null ? {} : { n: add }),
    )
  fc.assert(
    fc.property(fc.array(patch), fc.nat(), (patches, cut) => {
      const start = [1, 2, 3].map((id) => insert('case', { id, n: 0 }))
      const whole = foldPatches([...start, ...patches], primaryKeys)
      const parts = foldPatches([...start, ...patches.slice(0, cut)], primaryKeys)
      foldPatches(patches.slice(cut), primaryKeys, parts)
      expect([...parts.values()]).toEqual([...whole.values()])
    }),
  )
})
