import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { casesKey, loadCases } from './queries.ts'
import { caseSearch } from './search.ts'

export const casesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases',
  validateSearch: caseSearch,
  loaderDeps: ({ search }) => search,
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, deps }) => {
    queries
      .infiniteQuery({
        queryKey: casesKey(deps),
        queryFn: ({ pageParam }) => loadCases(deps, pageParam),
        initialPageParam: undefined as string | undefined,
      })
      .catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Cases'),
})
