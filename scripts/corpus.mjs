/** `npm run corpus [-- FOLDER]`: see server/corpus/main.ts. */
import { join } from 'node:path'
import { prepare, runTool } from './prepare.mjs'

prepare()
process.exitCode = runTool('tsx', [join('server', 'corpus', 'main.ts'), ...process.argv.slice(2)])
