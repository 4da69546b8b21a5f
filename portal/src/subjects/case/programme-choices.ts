import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** What the version of the programme that a case follows lets people choose, with its coded reasons in words. */
export const choicesQuery = ({ id, version }: { id: string; version: string }) =>
  queryOptions({
    queryKey: ['programmes', id, version, 'choices'],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}/choices', {
          params: { path: { id, programmeVersion: version } },
        }),
      ),
    // A published version never changes; in another language it is asked for again.
    staleTime: Number.POSITIVE_INFINITY,
  })
