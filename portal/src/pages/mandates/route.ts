import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const mandatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mandates',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Mandates'),
})
