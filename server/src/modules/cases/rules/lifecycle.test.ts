import { expect, test } from 'vitest'
import { isTerminal, lifecycle, lifecycleFaults, mayHappen, mayMove, unitStates } from './lifecycle.ts'

test('every state can be reached, and every open state can be left', () => {
  expect(lifecycleFaults()).toEqual([])
})

test('the checker finds a state that nothing leads to and one that nothing leaves', () => {
  const { accept: _, ...without } = lifecycle
  expect(lifecycleFaults(without)).toEqual(['nothing leads to accepted'])
  const { 'fail-inspection': __, cure: ___, waive: ____, 'charge-back': _____, ...stranded } = lifecycle
  const broken = {
    ...stranded,
    receive: { ...lifecycle.receive, from: ['owed'] as const },
    'fail-inspection': lifecycle['fail-inspection'],
  }
  expect(lifecycleFaults(broken)).toContain('no way out of failed-inspection')
})

test('credit is earned only from a state in which the device or its certificate was seen', () => {
  const into = (to: string) =>
    Object.values(lifecycle)
      .filter((step) => step.to === to)
      .flatMap((step) => step.from)
  expect(into('accepted')).toEqual(['received'])
  expect(into('certified')).toEqual(['destruction-declared'])
})

test('a finished unit is only touched by a late arrival', () => {
  for (const state of unitStates.filter(isTerminal)) {
    const events = (Object.keys(lifecycle) as (keyof typeof lifecycle)[]).filter((event) =>
      mayHappen(event, state),
    )
    expect(events, state).toEqual(state === 'charged-back' || state === 'waived' ? ['arrive-late'] : [])
  }
})

test('a move that no event makes is known as such', () => {
  expect(mayMove('in-transit', 'received')).toBe(true)
  expect(mayMove('accepted', 'accepted')).toBe(true)
  expect(mayMove('owed', 'certified')).toBe(false)
  expect(mayMove('accepted', 'owed')).toBe(false)
})
