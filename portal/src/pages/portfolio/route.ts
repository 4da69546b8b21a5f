import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { loadPortfolio, portfolioKey } from './queries.ts'

export const portfolioRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/portfolio',
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries } }) => {
    queries
      .infiniteQuery({
        queryKey: portfolioKey,
        queryFn: ({ pageParam }) => loadPortfolio(pageParam),
        initialPageParam: undefined as string | undefined,
      })
      .catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Portfolio'),
})
