/** `npm run demo`: tells the whole story on a server that `npm start` started; see server/demo/story.ts. */
import { prepare } from './prepare.mjs'

prepare()

// Node before 22.18 runs no TypeScript itself; the demo is no part of what is built for the server.
const { tsImport } = await import('tsx/esm/api')
await tsImport('../server/demo/story.ts', import.meta.url)
