import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const owedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/owed',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Owed'),
})
