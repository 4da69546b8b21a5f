import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const formReviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review/forms/$caseId/$version',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'FormReview'),
})
