/**
 * `npm run api-types`: writes the portal's types from the document that the built server prints of itself. With
 * `--check` it writes nothing and fails when they are no longer the same.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { prepareServer, root } from './prepare.mjs'

const path = join(root, 'portal', 'src', 'api', 'schema.ts')
const check = process.argv.includes('--check')
if (!check) prepareServer()

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, 'server', 'bin', 'tmip.mjs'), 'openapi'],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
if (status !== 0) stop(`tmip openapi failed (exit ${status})\n${stderr}`)

// It lies below portal/, with the older TypeScript that it writes with.
const { default: openapiTypescript, astToString } = createRequire(join(root, 'portal', 'package.json'))(
  'openapi-typescript',
)
const text = `/* Written by \`npm run api-types\`. */\n${astToString(await openapiTypescript(JSON.parse(stdout)))}`

if (!check) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text)
  stop('portal/src/api/schema.ts is not what the API says now: run `npm run api-types` and commit it.')

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
