import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const casesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Cases'),
})
