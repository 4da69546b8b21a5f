import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const calculatorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calculator',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Calculator'),
})
