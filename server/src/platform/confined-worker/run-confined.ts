import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '../../values/refusal.ts'
import type { Answer, Task } from './confined-process.ts'

/**
 * Whatever reads a stranger's file runs here: in a process of its own, with a limit of time and of memory, without our
 * environment variables, and what comes back is data.
 *
 * A process, not a bare worker thread, because the limits of a thread count only V8's heap: inflated files live in
 * ArrayBuffers outside of it (a thread limited to 64 MB allocated 2 GB of them without a complaint), and a crash in
 * native or WebAssembly code would take the server along. Processes stay warm for a while, since starting one costs
 * some 100 ms of CPU and a second task to a warm one about 1 ms.
 */
export type Confinement = {
  /** `new URL('./x.ts', import.meta.url)`; the compiled server finds its `.js` by itself. */
  readonly module: URL
  /** A function `(input) => answer` of that module, plain or async. */
  readonly exportName: string
  /** Structured-cloneable, and so is the answer. */
  readonly input: unknown
  readonly limits: {
    /** Of computing. A busy machine does not make a file a bad one: what others take of its time does not count. */
    readonly seconds: number
    /** How far the process may grow while it reads, heap and buffers together. */
    readonly megabytes: number
  }
}
export type ConfinementRefusal =
  | Refusal<'took-too-long', { seconds: number }>
  | Refusal<'too-much-memory', { megabytes: number }>
  /** The reader threw or its process died. Not the file's owner's fault: `reason` belongs in the log. */
  | Refusal<'reader-died', { reason: string }>

/** The answer of the function, or why there is none. Never throws for what the file or its reader does. */
export async function runConfined<T>(confinement: Confinement): Promise<T | ConfinementRefusal> {
  await turn()
  try {
    return await askProcess<T>(confinement)
  } finally {
    passTurn()
  }
}

/** A reader that waits computes nothing, and so a clock on the wall ends it after so many times its limit. */
const WAITING = 6

/** As many at a time as there are processors: more would only divide the same time. */
let free = availableParallelism()
const waiting: (() => void)[] = []
function turn(): Promise<void> | void {
  if (free > 0) free -= 1
  else return new Promise((resolve) => waiting.push(resolve))
}
function passTurn() {
  const next = waiting.shift()
  if (next) next()
  else free += 1
}

const fromSource = import.meta.url.endsWith('.ts')
const compiled = (url: URL) => (fromSource ? url : new URL(url.href.replace(/\.ts$/, '.js')))

/** Node strips types by itself from 22.18 on; before, tests run from source by tsx (a development dependency). */
const typeStripping = (): string[] =>
  fromSource && !('typescript' in process.features)
    ? ['--import', createRequire(import.meta.url).resolve('tsx')]
    : []

const idle = new Map<string, { child: ChildProcess; farewell: NodeJS.Timeout }[]>()
const IDLE_MILLISECONDS = 30_000

function startProcess(megabytes: number): ChildProcess {
  const path = fileURLToPath(compiled(new URL('./confined-process.ts', import.meta.url)))
  return fork(path, [String(megabytes)], {
    execArgv: [...typeStripping(), `--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  })
}

function askProcess<T>({ module, exportName, input, limits }: Confinement): Promise<T | ConfinementRefusal> {
  const { seconds, megabytes } = limits
  const kind = `${megabytes} ${module.href}`
  const child = takeWarm(kind) ?? startProcess(megabytes)
  holdOpen(child)
  return new Promise((resolve) => {
    let late = false
    const timer = setTimeout(
      () => {
        late = true
        child.kill('SIGKILL')
      },
      seconds * WAITING * 1000,
    )
    const settle = (answer: T | ConfinementRefusal) => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(answer)
    }
    child.once('message', (answer: Answer) => {
      settle(
        answer.outcome === 'answered'
          ? (answer.value as T)
          : { refused: 'reader-died', reason: answer.reason },
      )
      if (answer.reusable) keepWarm(kind, child)
      else retire(child)
    })
    child.once('error', (error) => settle({ refused: 'reader-died', reason: error.message }))
    child.once('exit', (code, signal) => {
      if (late || signal === 'SIGVTALRM') settle({ refused: 'took-too-long', seconds })
      // SIGABRT is V8 out of heap; SIGVTALRM is the watch in confined-process over computing; a SIGKILL that is not ours is that watch
      // over memory, or the kernel's.
      else if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134)
        settle({ refused: 'too-much-memory', megabytes })
      else settle({ refused: 'reader-died', reason: `process ended with ${signal ?? code}` })
    })
    const task: Task = { module: compiled(module).href, exportName, input, seconds }
    // A failed send is followed by the exit of the process, which answers.
    child.send(task, () => {})
  })
}

function takeWarm(kind: string): ChildProcess | undefined {
  const warm = idle.get(kind)?.pop()
  // Else the farewell of its last rest would end it in the middle of its next task.
  clearTimeout(warm?.farewell)
  return warm?.child
}

function keepWarm(kind: string, child: ChildProcess) {
  const leave = () => {
    clearTimeout(farewell)
    idle.set(
      kind,
      (idle.get(kind) ?? []).filter((warm) => warm.child !== child),
    )
    child.removeAllListeners()
    retire(child)
  }
  const farewell = setTimeout(leave, IDLE_MILLISECONDS)
  farewell.unref()
  idle.set(kind, [...(idle.get(kind) ?? []), { child, farewell }])
  child.once('exit', leave)
  // An idle process must not keep a finished program waiting; it ends itself when we are gone.
  child.unref()
  child.channel?.unref()
}

function holdOpen(child: ChildProcess) {
  child.removeAllListeners()
  child.ref()
  child.channel?.ref()
}

function retire(child: ChildProcess) {
  child.on('error', () => {})
  if (child.connected) child.disconnect()
}
