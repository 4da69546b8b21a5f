import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import type { OrderSearch } from './search.ts'

export const ordersKey = (search: OrderSearch) => ['orders', 'list', search] as const

export const loadOrders = (
  { withoutCase, search, ...rest }: OrderSearch,
  cursor?: string,
  limit = 50,
): Promise<Schema['OrderPage']> =>
  answerOf(
    api.GET('/orders', {
      params: {
        query: {
          ...rest,
          ...(withoutCase && { withoutCase: 'true' as const }),
          // One sign is too few for the server; whoever types it is on the way to a second.
          ...(search !== undefined && search.trim().length >= 2 && { search: search.trim() }),
          cursor,
          limit,
        },
      },
    }),
  )

/** Everything that is shown of one order lies below this key. */
export const orderKey = (orderId: string) => ['order', orderId] as const

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'view'],
    queryFn: () => answerOf(api.GET('/orders/{id}', { params: { path: { id: orderId } } })),
  })

/** The facts of the order itself are few: registered, shipped, and one for each case that took devices. */
export const orderFactsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'facts'],
    queryFn: () =>
      answerOf(api.GET('/orders/{id}/history', { params: { path: { id: orderId }, query: { limit: 200 } } })),
  })

/** What an order that is registered, cancelled or given a case makes old. */
export const touchedByOrders = [['orders'], ['order'], ['owed'], ['portfolio'], ['cases'], ['queue']] as const
