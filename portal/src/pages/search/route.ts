import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { textIn } from '../../app/search-params.ts'

export const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  validateSearch: (raw: Record<string, unknown>): { q?: string | undefined } => ({
    q: textIn(raw, 'q')?.trim(),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Search'),
})
