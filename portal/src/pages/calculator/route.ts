import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { calculatorSearch } from './search.ts'

export const calculatorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calculator',
  validateSearch: calculatorSearch,
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Calculator'),
})
