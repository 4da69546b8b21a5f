import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const portfolioKey = ['portfolio'] as const
export const loadPortfolio = (cursor: string | undefined) =>
  answerOf(api.GET('/portfolio', { params: { query: { cursor, limit: 50 } } }))

/** The mandates given to this partner, newest first. */
export const mandatesQuery = queryOptions({
  queryKey: ['mandates', 'newest'],
  queryFn: () => answerOf(api.GET('/mandates', { params: { query: { limit: 200 } } })),
  staleTime: 60_000,
})
