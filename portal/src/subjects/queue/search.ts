import { oneIn, textIn } from '../../app/search-params.ts'

export const queueKinds = [
  'certificate-review',
  'charge-back-decision',
  'extension-decision',
  'thread-answer',
  'unmatched-goods',
] as const

export interface QueueSearch {
  kind?: (typeof queueKinds)[number] | undefined
  /** The request for more time that is being decided: `<case>/<number>`. */
  extension?: string | undefined
}

export const queueSearch = (raw: Record<string, unknown>): QueueSearch => ({
  kind: oneIn(raw, 'kind', queueKinds),
  extension: textIn(raw, 'extension'),
})
