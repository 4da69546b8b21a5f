import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { oneIn } from '../../app/search-params.ts'

export const chargeBacksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/charge-backs',
  validateSearch: (raw: Record<string, unknown>): { state?: 'decided' | undefined } => ({
    state: oneIn(raw, 'state', ['decided'] as const),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'ChargeBacks'),
})
