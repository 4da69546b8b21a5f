import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/client.ts'
import { dayFromNow } from '../cases/days.ts'
import { type Consumption, consumptionOf } from '../orders/calculation.ts'
import { useProgramme } from '../orders/programme-fields.tsx'
import { orderFactsQuery, orderQuery } from '../orders/queries.ts'
import type { CalculatorSearch } from './search.ts'

/** On what a calculation stands: an order, with the rules that were frozen onto it, or what was chosen freely. */
export function useBasis(search: CalculatorSearch) {
  const wanted = search.order
  const found = useQuery({ ...orderQuery(wanted ?? ''), enabled: wanted !== undefined })
  const facts = useQuery({ ...orderFactsQuery(wanted ?? ''), enabled: wanted !== undefined })
  const order = wanted === undefined ? undefined : found.data
  const free = useProgramme(
    wanted === undefined ? search.programme : order?.programme.id,
    wanted === undefined ? undefined : order?.programme.version,
  )
  const { choices, programmes } = free
  const conditions = conditionsOf(wanted === undefined ? [] : (facts.data?.items ?? []))
  return {
    order,
    error: wanted === undefined ? null : (found.error ?? facts.error),
    programme:
      wanted !== undefined && (order === undefined || facts.data === undefined)
        ? { id: '', version: '' }
        : { id: free.id, version: free.version },
    programmes,
    choices,
    currency: order?.currency ?? search.currency ?? choices?.currencies[0] ?? '',
    on: order?.placedOn ?? search.on ?? dayFromNow(0),
    family: order === undefined ? search.family : conditions.family,
    consumption: order === undefined ? consumptionOf(search.consumption, choices) : conditions.consumption,
    consumptionKey: search.consumption ?? '',
  }
}
export type Basis = ReturnType<typeof useBasis>

/** What the credit of a registered order depended on; the fact of its registration tells it. */
function conditionsOf(facts: readonly Schema['Fact'][]): {
  family?: string
  consumption?: Consumption
} {
  const body = facts.find(({ type }) => type === 'order-registered')?.body as
    | { newFamily?: string | null; consumption?: Consumption | null }
    | undefined
  return {
    ...(body?.newFamily && { family: body.newFamily }),
    ...(body?.consumption && { consumption: body.consumption }),
  }
}
