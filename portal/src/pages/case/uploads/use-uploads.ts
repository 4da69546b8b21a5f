import { useSyncExternalStore } from 'react'
import { queueOf, type Sending, type UploadQueue } from './upload-queue.ts'

export type Uploads<Answer> = Pick<UploadQueue<Answer>, 'add' | 'again' | 'remove'> & {
  readonly list: readonly Sending<Answer>[]
}

/** The files that go to this operation of the API (`/cases/…`, without `/api`). */
export function useUploads<Answer>(path: string): Uploads<Answer> {
  const queue = queueOf<Answer>(path)
  const list = useSyncExternalStore(queue.subscribe, queue.entries)
  return { list, add: queue.add, again: queue.again, remove: queue.remove }
}
