import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { idIn } from '../../app/search-params.ts'

export const newOrderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/new',
  validateSearch: (raw: Record<string, unknown>): { customer?: string | undefined } => ({
    customer: idIn(raw, 'customer'),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'NewOrder'),
})
