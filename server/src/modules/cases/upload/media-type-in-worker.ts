import { runConfined } from '../../../platform/confined-worker/run-confined.ts'
import { isRefused } from '../../../values/refusal.ts'
import { UNKNOWN } from './media-type.ts'

/** `mediaTypeOf` where a hostile file can do no harm. One that resists being looked at is kept all the same, as bytes. */
export async function mediaTypeInWorker(path: string): Promise<string> {
  const found = await runConfined<string>({
    module: new URL('./media-type.ts', import.meta.url),
    exportName: 'mediaTypeOf',
    input: path,
    limits: { seconds: 10, megabytes: 128 },
  })
  return isRefused(found) ? UNKNOWN : found
}
