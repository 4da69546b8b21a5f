import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { caseKey } from './queries.ts'

/** What happened to a case after the version that somebody looked at; each fact made it one version newer. */
export const happenedSince = (caseId: string, version: number) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'history', 'since', version],
    queryFn: async () => {
      const facts: Schema['Fact'][] = []
      let cursor: string | undefined
      do {
        const page = await answerOf(
          api.GET('/cases/{id}/history', {
            params: { path: { id: caseId }, query: { cursor, limit: 200 } },
          }),
        )
        facts.push(...page.items.filter(({ seq }) => seq > version))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      return facts
    },
    staleTime: 0,
  })
