/** Node before 22.18 runs no TypeScript itself, and the demo is no part of what is built for the server. */
import { tsImport } from 'tsx/esm/api'

await tsImport('./story.ts', import.meta.url)
