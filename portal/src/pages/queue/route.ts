import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const queueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queue',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Queue'),
})
