import { ProblemError, requestKey } from '../../../api/client.ts'
import { type Upload, upload } from '../../../api/upload.ts'
import { sessionEnded } from '../../../app/session.ts'

/** One file on its way to the server. */
export interface Sending<Answer> {
  readonly id: string
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'done' | 'failed'
  /** How much is sent, 0 to 1. */
  readonly share: number
  readonly error: Error | null
  readonly answer: Answer | null
}
interface Entry<Answer> extends Sending<Answer> {
  readonly onDone: (answer: Answer) => unknown
}

export interface UploadQueue<Answer> {
  readonly entries: () => readonly Sending<Answer>[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (files: readonly File[], onDone: (answer: Answer) => unknown) => void
  readonly again: (id: string) => void
  /** Takes a file off the list; the one that is being sent is stopped. */
  readonly remove: (id: string) => void
}

/**
 * Files for one operation, sent one after the other. It lives outside of the screen: who looks at another part of the
 * case meanwhile, or has to sign in again, finds the files where they were.
 */
function openQueue<Answer>(path: string): UploadQueue<Answer> {
  let entries: readonly Entry<Answer>[] = []
  const listeners = new Set<() => void>()
  let running: { id: string; upload: Upload<Answer> } | null = null

  const show = (next: readonly Entry<Answer>[]) => {
    entries = next
    for (const listener of listeners) listener()
  }
  const change = (id: string, changes: Partial<Sending<Answer>>) =>
    show(entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)))

  async function sendNext(): Promise<void> {
    const next = entries.find(({ state }) => state === 'waiting')
    if (running !== null || next === undefined) return
    const { id, file, onDone } = next
    // The id is the Idempotency-Key too: what was sent twice after a broken connection is taken once.
    running = {
      id,
      upload: upload<Answer>(path, file, {
        fileName: file.name,
        key: id,
        onProgress: (share) => change(id, { share }),
      }),
    }
    change(id, { state: 'sending', share: 0, error: null })
    let stop = false
    try {
      const answer = await running.upload.answer
      change(id, { state: 'done', share: 1, answer })
      await onDone(answer)
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      if (reason.name !== 'AbortError') change(id, { state: 'failed', error: reason })
      // Every further file would be refused like this one; they wait until somebody signed in and sends it again.
      stop = reason instanceof ProblemError && reason.problem.code === 'not-signed-in'
      if (stop) sessionEnded()
    }
    running = null
    if (!stop) void sendNext()
  }

  return {
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (files, onDone) => {
      const added = files.map(
        (file): Entry<Answer> => ({
          id: requestKey(),
          file,
          state: 'waiting',
          share: 0,
          error: null,
          answer: null,
          onDone,
        }),
      )
      show([...entries, ...added])
      void sendNext()
    },
    again: (id) => {
      change(id, { state: 'waiting' })
      void sendNext()
    },
    remove: (id) => {
      if (running?.id === id) running.upload.cancel()
      show(entries.filter((entry) => entry.id !== id))
      void sendNext()
    },
  }
}

const queues = new Map<string, UploadQueue<unknown>>()
/** The one queue of this operation. */
export function queueOf<Answer>(path: string): UploadQueue<Answer> {
  const queue = queues.get(path) ?? openQueue<unknown>(path)
  queues.set(path, queue)
  return queue as UploadQueue<Answer>
}
