import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { exposureSearch } from './search.ts'

export const exposureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exposure',
  validateSearch: exposureSearch,
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Exposure'),
})
