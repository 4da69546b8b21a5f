import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const programmesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Programmes'),
})
