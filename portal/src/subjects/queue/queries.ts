import { answerOf, api, type Schema } from '../../api/client.ts'
import { useCursorPages } from '../../ui/cursor-pages.tsx'
import type { QueueSearch } from './search.ts'

export type Item = Schema['QueueItem']

/** What waits for a person, most urgent first; the review of one of them knows from it which is next. */
export function useQueue(kind: QueueSearch['kind']) {
  const pages = useCursorPages(['queue', kind ?? 'all'], (cursor) =>
    answerOf(api.GET('/queue', { params: { query: { kind, cursor, limit: 50 } } })),
  )
  const newest = pages.data?.pages.at(-1) as Schema['Queue'] | undefined
  return { ...pages, counts: newest?.counts ?? [] }
}

export const keyOf = ({ kind, caseId, receiptId, number }: Item): string =>
  `${kind} ${caseId ?? receiptId} ${number}`

/** What an answer to one of them makes old. */
export const touchedByDecision = (caseId: string) =>
  [['queue'], ['case', caseId], ['cases'], ['owed'], ['goods']] as const

/** Of the first instant that is too late: the last day that is in time, as an instant on it. */
export const lastInstantBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString()
