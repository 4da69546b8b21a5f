import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { orderQuery } from '../../subjects/order/queries.ts'

export const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/$orderId',
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, params: { orderId } }) => {
    queries.query(orderQuery(orderId)).catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Order'),
})
