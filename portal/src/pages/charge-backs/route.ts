import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const chargeBacksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/charge-backs',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'ChargeBacks'),
})
