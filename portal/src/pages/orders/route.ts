import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { loadOrders, ordersKey } from '../../subjects/order/queries.ts'
import { orderSearch } from '../../subjects/order/search.ts'

export const ordersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders',
  validateSearch: orderSearch,
  loaderDeps: ({ search }) => search,
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, deps }) => {
    queries
      .infiniteQuery({
        queryKey: ordersKey(deps),
        queryFn: ({ pageParam }) => loadOrders(deps, pageParam),
        initialPageParam: undefined as string | undefined,
      })
      .catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Orders'),
})
