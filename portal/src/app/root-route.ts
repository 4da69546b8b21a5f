/** The two routes that all others hang below. Apart from the screens, which import nothing from the router. */
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { ProblemError } from '../api/client.ts'
import { NotFound, NotFoundPage, TroublePage } from './dead-ends.tsx'
import { meQuery } from './session.ts'
import { Shell } from './shell.tsx'

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFoundPage,
  errorComponent: TroublePage,
})

/** Everything for which one has to be signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      await queries.query({ ...meQuery, staleTime: 'static' })
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'not-signed-in')
        throw redirect({ to: '/sign-in', search: { from: location.href } })
      throw error
    }
  },
  component: Shell,
  errorComponent: TroublePage,
})

/** An address that no screen has: said inside of the shell, where the search and the other screens are at hand. */
export const nowhereRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFound,
})
