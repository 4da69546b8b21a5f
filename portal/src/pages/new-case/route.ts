import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const newCaseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/new',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'NewCase'),
})
