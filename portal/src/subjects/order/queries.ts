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

/**
 * The facts of the order itself are few: registered, shipped, and one for each case that took devices. Large bodies are
 * left out.
 */
export const orderFactsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'facts'],
    queryFn: () =>
      answerOf(api.GET('/orders/{id}/history', { params: { path: { id: orderId }, query: { limit: 200 } } })),
  })

const orderFact = (id: string, seq: number) =>
  answerOf(api.GET('/orders/{id}/history/{seq}', { params: { path: { id, seq } } }))

/** The facts that say which devices cases took, each with all of its body. */
export const takenFactsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'taken'],
    queryFn: async ({ client }) => {
      const { items } = await client.query(orderFactsQuery(orderId))
      const taken = items.filter(({ type }) => type === 'units-taken-by-case')
      return Promise.all(
        taken.map(async (fact) => (fact.body === null ? orderFact(orderId, fact.seq) : fact)),
      )
    },
  })

/** What happened to an order after the version that somebody looked at; each fact made it one version newer. */
export const orderChangedSince = (orderId: string, version: number) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'since', version],
    queryFn: async ({ client }) => {
      const { items } = await client.query({ ...orderFactsQuery(orderId), staleTime: 0 })
      return items.filter(({ seq }) => seq > version)
    },
    staleTime: 0,
  })

/** What an order that is registered, cancelled or given a case makes old. */
export const touchedByOrders = [['orders'], ['order'], ['owed'], ['portfolio'], ['cases'], ['queue']] as const
