import { z } from 'zod'
import type { Database } from '../../../platform/database/pool.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { type Caller, operation, scopeValue } from '../../people/index.ts'
import { wantedBy } from '../rules/wanted.ts'
import { find, matches } from '../storage/find.ts'
import { bestHits, hit, hitKinds } from '../view.ts'

const found = z
  .object({
    groups: z
      .array(z.object({ kind: z.enum(hitKinds), hits: z.array(hit) }))
      .describe('Kinds of what was found, each with its best hits; twenty hits at most.'),
    more: z.boolean().describe('More fits: who types on finds it.'),
  })
  .meta({ id: 'SearchResult' })

export const searchOperations = (house: { readonly db: Database }): AnyOperation<Caller>[] => [
  operation({
    id: 'search',
    method: 'GET',
    path: '/search',
    tag: 'Search',
    summary: 'Cases, orders, devices, shipments, certificates and organisations by any number or name',
    description: `Looks for ${matches.join(', ')}; from three characters on also inside of them. Exact hits come first. A certificate is asked for as TM-7K3Q9-XWD42/1.`,
    query: z.object({ q: z.string().trim().min(2).max(60) }),
    answers: found,
    refusals: [],
    handle: async ({ caller, query }) => {
      const wanted = wantedBy(query.q)
      return { reply: bestHits(await find(house.db, wanted, scopeValue(caller.scope)), wanted) }
    },
  }),
]
