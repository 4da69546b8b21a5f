import { basename } from 'node:path'
import { type ConfinementRefusal, runConfined } from '../../../platform/confined-worker/run-confined.ts'
import { isRefused } from '../../../values/refusal.ts'
import type { FormReading } from '../rules/reading.ts'
import { readBoundedFile } from './bounded-file.ts'
import { withoutOldFormat } from './old-workbook.ts'
import { type ReadContext, readTradeInForm, refusal, tooLarge } from './read-form.ts'

export interface ReadTask {
  readonly source: Uint8Array | string
  readonly context: ReadContext
}

/** 10,000 full lines take 60 MB of heap; the rest is for the file and its inflated parts. */
const megabytes = 300

/** The reading of a file given as bytes or as a path. Resolves for whatever is given; the refusals name the limits. */
export async function readInWorker(
  source: Uint8Array | string,
  context: ReadContext,
  limitMs = 10_000,
): Promise<FormReading> {
  const reading = await runConfined<FormReading>({
    module: new URL('./read-in-worker.ts', import.meta.url),
    exportName: 'readSource',
    input: { source, context } satisfies ReadTask,
    limits: { seconds: limitMs / 1000, megabytes },
  })
  return isRefused(reading) ? notRead(reading, context) : reading
}

/** Inside the confined process: a path is opened there, so that not even its bytes come into the server's memory. */
export async function readSource({ source, context }: ReadTask): Promise<FormReading> {
  const bytes = typeof source === 'string' ? await readBoundedFile(source) : source
  if (!isRefused(bytes)) {
    const current = await withoutOldFormat(bytes)
    if (isRefused(current)) return refusal(context.language, current.refused, 'xls')
    const reading = readTradeInForm(current.bytes, context)
    return current.wasOld ? { ...reading, format: 'xls' } : reading
  }
  if (bytes.refused === 'too-large') return tooLarge(context.language, bytes.size)
  return refusal(context.language, bytes.refused, null, { found: basename(String(source)) })
}

function notRead(why: ConfinementRefusal, { language }: ReadContext): FormReading {
  if (why.refused === 'took-too-long') return refusal(language, 'too-slow', null)
  if (why.refused === 'too-much-memory') return refusal(language, 'too-much-memory', null)
  // A mistake of ours: the caller gets an answer, the operator gets the trace.
  process.emitWarning(why.reason)
  return refusal(language, 'reader-failed', null)
}
