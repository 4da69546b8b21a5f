/** `npm run screenshots [-- FOLDER | --guides]`: pictures of every screen; see portal/test/take-pictures.ts. */
import { join } from 'node:path'
import { prepare, runTool } from './prepare.mjs'

prepare()
process.exitCode = runTool('tsx', [join('portal', 'test', 'take-pictures.ts'), ...process.argv.slice(2)])
