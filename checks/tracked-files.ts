import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Every file git knows or would take in with the next `git add`, so that a rule speaks before the commit. */
const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))

/** Paths from the root with `/`, those that match. Fails when there is none: a rule about nothing proves nothing. */
export function tracked(pattern: RegExp): readonly string[] {
  const found = paths.filter((path) => pattern.test(path))
  if (found.length === 0) throw new Error(`no file matches ${pattern}: the rule would check nothing`)
  return found
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Null for pictures, PDF and workbooks: what holds a zero byte near its start, as git itself decides. */
export function textOrNull(path: string): string | null {
  const bytes = readFileSync(join(root, path))
  return bytes.subarray(0, 8000).includes(0) ? null : bytes.toString('utf8')
}
