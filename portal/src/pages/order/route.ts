import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { orderQuery } from '../../subjects/order/queries.ts'

export const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/$orderId',
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, params: { orderId } }) => {
    void queries.prefetchQuery(orderQuery(orderId))
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Order'),
})
