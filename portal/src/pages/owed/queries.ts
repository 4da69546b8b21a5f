import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { loadOrders } from '../../subjects/order/queries.ts'

const MOST_SHOWN = 6

export const owedQuery = (customer: string | undefined) =>
  queryOptions({
    queryKey: ['owed', 'sums', customer],
    queryFn: () => answerOf(api.GET('/owed', { params: { query: { customer } } })),
  })

/** Where it is the customer's turn, the nearest due date first. */
export const urgentQuery = (customer: string | undefined) =>
  queryOptions({
    queryKey: ['owed', 'urgent', customer],
    queryFn: () =>
      answerOf(
        api.GET('/cases', {
          params: {
            query: { customer, status: 'open', waitingOn: 'customer', sort: 'due', limit: MOST_SHOWN },
          },
        }),
      ),
  })

export const withoutCaseQuery = (customer: string | undefined) =>
  queryOptions({
    queryKey: ['owed', 'without-case', customer],
    queryFn: () => loadOrders({ customer, withoutCase: true }, undefined, MOST_SHOWN),
  })
