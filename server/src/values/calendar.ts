import { Temporal } from 'temporal-polyfill'

/**
 * Days of the calendar, without a clock. A day is text `YYYY-MM-DD` everywhere (database, JSON, forms): it sorts, it
 * compares with `<`, and it cannot slip by one through a time zone as a `Date` does. Functions throw a RangeError on a
 * text that is no day, duration or zone; what comes from outside is asked with `isDay`, `isTimeZone` first.
 */
export type Day = string

const day = (text: Day): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** Exactly `YYYY-MM-DD` and a day that exists: 2025-02-29 does not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** An IANA zone such as `Europe/Berlin` that this machine knows. Fixed offsets are refused: they know no summer time. */
export const isTimeZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    Temporal.PlainDate.from('2025-01-01').toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}

/**
 * A day plus an ISO-8601 duration of whole days (`P3M`, `P180D`, `P1M15D`): calendar months first, clamped to the end
 * of a shorter month (30 November + P3M is 28 or 29 February), then weeks and days.
 */
export const addDuration = (start: Day, duration: string): Day =>
  day(start).add(Temporal.Duration.from(duration), { overflow: 'constrain' }).toString()

export const addDays = (start: Day, days: number): Day => day(start).add({ days }).toString()

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => day(from).until(day(to)).days

/** The most days that a duration can take, over all months it may start in: P3M is 92. */
export const longestInDays = (duration: string): number => {
  // Four years hold every month with every neighbour, leap day included.
  const starts = Array.from({ length: 48 }, (_, month) => addDuration('2023-01-01', `P${month}M`))
  return Math.max(...starts.map((start) => daysBetween(start, addDuration(start, duration))))
}

/**
 * The end of a day in a zone as an ISO instant, **exclusive**: the first moment of the next day there. 23:59:59.999
 * would leave a gap whose width depends on the clock, and "one day later" is wrong where summer time begins or ends.
 * Spelled with milliseconds as `Date` spells it, so that an instant has one spelling whether it was counted or read
 * from the database, and two of them compare as text.
 */
export const endOfDay = (text: Day, timeZone: string): string =>
  new Date(day(text).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds).toISOString()

/** Which day it is in a zone at an instant (`2026-03-01T04:59:59Z` is still 28 February in New York). */
export const dayAt = (instant: string, timeZone: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

export interface WorkingCalendar {
  readonly workingDays: readonly Weekday[]
  readonly holidays: readonly Day[]
}

export const isWorkingDay = (text: Day, calendar: WorkingCalendar): boolean =>
  calendar.workingDays.includes(weekdays[day(text).dayOfWeek - 1] as Weekday) &&
  !calendar.holidays.includes(text)

/** The day itself if it is a working day, else the next one that is. */
export const sameOrNextWorkingDay = (text: Day, calendar: WorkingCalendar): Day => {
  if (calendar.workingDays.length === 0) throw new RangeError('a calendar without working days')
  let candidate = text
  while (!isWorkingDay(candidate, calendar)) candidate = addDays(candidate, 1)
  return candidate
}

/** The n-th working day after a day; 0 is the day itself, working or not. */
export const addWorkingDays = (text: Day, count: number, calendar: WorkingCalendar): Day => {
  let reached = text
  for (let step = 0; step < count; step += 1) reached = sameOrNextWorkingDay(addDays(reached, 1), calendar)
  return reached
}
