import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

export const certificateReviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review/certificates/$caseId/$number',
  component: lazyRouteComponent(() => import('./screen.tsx'), 'CertificateReview'),
})
