import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const portfolioRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/portfolio',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Portfolio'),
})
