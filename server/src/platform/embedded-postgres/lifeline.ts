/**
 * Programs that must not outlive us. We hold one end of a pipe; a tiny shell holds the other and reads. When we end,
 * even by kill -9, the kernel closes our end, the shell reads the end of the pipe and stops the program.
 *
 * The shell starts the watcher, then becomes the program itself (`exec`), so our child process is the program: its
 * process number and its end are seen at first hand. The watcher is detached by a second fork, else PostgreSQL would
 * find a child that it does not know. All run in a session of their own: Ctrl-C in a terminal reaches us alone, and we
 * stop the database when we no longer need it.
 *
 * Windows has no such shell: there a killed run leaves PostgreSQL behind, and the next start stops it.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'
import type { ServerUser } from './server-user.ts'

const SCRIPT = `
( (
  exec </dev/null >/dev/null 2>&1
  if read -r ended <&3; then exit; fi
  kill -INT $$
  left=150
  while [ $left -gt 0 ]; do
    kill -0 $$ || exit
    left=$((left - 1))
    sleep 0.1
  done
  kill -QUIT $$
) & )
exec "$@" 3<&-
`

/** Enough to hold a failed start's reason with its detail and hint. */
const KEPT_LINES = 30

interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly folder: string
  readonly user: ServerUser | undefined
  readonly log: (line: string) => void
}

interface Running {
  /** 0 when it could not be started at all; then `ended` is or will be true. */
  readonly pid: number
  /** The exit code, null after a signal; settles when it and all its children have closed their output. */
  readonly ended: Promise<number | null>
  readonly lastLines: () => readonly string[]
}

export function runOnLifeline({ command, args, folder, user, log }: Program): Running {
  const shell = process.platform !== 'win32'
  const child = spawn(
    shell ? '/bin/sh' : command,
    shell ? ['-c', SCRIPT, 'postgres-lifeline', command, ...args] : args,
    {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe', shell ? 'pipe' : 'ignore'],
      detached: shell,
      windowsHide: true,
      ...(user && { uid: user.uid, gid: user.gid }),
    },
  )
  const lines: string[] = []
  const keep = (line: string): void => {
    lines.push(line)
    if (lines.length > KEPT_LINES) lines.shift()
    log(line)
  }
  for (const output of [child.stdout, child.stderr]) createInterface({ input: output! }).on('line', keep)

  const lifeline = child.stdio[3] as Writable | null
  lifeline?.on('error', () => {}) // the watcher may be gone before we say goodbye
  child.on('exit', () => lifeline?.end('ended\n'))
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
    child.on('error', (error) => {
      keep(error.message)
      resolve(null)
    })
  })
  return { pid: child.pid ?? 0, ended, lastLines: () => [...lines] }
}

/** Ours without what would change how PostgreSQL starts (PGPORT, PGOPTIONS ...) or the language of its messages. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}
