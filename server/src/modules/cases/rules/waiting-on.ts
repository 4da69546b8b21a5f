import { addWorkingDays, dayAt, endOfDay } from '../../../values/calendar.ts'
import type { Programme } from '../../programmes/index.ts'
import type { CaseRow } from '../storage/cases.ts'

export type Party = 'customer' | 'desk' | 'dock' | 'carrier' | 'nobody'
export type Because =
  | 'closed'
  | 'certificate-review'
  | 'extension-decision'
  | 'inspection'
  | 'cure'
  | 'form-problems'
  | 'form-apply'
  | 'form-missing'
  | 'serials-missing'
  | 'instructions'
  | 'shipping'
  | 'certificate-missing'
  | 'arrival'

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
  const customer = (because: Because, count: number): WaitingOn => ({
    on: 'customer',
    until: row.due_at,
    because,
    count,
    overdue,
  })
  const promised = (workingDays: number): string | null => {
    if (row.vendor_since === null) return null
    const from = dayAt(row.vendor_since, row.time_zone)
    return endOfDay(addWorkingDays(from, workingDays, programme.calendar), row.time_zone)
  }
  const vendor = (because: Because, count: number, workingDays: number): WaitingOn => ({
    on: 'desk',
    until: promised(workingDays),
    because,
    count,
    overdue,
  })
  const { reviewWorkingDays, instructionsWorkingDays } = programme.serviceLevels

  if (row.closed_at !== null)
    return { on: 'nobody', until: null, because: 'closed', count: 0, overdue: false }
  if (row.certificates_in_review > 0)
    return vendor('certificate-review', row.certificates_in_review, reviewWorkingDays)
  if (row.extension_asked !== null) return vendor('extension-decision', 1, reviewWorkingDays)
  if (row.received > 0)
    return { on: 'dock', until: null, because: 'inspection', count: row.received, overdue }
  if (row.failed_inspection > 0) return customer('cure', row.failed_inspection)
  if (row.form_waiting !== null) {
    return row.form_waiting_problems > 0
      ? customer('form-problems', row.form_waiting_problems)
      : customer('form-apply', 1)
  }
  if (row.owed > 0)
    return row.forms === 0 ? customer('form-missing', row.owed) : customer('serials-missing', row.owed)
  if (row.to_ship > 0 && row.instructions_sent_at === null)
    return vendor('instructions', row.to_ship, instructionsWorkingDays)
  if (row.to_ship > 0) return customer('shipping', row.to_ship)
  if (row.to_destroy > 0) return customer('certificate-missing', row.to_destroy)
  return { on: 'carrier', until: row.due_at, because: 'arrival', count: row.in_transit, overdue }
}
