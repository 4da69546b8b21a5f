import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'
import { textIn } from '../../app/search-params.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => {
    const from = textIn(raw, 'from')
    // Only an address of our own: a link must not send somebody who just signed in to another site.
    return { from: from?.startsWith('/') && !/^\/[/\\]/.test(from) ? from : undefined }
  },
  component: lazyRouteComponent(() => import('./screen.tsx'), 'SignIn'),
})
