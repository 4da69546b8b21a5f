import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { flagIn } from '../../app/search-params.ts'

export const programmesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/programmes',
  validateSearch: (raw: Record<string, unknown>): { publish?: true | undefined } => ({
    publish: flagIn(raw, 'publish'),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Programmes'),
})
