import { ProblemError, Unreachable } from '../../api/client.ts'
import { sessionEnded } from '../../app/session.ts'

/** Milliseconds until a server that was not there is asked again; the browser's `online` event does it at once. */
const ASK_AGAIN = 3_000

/** Whether a request may simply be sent again later. What is left is a refusal, about which a person has to do something. */
export function isForLater(error: unknown): boolean {
  if (error instanceof Unreachable) return true
  if (!(error instanceof ProblemError)) return false
  const { status, code } = error.problem
  if (code === 'not-signed-in') sessionEnded()
  return code === 'not-signed-in' || status === 429 || status >= 500
}

/**
 * Runs `work` whenever it is woken, never twice at once, and again after a while when it says that it could not
 * finish. It also wakes when the network comes back.
 */
export function sender(work: () => Promise<'done' | 'later'>) {
  let busy = false
  let wokenMeanwhile = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = true
  const wake = async (): Promise<void> => {
    if (stopped) return
    if (busy) {
      wokenMeanwhile = true
      return
    }
    clearTimeout(timer)
    busy = true
    wokenMeanwhile = false
    const end = await work().finally(() => {
      busy = false
    })
    if (end === 'later') timer = setTimeout(() => void wake(), ASK_AGAIN)
    else if (wokenMeanwhile) await wake()
  }
  const again = () => void wake()
  return {
    wake: again,
    start: () => {
      stopped = false
      addEventListener('online', again)
      again()
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener('online', again)
    },
  }
}
