import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { requestKey } from '../../api/client.ts'

export type Outcome =
  | { readonly state: 'waiting' | 'running' | 'done' | 'stopped' }
  | { readonly state: 'refused'; readonly error: Error }

/**
 * The same thing for many, one after the other, so that each has its own answer and somebody can stop in between.
 * `run` gets an Idempotency-Key of its own for each.
 */
export function useOneByOne<Item>({
  run,
  invalidates,
}: {
  run: (item: Item, headers: { 'idempotency-key': string }) => Promise<unknown>
  invalidates: readonly QueryKey[]
}) {
  const queries = useQueryClient()
  const stopped = useRef(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [running, setRunning] = useState(false)
  const start = async (items: readonly Item[]) => {
    stopped.current = false
    setRunning(true)
    const now: Outcome[] = items.map(() => ({ state: 'waiting' }))
    const tell = (index: number, outcome: Outcome) => {
      now[index] = outcome
      setOutcomes([...now])
    }
    for (const [index, item] of items.entries()) {
      if (stopped.current) {
        tell(index, { state: 'stopped' })
        continue
      }
      tell(index, { state: 'running' })
      try {
        await run(item, { 'idempotency-key': requestKey() })
        tell(index, { state: 'done' })
      } catch (error) {
        tell(index, { state: 'refused', error: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    await Promise.all(invalidates.map((queryKey) => queries.invalidateQueries({ queryKey })))
    setRunning(false)
  }
  const stop = () => {
    stopped.current = true
  }
  return { outcomes, running, start, stop }
}
