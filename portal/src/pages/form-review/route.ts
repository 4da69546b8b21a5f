import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { textIn } from '../../app/search-params.ts'

export const formReviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review/forms/$caseId/$version',
  validateSearch: (
    raw: Record<string, unknown>,
  ): { sheet?: string | undefined; cell?: string | undefined } => ({
    sheet: textIn(raw, 'sheet'),
    cell: textIn(raw, 'cell'),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'FormReview'),
})
