import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const organisationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Organisations'),
})
