import { notifications } from '@mantine/notifications'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { requestKey } from '../api/client.ts'

/**
 * One thing a person does. The request carries the same Idempotency-Key until it was answered, so that trying again
 * after a broken connection never does it twice. `invalidates` are the first parts of query keys that it changes.
 */
export function useAction<Wish, Answer>({
  run,
  invalidates,
  done,
  onDone,
}: {
  run: (wish: Wish, headers: { 'idempotency-key': string }) => Promise<Answer>
  invalidates: readonly QueryKey[]
  /** Said when it is done; left out where the screen shows it anyway. */
  done?: string | ((answer: Answer) => string)
  onDone?: (answer: Answer, wish: Wish) => unknown
}) {
  const queries = useQueryClient()
  const key = useRef<{ wish: string; key: string } | null>(null)
  return useMutation<Answer, Error, Wish>({
    mutationFn: (wish) => {
      const text = JSON.stringify(wish)
      if (key.current?.wish !== text) key.current = { wish: text, key: requestKey() }
      return run(wish, { 'idempotency-key': key.current.key })
    },
    onSuccess: async (answer, wish) => {
      key.current = null
      if (done !== undefined)
        notifications.show({ message: typeof done === 'string' ? done : done(answer), color: 'petrol' })
      await Promise.all(invalidates.map((queryKey) => queries.invalidateQueries({ queryKey })))
      await onDone?.(answer, wish)
    },
  })
}
