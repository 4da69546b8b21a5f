import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { answerOf, api } from '../../api/client.ts'

const route = getRouteApi('/shell/cases/$caseId')

/** Everything that is shown of one case lies below this key, so that a change of the case refreshes all of it. */
export const caseKey = (caseId: string) => ['case', caseId] as const

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'view'],
    queryFn: () => answerOf(api.GET('/cases/{id}', { params: { path: { id: caseId } } })),
  })

/** What an action on this case makes old: the case, its parts, and every list that shows it. */
export const touchedBy = (caseId: string) => [caseKey(caseId), ['cases'], ['owed'], ['queue']] as const

/** The case that the screen is about; inside of its parts it is there already. */
export function useCase() {
  const { caseId } = route.useParams()
  return useSuspenseQuery(caseQuery(caseId)).data
}
