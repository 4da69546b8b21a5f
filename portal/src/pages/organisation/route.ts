import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { organisationQuery } from '../../subjects/organisation/queries.ts'
import { organisationPartSearch } from './search.ts'

export const organisationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations/$organisationId',
  validateSearch: organisationPartSearch,
  loader: ({ context: { queries }, params }) => {
    queries.query(organisationQuery(params.organisationId)).catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Organisation'),
})
