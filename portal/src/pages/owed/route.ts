import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { idIn } from '../../app/search-params.ts'
import { owedQuery, urgentQuery } from './queries.ts'

export const owedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/owed',
  validateSearch: (raw: Record<string, unknown>): { customer?: string | undefined } => ({
    customer: idIn(raw, 'customer'),
  }),
  loaderDeps: ({ search }) => search,
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, deps: { customer } }) => {
    queries.query(owedQuery(customer)).catch(noop)
    queries.query(urgentQuery(customer)).catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Owed'),
})
