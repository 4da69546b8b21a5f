/**
 * The life of a unit (domain: "Life of a unit, and of a case"), to be read aloud: what happens | from where | to where.
 * Use cases ask it what may happen, and `movePatches` writes no move that it does not hold.
 */
export const unitStates = [
  'owed',
  'identified',
  'in-transit',
  'received',
  'failed-inspection',
  'destruction-declared',
  'accepted',
  'certified',
  'waived',
  'cancelled',
  'charged-back',
] as const
export type UnitState = (typeof unitStates)[number]

interface Step {
  readonly from: readonly UnitState[]
  readonly to: UnitState
}

export const lifecycle = {
  // The serial number becomes known, or is corrected.
  identify: { from: ['owed', 'identified'], to: 'identified' },
  // The mark that it has no readable one is taken back, and there is none in its place.
  unidentify: { from: ['identified'], to: 'owed' },
  // Return.
  ship: { from: ['owed', 'identified'], to: 'in-transit' },
  'void-label': { from: ['in-transit'], to: 'identified' },
  // The dock takes what arrives, whatever the papers say: also without a label, and what was to be destroyed.
  receive: {
    from: ['owed', 'identified', 'in-transit', 'destruction-declared', 'failed-inspection'],
    to: 'received',
  },
  accept: { from: ['received'], to: 'accepted' },
  'fail-inspection': { from: ['received'], to: 'failed-inspection' },
  cure: { from: ['failed-inspection'], to: 'received' },
  // Destroy.
  'declare-destruction': { from: ['identified'], to: 'destruction-declared' },
  'reject-certificate': { from: ['destruction-declared'], to: 'identified' },
  certify: { from: ['destruction-declared'], to: 'certified' },
  // Ends without the device.
  waive: { from: ['owed', 'identified', 'failed-inspection'], to: 'waived' },
  cancel: { from: ['owed', 'identified'], to: 'cancelled' },
  'charge-back': { from: ['owed', 'identified', 'failed-inspection'], to: 'charged-back' },
  // What was charged back and comes after all is taken in, and a credit note follows.
  'arrive-late': { from: ['charged-back', 'waived'], to: 'received' },
} as const satisfies Readonly<Record<string, Step>>

export type UnitEvent = keyof typeof lifecycle

const terminalStates: ReadonlySet<UnitState> = new Set([
  'accepted',
  'certified',
  'waived',
  'cancelled',
  'charged-back',
])
export const isTerminal = (state: UnitState): boolean => terminalStates.has(state)
/** The device came back or its destruction is certified: its credit is secured. */
export const isEarned = (state: UnitState): boolean => state === 'accepted' || state === 'certified'

const steps = new Set(
  Object.values<Step>(lifecycle).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)),
)
/** Whether any event leads from one state to the other; staying where one is needs none. */
export const mayMove = (from: UnitState, to: UnitState): boolean => from === to || steps.has(`${from} ${to}`)

export const mayHappen = (event: UnitEvent, state: UnitState): boolean =>
  (lifecycle[event].from as readonly UnitState[]).includes(state)

/** The states a table like this must satisfy; run at start and in the tests, so that an edit cannot strand a unit. */
export function lifecycleFaults(table: Readonly<Record<string, Step>> = lifecycle): string[] {
  const reached = new Set<UnitState>(['owed'])
  for (let grown = true; grown; ) {
    grown = false
    for (const { from, to } of Object.values(table)) {
      if (!reached.has(to) && from.some((state) => reached.has(state))) grown = !!reached.add(to)
    }
  }
  const leaves = (state: UnitState) =>
    Object.values(table).some((step) => step.from.includes(state) && step.to !== state)
  return [
    ...unitStates.filter((state) => !reached.has(state)).map((state) => `nothing leads to ${state}`),
    ...unitStates
      .filter((state) => !isTerminal(state) && !leaves(state))
      .map((state) => `no way out of ${state}`),
  ]
}
