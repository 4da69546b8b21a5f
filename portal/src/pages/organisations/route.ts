import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { organisationSearch } from './search.ts'

export const organisationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations',
  validateSearch: organisationSearch,
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Organisations'),
})
