import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { oneIn } from '../../app/search-params.ts'

export interface MandateSearch {
  /** Those that have ended too. */
  show?: 'all' | undefined
}

export const mandatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mandates',
  validateSearch: (raw: Record<string, unknown>): MandateSearch => ({
    show: oneIn(raw, 'show', ['all'] as const),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Mandates'),
})
