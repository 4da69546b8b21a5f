import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { scansQuery } from './queries.ts'
import type { Queues } from './use-queues.ts'

/** All scans of a receipt, the newest first: those the server has listed, and what it has answered since. */
export function useScans(receiptId: string, { scans: queue, photos }: Queues) {
  const query = useQuery(scansQuery(receiptId))
  const [answered, setAnswered] = useState<ReadonlyMap<number, Schema['Scan']>>(new Map())
  useEffect(() => {
    const add = (scan: Schema['Scan'] | null) => {
      if (scan?.receiptId === receiptId) setAnswered((before) => new Map(before).set(scan.number, scan))
    }
    const stops = [queue.onAnswer(({ scan }) => add(scan)), photos.onArrival(add)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [receiptId, queue, photos])
  const scans = useMemo(() => {
    const all = new Map((query.data ?? []).map((scan) => [scan.number, scan]))
    for (const [number, scan] of answered) all.set(number, scan)
    return [...all.values()].toSorted((one, other) => other.number - one.number)
  }, [query.data, answered])
  return { scans, query }
}
