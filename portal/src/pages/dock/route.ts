import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'
import { textIn } from '../../app/search-params.ts'

export const dockRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dock',
  // The receipt stands in the address, so that a reload goes on where the scanner was.
  validateSearch: (raw: Record<string, unknown>): { receipt?: string | undefined } => ({
    receipt: textIn(raw, 'receipt'),
  }),
  component: lazyRouteComponent(() => import('./screen.tsx'), 'Dock'),
})
