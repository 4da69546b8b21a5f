/** `npm start`: from a fresh clone to a running server with a sample world, and from the second time on just that. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, root } from './prepare.mjs'

prepare()

// In this process, not in a child: nothing to forward signals to, nothing that could be left running.
const program = join(root, 'server', 'bin', 'tmip.mjs')
process.argv = [process.argv[0], program, 'start', ...process.argv.slice(2)]
await import(pathToFileURL(program).href)
