import { parentPort } from 'node:worker_threads'
import { readTradeInForm } from './read-form.ts'
import type { Job } from './read-in-worker.ts'

/** One message in, one answer out; see read-in-worker.ts for the limits around it. */
parentPort?.on('message', ({ bytes, context }: Job) => {
  parentPort?.postMessage(readTradeInForm(bytes, context))
})
