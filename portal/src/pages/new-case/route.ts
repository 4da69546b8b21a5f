import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { idIn, textIn } from '../../app/search-params.ts'

export interface NewCaseSearch {
  order?: string | undefined
  /** Of the orders to choose from, those of this customer. */
  customer?: string | undefined
  search?: string | undefined
}

export const newCaseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/new',
  validateSearch: (raw: Record<string, unknown>): NewCaseSearch => ({
    order: idIn(raw, 'order'),
    customer: idIn(raw, 'customer'),
    search: textIn(raw, 'search'),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'NewCase'),
})
