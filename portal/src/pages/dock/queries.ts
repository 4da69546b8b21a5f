import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

async function allPages<Item>(
  load: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await load(cursor)
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return items
}
const HOUR = 60 * 60_000

// `networkMode: 'always'` where scans wait for the answer: paused while offline, a query never says that it cannot.

export const sitesQuery = queryOptions({
  queryKey: ['dock', 'sites'],
  queryFn: () =>
    allPages((cursor) =>
      answerOf(api.GET('/receiving-sites', { params: { query: { cursor, limit: 200 } } })),
    ),
  networkMode: 'always',
  staleTime: HOUR,
})

const programmesQuery = queryOptions({
  queryKey: ['dock', 'programmes'],
  queryFn: () =>
    allPages((cursor) => answerOf(api.GET('/programmes', { params: { query: { cursor, limit: 200 } } }))),
  networkMode: 'always',
  staleTime: HOUR,
})

/** Whether a text is an SKU in one of the programmes that ship to a site. */
export const isSkuQuery = (site: string, text: string) =>
  queryOptions({
    queryKey: ['dock', 'is-sku', site, text],
    queryFn: async ({ client }) => {
      const [sites, programmes] = await Promise.all([
        client.query({ ...sitesQuery, staleTime: 'static' }),
        client.query({ ...programmesQuery, staleTime: 'static' }),
      ])
      const shipsHere = sites.find(({ id }) => id === site)?.programmes ?? []
      const found = await Promise.all(
        programmes
          .filter(({ id }) => shipsHere.includes(id))
          .map(({ id, programmeVersion }) =>
            answerOf(
              api.GET('/programmes/{id}/versions/{programmeVersion}/catalogue', {
                params: { path: { id, programmeVersion }, query: { search: text } },
              }),
            ),
          ),
      )
      return found.some(({ items }) => items.some(({ sku }) => sku === text))
    },
    networkMode: 'always',
    retry: false,
    staleTime: HOUR,
  })

/** Null when there is none, or none of this dock. The open ones come first, so it is on the first page nearly always. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['dock', 'receipt', id],
    queryFn: async (): Promise<Schema['Receipt'] | null> => {
      let cursor: string | undefined
      do {
        const page = await answerOf(api.GET('/receipts', { params: { query: { cursor, limit: 200 } } }))
        const found = page.items.find((receipt) => receipt.id === id)
        if (found !== undefined) return found
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      return null
    },
  })

/** Every scan of a receipt, in order. What is scanned from here on is added from the answers. */
export const scansQuery = (receiptId: string) =>
  queryOptions({
    queryKey: ['dock', 'scans', receiptId],
    queryFn: () =>
      allPages((cursor) =>
        answerOf(
          api.GET('/receipts/{id}/scans', {
            params: { path: { id: receiptId }, query: { cursor, limit: 200 } },
          }),
        ),
      ),
    staleTime: 0,
    gcTime: 0,
  })

export const openReceiptsKey = ['dock', 'open-receipts'] as const
