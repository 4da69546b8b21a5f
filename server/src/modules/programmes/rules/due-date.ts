import {
  addDays,
  addDuration,
  addWorkingDays,
  type Day,
  endOfDay,
  sameOrNextWorkingDay,
} from '../../../values/calendar.ts'
import type { Programme } from './schema.ts'

/** How a due date came about; plain JSON, stored beside it, so that anybody can do the sum again years later. */
export interface DueRule {
  readonly programme: string
  readonly version: string
  readonly start: Programme['clock']['start']
  readonly startedOn: Day
  readonly window: string
  readonly timeZone: string
  /** The day that the window alone leads to. */
  readonly countedTo: Day
  /** The month was too short for the day and its last day was taken (30 November + P3M). */
  readonly clampedToMonthEnd: boolean
  /** Why the day was moved on from `countedTo`, where it was. */
  readonly movedBecause?: 'day-off'
  /** The day that the newest granted extension set in place of all that, and its number in the case. */
  readonly extendedTo?: Day
  readonly extension?: number
}

export interface DueDate {
  /** The last day on which what is owed may come. */
  readonly dueOn: Day
  /** Exclusive end of that day in the customer's zone: the first moment that is too late. */
  readonly dueAt: string
  readonly rule: DueRule
}

/** Start event + window, by calendar months, to the end of the day where the customer is. */
export function dueDate({
  programme,
  startedOn,
  timeZone,
}: {
  readonly programme: Programme
  readonly startedOn: Day
  readonly timeZone: string
}): DueDate {
  const { start, window, onDayOff } = programme.clock
  const countedTo = addDuration(startedOn, window)
  const dueOn = onDayOff === 'keep' ? countedTo : sameOrNextWorkingDay(countedTo, programme.calendar)
  return {
    dueOn,
    dueAt: endOfDay(dueOn, timeZone),
    rule: {
      programme: programme.id,
      version: programme.version,
      start,
      startedOn,
      window,
      timeZone,
      countedTo,
      clampedToMonthEnd: /^P(?:\d+Y)?(?:\d+M)?$/.test(window) && countedTo.slice(8) !== startedOn.slice(8),
      ...(dueOn === countedTo ? {} : { movedBecause: 'day-off' as const }),
    },
  }
}

/** The last day of grace: until its end nobody is charged back, though the due date is over. */
export const graceEndsOn = (programme: Programme, dueOn: Day): Day =>
  addWorkingDays(dueOn, programme.grace.workingDays, programme.calendar)

/** The same after a denied request, counted from the later of due date and decision. */
export const deniedGraceEndsOn = (programme: Programme, dueOn: Day, deniedOn: Day): Day =>
  addWorkingDays(
    deniedOn > dueOn ? deniedOn : dueOn,
    programme.extensions?.deniedGraceWorkingDays ?? 0,
    programme.calendar,
  )

export interface Reminder {
  readonly on: Day
  readonly days: number
  readonly when: 'before' | 'on' | 'after'
}

/** When to remind of a due date, earliest first, each day once. */
export const reminderDates = (programme: Programme, dueOn: Day): Reminder[] => {
  const shifts = [
    ...programme.reminders.daysBefore.map((days) => -days),
    ...programme.reminders.daysAfter.map((days) => days),
  ]
  return [...new Set(shifts.map((shift) => shift + 0))]
    .sort((one, other) => one - other)
    .map((shift) => ({
      on: addDays(dueOn, shift),
      days: Math.abs(shift),
      when: shift < 0 ? 'before' : shift === 0 ? 'on' : 'after',
    }))
}
