/** Lints the document that the built server prints of itself, by redocly.yaml. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runTool } from './prepare.mjs'

const printed = spawnSync(process.execPath, [join(root, 'server', 'bin', 'tmip.mjs'), 'openapi'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const operations = printed.status === 0 ? countOperations(printed.stdout) : 0
if (operations === 0) {
  process.stderr.write(`tmip openapi printed no operation (exit ${printed.status})\n${printed.stderr}`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'tmip-openapi-'))
try {
  const file = join(folder, 'openapi.json')
  writeFileSync(file, printed.stdout)
  process.exitCode = runTool(
    'redocly',
    ['lint', file, '--config', 'redocly.yaml', '--max-problems', '1000', '--format', 'stylish'],
    {
      // The linter would otherwise report its use to its maker and ask for newer versions.
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A document without operations passes every rule; it must not pass here. */
function countOperations(text) {
  const methods = new Set(['get', 'put', 'post', 'patch', 'delete'])
  const paths = Object.values(JSON.parse(text).paths ?? {})
  return paths.flatMap((path) => Object.keys(path)).filter((key) => methods.has(key)).length
}
