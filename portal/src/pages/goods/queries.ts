import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useCursorPages } from '../../ui/cursor-pages.tsx'

export type Held = Schema['UnmatchedGoods']
export type Suggestion = Schema['UnitSuggestions']['items'][number]

export const nameOf = ({ receiptId, number }: Pick<Held, 'receiptId' | 'number'>): string =>
  `${receiptId}/${number}`

export const useGoods = (status: 'open' | 'resolved', serial: string | undefined) =>
  useCursorPages(['goods', status, serial ?? ''], (cursor) =>
    answerOf(api.GET('/unmatched-goods', { params: { query: { status, serial, cursor, limit: 50 } } })),
  )

export const suggestionsQuery = ({ receiptId, number }: Held) =>
  queryOptions({
    queryKey: ['goods', 'suggestions', receiptId, number],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/unmatched-goods/{id}/{number}/suggestions', {
            params: { path: { id: receiptId, number } },
          }),
        )
      ).items,
  })

/** A unit of which somebody says that it is what is held. */
export interface Target {
  readonly caseId: string
  readonly row: number
  readonly customerName: string
  readonly sku: string
  readonly serial: string | null
}

export const assign = (
  { receiptId, number }: Held,
  { caseId, row }: Target,
  headers: { 'idempotency-key': string },
) =>
  answerOf(
    api.POST('/unmatched-goods/{id}/{number}/assignment', {
      params: { path: { id: receiptId, number }, header: headers },
      body: { caseId, row },
    }),
  )
