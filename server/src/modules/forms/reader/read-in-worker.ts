import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { isRefused } from '../../../values/refusal.ts'
import type { FormReading } from '../rules/reading.ts'
import { readBoundedFile } from './bounded-file.ts'
import { type ReadContext, refusal, tooLarge } from './read-form.ts'

/**
 * Strangers' files are read in threads of their own with a limit of time and memory; a file that breaks a limit takes
 * its thread along and nothing else. Threads are kept and reused: starting one takes longer than reading 10 lines.
 */
export interface Job {
  readonly bytes: Uint8Array
  readonly context: ReadContext
}
interface Task extends Job {
  readonly limitMs: number
  readonly answer: (reading: FormReading) => void
}

const mostThreads = Math.min(4, availableParallelism())
/**
 * Of the JavaScript heap; 10,000 full lines take 60 MB. Bytes outside the heap (the file and its inflated parts) are
 * bounded by the sizes that read-form.ts and zip-guard.ts take.
 */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

const waiting: Task[] = []
const idle: Worker[] = []
let threads = 0

/** The reading of a file given as bytes or as a path. Resolves for whatever is given; the refusals name the limits. */
export async function readInWorker(
  source: Uint8Array | string,
  context: ReadContext,
  limitMs = 10_000,
): Promise<FormReading> {
  const bytes = typeof source === 'string' ? await readBoundedFile(source) : source
  if (isRefused(bytes)) {
    if (bytes.refused === 'too-large') return tooLarge(context.language, bytes.size)
    return refusal(context.language, bytes.refused, null, { found: basename(String(source)) })
  }
  return new Promise((answer) => {
    waiting.push({ bytes, context, limitMs, answer })
    startNext()
  })
}

function startNext(): void {
  const task = waiting[0]
  const worker = idle.pop() ?? (threads < mostThreads ? startThread() : undefined)
  if (task === undefined || worker === undefined) {
    if (worker !== undefined) idle.push(worker)
    return
  }
  waiting.shift()
  run(task, worker)
}

function startThread(): Worker {
  threads += 1
  const fromSource = import.meta.url.endsWith('.ts')
  const worker = new Worker(
    new URL(fromSource ? './worker-from-source.mjs' : './worker.js', import.meta.url),
    {
      resourceLimits,
    },
  )
  // A thread that fails while it is being ended has nobody listening any more, and would end the program.
  worker.on('error', () => undefined)
  worker.once('exit', () => {
    threads -= 1
    const place = idle.indexOf(worker)
    if (place !== -1) idle.splice(place, 1)
    startNext()
  })
  return worker
}

function run({ bytes, context, limitMs, answer }: Task, worker: Worker): void {
  worker.ref()
  const end = (reading: FormReading): void => {
    clearTimeout(timer)
    worker.off('message', read).off('error', failed)
    answer(reading)
  }
  const read = (reading: FormReading): void => {
    end(reading)
    // A thread at rest must not keep the program alive.
    worker.unref()
    idle.push(worker)
    startNext()
  }
  const failed = (error: NodeJS.ErrnoException): void => {
    // Anything but the memory limit is a mistake of ours: the caller gets an answer, the operator gets the trace.
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!outOfMemory) process.emitWarning(error)
    end(refusal(context.language, outOfMemory ? 'too-much-memory' : 'damaged', null))
  }
  const timer = setTimeout(() => {
    end(refusal(context.language, 'too-slow', null))
    void worker.terminate()
  }, limitMs)
  worker.on('message', read).on('error', failed)
  worker.postMessage({ bytes, context })
}
