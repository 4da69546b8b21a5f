import { keepPreviousData, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { caseKey } from '../../../subjects/case/queries.ts'
import type { UnitSearch } from './search.ts'

type Unit = Schema['Unit']
const PAGE_SIZE = 100

export const unitsQuery = (
  caseId: string,
  { missing, search, ...rest }: Partial<UnitSearch>,
  cursor: string | undefined,
  limit = PAGE_SIZE,
) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'units', { missing, search, ...rest }, limit, cursor ?? null],
    queryFn: () =>
      answerOf(
        api.GET('/cases/{id}/units', {
          params: {
            path: { id: caseId },
            query: {
              ...rest,
              ...(search !== undefined && { search }),
              ...(missing && { missing: 'serial' as const }),
              limit,
              cursor,
            },
          },
        }),
      ),
  })

/**
 * One page at a time, instead of ever more rows below each other: a case may have 10,000 devices, and a table of as many
 * fields to type in takes seconds to draw. A changed filter begins at the first page.
 */
export function useUnitPage(caseId: string, search: UnitSearch) {
  const of = JSON.stringify(search)
  const [trail, setTrail] = useState<{ of: string; cursors: readonly string[] }>({ of, cursors: [] })
  const cursors = trail.of === of ? trail.cursors : []
  const query = useQuery({
    ...unitsQuery(caseId, search, cursors.at(-1)),
    placeholderData: keepPreviousData,
  })
  const next = query.data?.next ?? null
  return {
    ...query,
    units: query.data?.items ?? [],
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    hasNext: next !== null && !query.isPlaceholderData,
    toNext: () => next !== null && setTrail({ of, cursors: [...cursors, next] }),
    toPrevious: () => setTrail({ of, cursors: cursors.slice(0, -1) }),
  }
}

/** Page after page from a cursor on, until `enough` says so or there are no more. */
export async function unitsUntil(
  queries: QueryClient,
  caseId: string,
  search: Partial<UnitSearch>,
  {
    from,
    enough,
    fresh = false,
  }: { from?: string | undefined; enough: (units: readonly Unit[]) => boolean; fresh?: boolean },
): Promise<Unit[]> {
  const units: Unit[] = []
  let cursor = from
  do {
    const page: Schema['UnitPage'] = await queries.query({
      ...unitsQuery(caseId, search, cursor, fresh ? 200 : PAGE_SIZE),
      staleTime: fresh ? 0 : 10_000,
    })
    units.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && !enough(units))
  return units
}
