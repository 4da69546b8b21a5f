import { isRefused } from '../../values/refusal.ts'
import type { Verdict } from './clamd.ts'
import type { FileStore } from './file-store.ts'

/**
 * A store that keeps nothing a virus scanner did not pass. What is infected is set aside for the operator, where no
 * download reaches; while the scanner cannot be asked nothing is taken, for a file let in unseen stays.
 */
export const scannedFileStore = (
  store: FileStore,
  scan: (path: string) => Promise<Verdict>,
  report: (what: Exclude<Verdict, { is: 'clean' }> & { readonly sha256: string }) => void,
): FileStore => ({
  ...store,
  async receive(source, maxBytes) {
    const received = await store.receive(source, maxBytes)
    if (isRefused(received)) return received
    const verdict = await scan(received.path)
    if (verdict.is === 'clean') return received
    report({ ...verdict, sha256: received.sha256 })
    if (verdict.is === 'infected') {
      await received.quarantine()
      return { refused: 'infected', virus: verdict.virus }
    }
    await received.discard()
    return { refused: 'scanner-unavailable' }
  },
})
