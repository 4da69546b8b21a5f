import { z } from 'zod'
import { message } from '../../messages/index.ts'
import type { Language } from '../../values/language.ts'
import { promisedUntil } from '../cases/index.ts'
import { money, moneyView } from '../orders/index.ts'
import type { Caller } from '../people/index.ts'
import type { Programme } from '../programmes/index.ts'
import { actionsOf, queueKinds } from './rules/urgency.ts'
import type { QueueRow } from './storage/queue.ts'

export const queueItem = z
  .object({
    kind: z.enum(queueKinds),
    since: z.string(),
    urgentAt: z
      .string()
      .nullable()
      .describe(
        'Until when an answer is promised, null where none is; of held goods until when they are kept.',
      ),
    overdue: z.boolean(),
    sentence: z.string().describe('In the reader’s language.'),
    caseId: z.string().nullable(),
    orderNumber: z.string().nullable(),
    customerId: z.uuid().nullable(),
    customerName: z.string().nullable(),
    receiptId: z.uuid().nullable().describe('Of held goods.'),
    number: z
      .int()
      .describe('Of the certificate, the charge-back, the extension, the newest message, the scan.'),
    count: z.int().describe('Devices it is about.'),
    atRisk: moneyView.nullable().describe('Credit at risk in the case.'),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
  })
  .meta({ id: 'QueueItem' })
export type QueueItem = z.output<typeof queueItem>

/** `programme` is the case's; goods that nobody knows have none. */
export function viewOfItem(
  row: QueueRow,
  programme: Programme | undefined,
  now: string,
  { may, language }: Pick<Caller, 'may'> & { readonly language: Language },
): QueueItem {
  const urgentAt =
    programme === undefined || row.time_zone === null || row.kind === 'charge-back-decision'
      ? row.held_until
      : promisedUntil(row.since, programme.serviceLevels.reviewWorkingDays, programme.calendar, row.time_zone)
  return {
    kind: row.kind,
    since: row.since,
    urgentAt,
    overdue: urgentAt !== null && urgentAt <= now,
    sentence: sentenceOf(row, language),
    caseId: row.case_id,
    orderNumber: row.order_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    receiptId: row.kind === 'unmatched-goods' ? row.id : null,
    number: row.number,
    count: row.count,
    atRisk:
      row.at_risk_minor === null || row.currency === null ? null : money(row.at_risk_minor, row.currency),
    actions: actionsOf[row.kind].filter(may),
  }
}

function sentenceOf(row: QueueRow, language: Language): string {
  switch (row.kind) {
    case 'certificate-review':
      return message(language, 'queue', 'certificate-review', { count: row.count })
    case 'charge-back-decision': {
      const { charge_minor: minor, currency, count, proposed_by_name: name } = row
      if (minor === null || currency === null) throw new Error(`charge-back ${row.id}/${row.number} is gone`)
      const shown = new Intl.NumberFormat(language, { style: 'currency', currency })
      const amount = shown.format(money(minor, currency).amount as Intl.StringNumericLiteral)
      return message(language, 'queue', 'charge-back-decision', { amount, count, name })
    }
    case 'extension-decision': {
      const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
      return message(language, 'queue', 'extension-decision', {
        until: until.format(new Date(`${row.extended_to}T00:00:00Z`)),
      })
    }
    case 'thread-answer':
      return message(language, 'queue', 'thread-answer')
    case 'unmatched-goods': {
      const { serial, shelf_number: shelf, site } = row
      if (serial !== null) return message(language, 'queue', 'unmatched-goods', { serial, site })
      return shelf === null
        ? message(language, 'queue', 'unmatched-unreadable', { site })
        : message(language, 'queue', 'unmatched-shelf', { shelf, site })
    }
  }
}
