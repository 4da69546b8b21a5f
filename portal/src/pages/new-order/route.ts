import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const newOrderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/new',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'NewOrder'),
})
