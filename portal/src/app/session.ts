import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { answerOf, api, type Schema } from '../api/client.ts'

/** Who is signed in, and every operation that this person may call at all. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/me')),
  staleTime: 5 * 60_000,
})
export type Me = Schema['Me']
/** Inside the shell, where somebody is signed in. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data
export const useMay = (): ((operation: string) => boolean) => {
  const { permissions } = useMe()
  return (operation) => permissions.includes(operation)
}

/**
 * A session that ends while somebody types must not take away what was typed: the page stays as it is and a dialog
 * over it asks for the password.
 */
let ended = false
const listeners = new Set<() => void>()
const change = (next: boolean): void => {
  ended = next
  for (const listener of listeners) listener()
}
export const sessionEnded = (): void => change(true)
export const sessionRenewed = (): void => change(false)
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
