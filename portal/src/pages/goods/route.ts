import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { oneIn, textIn } from '../../app/search-params.ts'

interface GoodsSearch {
  status?: 'resolved' | undefined
  serial?: string | undefined
  /** The one that somebody comes for: `<receipt>/<scan>`. */
  held?: string | undefined
}

const goodsSearch = (raw: Record<string, unknown>): GoodsSearch => ({
  status: oneIn(raw, 'status', ['resolved'] as const),
  serial: textIn(raw, 'serial'),
  held: textIn(raw, 'held'),
})

export const goodsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/goods',
  validateSearch: goodsSearch,
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Goods'),
})
