import { answerOf, api, type Schema } from '../../api/client.ts'
import { dayFromNow } from '../../subjects/case/days.ts'
import type { CaseSearch } from './search.ts'

export const casesKey = (search: CaseSearch) => ['cases', 'list', search] as const

const daysOf = { week: 7, month: 30, quarter: 90 } as const

/** The address says "the next 30 days", which days those are depends on when somebody looks. */
function dueDays({ due, dueFrom, dueTo }: CaseSearch): {
  dueFrom?: string | undefined
  dueTo?: string | undefined
} {
  if (due === undefined || due === 'overdue' || due === 'days') return { dueFrom, dueTo }
  return { dueFrom: dayFromNow(0), dueTo: dayFromNow(daysOf[due]) }
}

export function loadCases(search: CaseSearch, cursor: string | undefined): Promise<Schema['CasePage']> {
  const { status = 'open', sort, due, overdue, search: text, ...rest } = search
  return answerOf(
    api.GET('/cases', {
      params: {
        query: {
          ...rest,
          ...dueDays(search),
          ...(status !== 'all' && { status }),
          sort: status === 'open' ? (sort ?? 'due') : 'newest',
          ...((due === 'overdue' || overdue) && { overdue: 'true' as const }),
          // One sign is too few for the server; whoever types it is on the way to a second.
          ...(text !== undefined && text.trim().length >= 2 && { search: text.trim() }),
          cursor,
          limit: 50,
        },
      },
    }),
  )
}
