import { addWorkingDays, dayAt, endOfDay } from '../../../values/calendar.ts'
import type { Programme } from '../../programmes/index.ts'
import type { CaseRow } from '../storage/cases.ts'

export type Party = 'customer' | 'desk' | 'dock' | 'carrier' | 'nobody'

/** Everything a case can wait for, and on whom it waits then. The column `waiting_because` says the same in SQL. */
export const partyOf = {
  closed: 'nobody',
  'certificate-review': 'desk',
  'extension-decision': 'desk',
  inspection: 'dock',
  cure: 'customer',
  'form-problems': 'customer',
  'form-apply': 'customer',
  'form-missing': 'customer',
  'serials-missing': 'customer',
  instructions: 'desk',
  shipping: 'customer',
  'certificate-missing': 'customer',
  arrival: 'carrier',
} as const satisfies Readonly<Record<string, Party>>
export type Because = keyof typeof partyOf
export const becauses = Object.keys(partyOf) as [Because, ...Because[]]

/** "Waiting on X until DATE because Z": what the case says of itself, wherever it is shown. */
export interface WaitingOn {
  readonly on: Party
  readonly until: string | null
  readonly because: Because
  readonly count: number
  readonly overdue: boolean
}

type Counters = Pick<
  CaseRow,
  | 'closed_at'
  | 'due_at'
  | 'time_zone'
  | 'vendor_since'
  | 'certificates_in_review'
  | 'extension_asked'
  | 'received'
  | 'failed_inspection'
  | 'form_waiting'
  | 'form_waiting_problems'
  | 'forms'
  | 'owed'
  | 'to_ship'
  | 'to_destroy'
  | 'instructions_sent_at'
  | 'in_transit'
  | 'destruction_declared'
>

/** Until when the vendor promises an answer to what came in then: the end of a working day where the customer is. */
export const promisedUntil = (
  since: string,
  workingDays: number,
  calendar: Programme['calendar'],
  timeZone: string,
): string => endOfDay(addWorkingDays(dayAt(since, timeZone), workingDays, calendar), timeZone)

/**
 * One answer, the most pressing first: what the vendor has to answer before what the customer has to do, since a
 * customer who waits for us must not be told that we wait for him.
 */
export function waitingOn(
  row: Counters,
  programme: Pick<Programme, 'serviceLevels' | 'calendar'>,
  now: string,
): WaitingOn {
  const overdue = row.closed_at === null && row.due_at <= now
  const waiting = (because: Because, count: number, until: string | null): WaitingOn => ({
    on: partyOf[because],
    until,
    because,
    count,
    overdue,
  })
  const byDueDate = (because: Because, count: number) => waiting(because, count, row.due_at)
  const promised = (workingDays: number): string | null =>
    row.vendor_since === null
      ? null
      : promisedUntil(row.vendor_since, workingDays, programme.calendar, row.time_zone)
  const { reviewWorkingDays, instructionsWorkingDays } = programme.serviceLevels

  if (row.closed_at !== null) return waiting('closed', 0, null)
  if (row.certificates_in_review > 0)
    return waiting('certificate-review', row.certificates_in_review, promised(reviewWorkingDays))
  if (row.extension_asked !== null) return waiting('extension-decision', 1, promised(reviewWorkingDays))
  if (row.received > 0) return waiting('inspection', row.received, null)
  if (row.failed_inspection > 0) return byDueDate('cure', row.failed_inspection)
  if (row.form_waiting !== null) {
    return row.form_waiting_problems > 0
      ? byDueDate('form-problems', row.form_waiting_problems)
      : byDueDate('form-apply', 1)
  }
  if (row.owed > 0) return byDueDate(row.forms === 0 ? 'form-missing' : 'serials-missing', row.owed)
  if (row.to_ship > 0 && row.instructions_sent_at === null)
    return waiting('instructions', row.to_ship, promised(instructionsWorkingDays))
  if (row.to_ship > 0) return byDueDate('shipping', row.to_ship)
  if (row.to_destroy > 0) return byDueDate('certificate-missing', row.to_destroy)
  return byDueDate('arrival', row.in_transit)
}
