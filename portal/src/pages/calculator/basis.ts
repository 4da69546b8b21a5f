import { useQuery } from '@tanstack/react-query'
import { dayFromNow } from '../../subjects/case/days.ts'
import { consumptionOf } from '../../subjects/order/calculation.ts'
import { useProgramme } from '../../subjects/order/programme-fields.tsx'
import { orderQuery } from '../../subjects/order/queries.ts'
import type { CalculatorSearch } from './search.ts'

/** On what a calculation stands: an order, with the rules that were frozen onto it, or what was chosen freely. */
export function useBasis(search: CalculatorSearch) {
  const wanted = search.order
  const found = useQuery({ ...orderQuery(wanted ?? ''), enabled: wanted !== undefined })
  const order = wanted === undefined ? undefined : found.data
  const free = useProgramme(
    wanted === undefined ? search.programme : order?.programme.id,
    wanted === undefined ? undefined : order?.programme.version,
  )
  const { choices, programmes } = free
  return {
    order,
    error: wanted === undefined ? null : found.error,
    programme:
      wanted !== undefined && order === undefined
        ? { id: '', version: '' }
        : { id: free.id, version: free.version },
    programmes,
    choices,
    currency: order?.currency ?? search.currency ?? choices?.currencies[0] ?? '',
    on: order?.placedOn ?? search.on ?? dayFromNow(0),
    family: order === undefined ? search.family : (order.newFamily ?? undefined),
    consumption:
      order === undefined ? consumptionOf(search.consumption, choices) : (order.consumption ?? undefined),
    consumptionKey: search.consumption ?? '',
  }
}
export type Basis = ReturnType<typeof useBasis>
