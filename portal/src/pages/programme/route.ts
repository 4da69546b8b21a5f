import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const programmeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/programmes/$programmeId',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Programme'),
})
