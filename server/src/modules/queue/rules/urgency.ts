/** What the queue holds, and how one kind is weighed against another. */
export const queueKinds = [
  'certificate-review',
  'charge-back-decision',
  'extension-decision',
  'thread-answer',
  'unmatched-goods',
] as const
export type QueueKind = (typeof queueKinds)[number]

/**
 * Hours after which something of a kind is as urgent as anything else. The queue is sorted by when it came plus these:
 * an order that each kind's index already has. The promise itself counts working days by the programme's calendar, which
 * no index can hold; it is shown with every item. Held goods are kept for months, and yet somebody misses them. Nobody
 * is promised a charge-back, but exposure that is not taken back grows old.
 */
export const patienceHours: Readonly<Record<QueueKind, number>> = {
  'certificate-review': 72,
  'charge-back-decision': 120,
  'extension-decision': 72,
  'thread-answer': 48,
  'unmatched-goods': 336,
}

/** The operation that deals with it: who may not do that is not shown it. */
export const operationOf: Readonly<Record<QueueKind, string>> = {
  'certificate-review': 'decide-certificate',
  'charge-back-decision': 'decide-charge-back',
  'extension-decision': 'decide-extension',
  'thread-answer': 'settle-thread',
  'unmatched-goods': 'assign-unmatched-goods',
}

/** Everything that can be done with it from where it is shown. */
export const actionsOf: Readonly<Record<QueueKind, readonly string[]>> = {
  'certificate-review': ['decide-certificate', 'download-signed-certificate', 'read-case'],
  'charge-back-decision': ['decide-charge-back', 'read-case'],
  'extension-decision': ['decide-extension', 'read-case'],
  'thread-answer': ['post-message', 'settle-thread', 'read-case'],
  'unmatched-goods': ['assign-unmatched-goods'],
}
