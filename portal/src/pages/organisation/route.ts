import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const organisationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Organisation'),
})
