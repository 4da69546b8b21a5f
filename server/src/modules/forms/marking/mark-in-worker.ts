import { type ConfinementRefusal, runConfined } from '../../../platform/confined-worker/run-confined.ts'
import { isRefused } from '../../../values/refusal.ts'
import { withoutOldFormat } from '../reader/old-workbook.ts'
import { openFile } from '../reader/open-file.ts'
import { asXlsx } from './as-xlsx.ts'
import type { Mark, MarkWords } from './mark.ts'
import { markWorkbook, type NotMarked } from './mark-workbook.ts'

interface MarkTask {
  readonly source: Uint8Array
  readonly marks: readonly Mark[]
  readonly words: MarkWords
}

/** `markWorkbook` where a hostile file can do no harm: in a process of its own, with limits of time and memory. */
export const markInWorker = (task: MarkTask): Promise<Uint8Array | NotMarked | ConfinementRefusal> =>
  runConfined<Uint8Array | NotMarked>({
    module: new URL('./mark-in-worker.ts', import.meta.url),
    exportName: 'markSource',
    input: task,
    limits: { seconds: 30, megabytes: 600 },
  })

/** Inside the confined process. */
export async function markSource(task: MarkTask): Promise<Uint8Array | NotMarked> {
  const current = await withoutOldFormat(task.source)
  return isRefused(current)
    ? { refused: 'form-unreadable', why: current.refused }
    : markAnyKind({ ...task, source: current.bytes })
}

/** A workbook of Excel is marked as it is, whatever else holds a table becomes one first. */
export function markAnyKind({ source, marks, words }: MarkTask): Uint8Array | NotMarked {
  const opened = openFile(source)
  if (isRefused(opened)) return { refused: 'form-unreadable', why: opened.refused }
  return markWorkbook(opened.format === 'xlsx' ? source : asXlsx(opened.workbook), marks, words)
}
