import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, ifMatch } from '../../api/client.ts'
import { caseKey } from '../../subjects/case/queries.ts'

/** The requests for more time of a case; a case has few. */
export const extensionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'extensions', 'all'],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/cases/{id}/extensions', { params: { path: { id: caseId }, query: { limit: 200 } } }),
        )
      ).items,
  })

export const extensionQuery = (caseId: string, number: number) => ({
  ...extensionsQuery(caseId),
  select: (all: Awaited<ReturnType<NonNullable<ReturnType<typeof extensionsQuery>['queryFn']>>>) =>
    all.find((one) => one.number === number),
})

/** `version` of the case that somebody looked at; left out where many are decided together. */
export const decideExtension = (
  { caseId, number, version }: { caseId: string; number: number; version?: number },
  decision: { granted: boolean; note: string },
  headers: { 'idempotency-key': string },
) =>
  answerOf(
    api.PUT('/cases/{id}/extensions/{number}/decision', {
      params: {
        path: { id: caseId, number },
        header: { ...headers, ...(version !== undefined && ifMatch(version)) },
      },
      body: decision,
    }),
  )
