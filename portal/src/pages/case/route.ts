import { noop } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { caseQuery } from '../../subjects/case/case-query.ts'
import { unitSearch } from './units/search.ts'

/** One case: what it waits for stands above, and below it one part at a time, each with its own address. */
export const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/$caseId',
  // Asked for while the screen itself is still being loaded.
  loader: ({ context: { queries }, params: { caseId } }) => {
    queries.query(caseQuery(caseId)).catch(noop)
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Case'),
})

export const caseUnitsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('./units/part.tsx'), 'CaseUnits'),
})
export const caseFormsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/forms',
  component: lazyRouteComponent(() => import('./forms/part.tsx'), 'CaseForms'),
})
export const caseCertificatesRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/certificates',
  component: lazyRouteComponent(() => import('./certificates/part.tsx'), 'CaseCertificates'),
})
export const caseShippingRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/shipping',
  component: lazyRouteComponent(() => import('./shipping/part.tsx'), 'CaseShipping'),
})
export const caseTimeRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/time',
  component: lazyRouteComponent(() => import('./time/part.tsx'), 'CaseTime'),
})
export const caseMessagesRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages/part.tsx'), 'CaseMessages'),
})
export const caseHistoryRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/history',
  component: lazyRouteComponent(() => import('./history/part.tsx'), 'CaseHistory'),
})
