import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { programmeSearch } from './search.ts'

export const programmeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/programmes/$programmeId',
  validateSearch: programmeSearch,
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Programme'),
})
