import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const programmesKey = ['programmes', 'list'] as const

/** With a page of all of them, because one programme is looked up in it too: there are a handful. */
export const loadProgrammes = (cursor: string | undefined) =>
  answerOf(api.GET('/programmes', { params: { query: { cursor, limit: 100 } } }))

export const programmesPages = infiniteQueryOptions({
  queryKey: programmesKey,
  queryFn: ({ pageParam }) => loadProgrammes(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
})
