/**
 * `npm run bench [-- NAME ...]`: the figures of server/bench/. The server that is measured is the built one; only the
 * measuring programs run from source.
 */
import { join } from 'node:path'
import { prepare, runTool } from './prepare.mjs'

prepare()
process.exitCode = runTool('tsx', [join('server', 'bench', 'main.ts'), ...process.argv.slice(2)])
