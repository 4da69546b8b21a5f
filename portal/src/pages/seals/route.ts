import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const sealsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/seals',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Seals'),
})
