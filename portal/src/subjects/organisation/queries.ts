import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const organisationKey = (id: string) => ['organisation', id] as const

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: [...organisationKey(id), 'details'],
    queryFn: () => answerOf(api.GET('/organisations/{id}', { params: { path: { id } } })),
  })
