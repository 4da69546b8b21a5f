/**
 * `npm run check`: everything that can be said about the code without running the product. One after the other, for
 * two cores; every step runs even when one before it failed; a failed step shows its output, a passed one its time.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { prepare, root } from './prepare.mjs'

const steps = [
  ['types of the server', 'tsc', '-p', 'server/tsconfig.json'],
  ['types of the portal', 'tsc', '-p', 'portal/tsconfig.json'],
  ['types of its tests and of the house rules', 'tsc', '-p', 'portal/test/tsconfig.json'],
  ['types of the API as the portal knows it', 'node', 'scripts/api-types.mjs', '--check'],
  ['format and lint', 'biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  ['lint with types, circles', 'oxlint', '--config', '.oxlintrc.json'],
  ['unused files, exports, dependencies', 'knip'],
  ['house rules', 'vitest', 'run', '--project', 'pure', 'checks/'],
  ['OpenAPI document', 'node', 'scripts/lint-openapi.mjs'],
]

/** Returns how many steps passed and how many failed. */
export function check() {
  let failed = 0
  for (const [title, tool, ...args] of steps) {
    const began = performance.now()
    const { status, output } = capture(tool, args)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'}  ${title}  (${seconds} s)\n`)
    if (status === 0) continue
    failed += 1
    process.stdout.write(`        ${[tool, ...args].join(' ')}\n\n${output}\n`)
  }
  return { passed: steps.length - failed, failed }
}

function capture(tool, args) {
  const program = tool === 'node' ? process.execPath : join('node_modules', '.bin', tool)
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && tool !== 'node',
  })
  return { status: status ?? 1, output: error ? String(error) : stripVTControlCharacters(stdout + stderr) }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  prepare()
  process.exitCode = check().failed === 0 ? 0 : 1
}
