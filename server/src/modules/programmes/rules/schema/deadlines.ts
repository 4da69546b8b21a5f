import { z } from 'zod'
import { weekdays } from '../../../../values/calendar.ts'
import { count, date, days, duration, expects, workingDays } from './leaves.ts'

/** Everything that makes, moves or announces a date. */

export const calendar = z.strictObject({
  workingDays: z
    .array(z.enum(weekdays))
    .min(1, expects('expectList'))
    .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
  holidays: z.array(date).default([]),
})

export const clock = z.strictObject({
  /** The day that the window is counted from. */
  start: z.enum(['order-placed', 'last-shipment']),
  window: duration,
  /** A due date on a day without work: stays, or moves to the next working day. */
  onDayOff: z.enum(['keep', 'next-working-day']).default('keep'),
})

/** Who may decide; the roles of the people on the vendor's side. */
export const approverRoles = ['desk', 'finance', 'administrator'] as const
/** `partner` is any partner with a mandate, `ordering-partner` only the one who placed the order. */
export const askers = ['customer', 'partner', 'ordering-partner'] as const

export const extensions = z.strictObject({
  whoMayAsk: z.array(z.enum(askers)).min(1, expects('expectList')),
  /** Hard end, counted from the **first** due date. */
  maximum: duration,
  /** How many may be granted for one order. */
  howMany: count,
  /**
   * Read from the top: the first tier that is long enough decides who approves. Length counts from the first due
   * date, so that two short requests do not slip past the approver of a long one. Only the last tier may be open.
   */
  tiers: z
    .array(
      z.strictObject({
        upToDays: days.optional(),
        approvedBy: z.array(z.enum(approverRoles)).min(1, expects('expectList')),
      }),
    )
    .min(1, expects('expectList')),
  /** What a request after the due date means. */
  late: z.enum(['refused', 'same-tier', 'next-tier', 'last-tier']),
  /** The date stays when a request is denied; this much longer nobody is charged back. */
  deniedGraceWorkingDays: workingDays,
})

export const reminders = z.strictObject({
  daysBefore: z.array(days).default([]),
  daysAfter: z.array(days).default([]),
})

/** How long after the due date nobody is charged back. */
export const grace = z.strictObject({ workingDays })

/** Promises of the vendor: by when the desk owes its answer. A broken one does not move the customer's due date (yet). */
export const serviceLevels = z.strictObject({
  instructionsWorkingDays: workingDays,
  labelWorkingDays: workingDays,
  reviewWorkingDays: workingDays,
})
