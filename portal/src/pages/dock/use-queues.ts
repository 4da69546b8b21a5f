import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMe, useSessionEnded } from '../../app/session.ts'
import { openPhotoQueue } from './photo-queue.ts'
import { openScanQueue } from './scan-queue.ts'

/** What this person scanned and photographed and the server does not have yet, of whatever receipt; sent while the dock is open. */
export function useQueues() {
  const { personId: id, name } = useMe()
  const queries = useQueryClient()
  const ended = useSessionEnded()
  const [{ scans, photos }] = useState(() => {
    const me = { id, name }
    const photos = openPhotoQueue(me)
    return { photos, scans: openScanQueue({ me, queries, photos }) }
  })
  useEffect(() => {
    if (ended) return
    const stops = [scans.start(), photos.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [ended, scans, photos])
  return {
    scans,
    photos,
    scanState: useSyncExternalStore(scans.state.subscribe, scans.state.get),
    photoState: useSyncExternalStore(photos.state.subscribe, photos.state.get),
  }
}
export type Queues = ReturnType<typeof useQueues>
