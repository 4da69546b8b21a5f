import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const dockRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dock',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Dock'),
})
