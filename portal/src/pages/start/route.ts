import { createRoute, redirect } from '@tanstack/react-router'
import { placesOf } from '../../app/navigation.ts'
import { shellRoute } from '../../app/root-route.ts'
import { meQuery } from '../../app/session.ts'

/** Everybody starts where their work is: the first place of their navigation. */
export const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async ({ context: { queries } }) => {
    const [first] = placesOf(await queries.query({ ...meQuery, staleTime: 'static' }))
    throw redirect({ to: first?.to ?? '/account', replace: true })
  },
})
