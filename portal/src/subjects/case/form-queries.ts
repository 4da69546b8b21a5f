import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { caseKey } from './queries.ts'

/** One version of the form: what was read of it and what it would change. */
export const formQuery = (caseId: string, version: number) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'forms', version],
    queryFn: () =>
      answerOf(api.GET('/cases/{id}/forms/{version}', { params: { path: { id: caseId, version } } })),
  })

export const formsPage = (caseId: string) => (cursor: string | undefined) =>
  answerOf(api.GET('/cases/{id}/forms', { params: { path: { id: caseId }, query: { cursor, limit: 200 } } }))
