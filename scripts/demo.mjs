/** `npm run demo`: tells the whole story on a server that `npm start` started; see server/demo/story.ts. */
import { prepare } from './prepare.mjs'

prepare()
await import('../server/demo/run.mjs')
