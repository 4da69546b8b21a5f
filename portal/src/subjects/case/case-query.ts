import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** Everything that is shown of one case lies below this key, so that a change of the case refreshes all of it. */
export const caseKey = (caseId: string) => ['case', caseId] as const

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'view'],
    queryFn: () => answerOf(api.GET('/cases/{id}', { params: { path: { id: caseId } } })),
  })

/** What an action on this case makes old: the case, its parts, and every list that shows it. */
export const touchedBy = (caseId: string) => [caseKey(caseId), ['cases'], ['owed'], ['queue']] as const
