/**
 * The inside of `runConfined`: imports the module it is told, calls the function, answers with data. It ends when the
 * parent's channel closes; a busy reader cannot notice that, so a watch on a thread of its own does.
 */
import { Worker } from 'node:worker_threads'

export type Task = {
  readonly module: string
  readonly exportName: string
  readonly input: unknown
  /** Of computing that this task may take. */
  readonly seconds: number
}
export type Answer = { readonly reusable: boolean } & (
  | { readonly outcome: 'answered'; readonly value: unknown }
  | { readonly outcome: 'died'; readonly reason: string }
)

const MEGABYTE = 1024 * 1024
const allowance = Number(process.argv[2]) * MEGABYTE
let atRest = 0
/** At how much computing of this process its task is over its limit, in microseconds; the watch reads it. */
const computing = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY)
const computed = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/**
 * Looks every 10 ms at the whole process, because V8's own limit leaves buffers out; zeroing memory goes at some
 * 2 GB/s, so the overshoot stays near 20 MB. The signal tells the parent which of the limits it was; Windows knows only
 * one that ends a process. Text and not a module, for a thread has no loader for TypeScript on
 * Node 20.
 */
const watch = `
  const { bytes, parent, computing } = require('node:worker_threads').workerData
  const tooLong = process.platform === 'win32' ? 'SIGKILL' : 'SIGVTALRM'
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (user + system > computing[0]) process.kill(process.pid, tooLong)
    if (process.memoryUsage.rss() > bytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, 10)`

function startWatch() {
  atRest = process.memoryUsage.rss()
  const workerData = { bytes: atRest + allowance, parent: process.ppid, computing }
  new Worker(watch, { eval: true, workerData, execArgv: [] }).unref()
}

async function perform({ module, exportName, input, seconds }: Task): Promise<unknown> {
  const exports = (await import(module)) as Record<string, unknown>
  const read = exports[exportName]
  if (typeof read !== 'function') throw new Error(`${module} exports no function ${exportName}`)
  if (atRest === 0) startWatch()
  computing[0] = computed() + seconds * 1_000_000
  try {
    return await read(input)
  } finally {
    computing[0] = Number.POSITIVE_INFINITY
  }
}

const send = (answer: Answer) => process.send?.(answer, undefined, {}, () => {})

process.on('message', (task: Task) => {
  perform(task)
    .then((value) => {
      // What a reader leaves behind counts against the next file, so a process that stays big is not used again.
      const reusable = process.memoryUsage.rss() < atRest + allowance / 2
      send({ outcome: 'answered', value, reusable })
    })
    .catch((error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      send({ outcome: 'died', reason, reusable: false })
    })
})
process.on('disconnect', () => process.exit())
