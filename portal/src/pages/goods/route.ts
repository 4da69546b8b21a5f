import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const goodsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/goods',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Goods'),
})
