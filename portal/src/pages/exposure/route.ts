import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const exposureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exposure',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Exposure'),
})
