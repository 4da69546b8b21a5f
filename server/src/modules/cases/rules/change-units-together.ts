import type { Refusal } from '../../../values/refusal.ts'
import type { Programme } from '../../programmes/index.ts'
import type { UnitChange } from '../facts.ts'
import type { UnitRow } from '../storage/cases.ts'
import { changeUnits, type UnitProblem, type UnitWish } from './change-units.ts'

/** A problem with its place in the list of wishes: `/3/serial` is the serial number of the fourth. */
export type PlacedProblem = { readonly pointer: string } & (
  | UnitProblem
  | ({ readonly row: number } & Refusal<'row-repeated'>)
)
export type UnitsRefused = Refusal<'units-refused', { problems: readonly PlacedProblem[] }>

/** All of the wishes or none of them. Every problem is named, so that one look at the table is enough to mend it. */
export function changeUnitsTogether(
  units: readonly UnitRow[],
  wishes: readonly UnitWish[],
  programme: Pick<Programme, 'routes'>,
  reserved: ReadonlySet<string>,
): readonly UnitChange[] | UnitsRefused {
  const placeOf = new Map<number, number>()
  const repeated: PlacedProblem[] = []
  for (const [index, { row }] of wishes.entries()) {
    if (placeOf.has(row)) repeated.push({ pointer: `/${index}/row`, row, refused: 'row-repeated' })
    else placeOf.set(row, index)
  }
  const once = wishes.filter(({ row }, index) => placeOf.get(row) === index)
  const { changes, problems } = changeUnits(units, once, programme, reserved)
  if (problems.length + repeated.length === 0) return changes
  const placed = problems.map((problem): PlacedProblem => {
    const index = placeOf.get(problem.row) ?? 0
    return { pointer: `/${index}/${fieldOf(problem, wishes[index])}`, ...problem }
  })
  return { refused: 'units-refused', problems: [...placed, ...repeated] }
}

/** The field of the wish that a problem is about. */
function fieldOf(
  { refused }: UnitProblem,
  wish: UnitWish | undefined,
): 'row' | 'serial' | 'serialMark' | 'route' {
  switch (refused) {
    case 'unit-not-in-case':
      return 'row'
    case 'route-not-offered':
    case 'route-locked':
      return 'route'
    default:
      return wish?.serial ? 'serial' : 'serialMark'
  }
}
