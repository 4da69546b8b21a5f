import { type ConfinementRefusal, runConfined } from '../../../platform/confined-worker/run-confined.ts'
import type { DocumentRefusal, SignedDocument } from './signed-document.ts'

export type SignedDocumentRefused = DocumentRefusal | ConfinementRefusal

/** `acceptFile` where a hostile file can do no harm: in a process of its own, with limits of time and memory. */
export const acceptInWorker = (path: string): Promise<SignedDocument | SignedDocumentRefused> =>
  runConfined<SignedDocument | DocumentRefusal>({
    module: new URL('./accept-signed-document.ts', import.meta.url),
    exportName: 'acceptFile',
    input: path,
    limits: { seconds: 10, megabytes: 256 },
  })
