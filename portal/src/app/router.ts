import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { NotFound, Trouble } from './dead-ends.tsx'
import { routeTree } from './routes.ts'

export const openRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    // What is fresh is the business of the queries.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Trouble,
  })

export type Router = ReturnType<typeof openRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: Router
  }
}
