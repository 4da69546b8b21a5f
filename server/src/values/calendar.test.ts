import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addDuration,
  addWorkingDays,
  type Day,
  dayAt,
  daysBetween,
  endOfDay,
  isDay,
  isTimeZone,
  isWorkingDay,
  longestInDays,
  sameOrNextWorkingDay,
  type WorkingCalendar,
} from './calendar.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days): Day => addDays('2000-01-01', days))
const anyMonths = fc.integer({ min: 0, max: 60 })
const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

describe('calendar months', () => {
  test.each([
    ['2025-11-30', 'P3M', '2026-02-28'],
    ['2027-11-30', 'P3M', '2028-02-29'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2026-01-31', 'P2M', '2026-03-31'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['2026-01-01', 'P180D', '2026-06-30'],
    ['2026-01-01', 'P2W', '2026-01-15'],
  ])('%s + %s = %s', (start, duration, end) => expect(addDuration(start, duration)).toBe(end))

  test('the day of the month stays, or is the last one the month has', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (start, months) => {
        const [year, month, day] = start.split('-').map(Number) as [number, number, number]
        const index = year * 12 + month - 1 + months
        const [endYear, endMonth, endDay] = addDuration(start, `P${months}M`).split('-').map(Number)
        expect([endYear, endMonth]).toEqual([Math.floor(index / 12), (index % 12) + 1])
        expect(endDay).toBe(Math.min(day, lastOfMonth(Math.floor(index / 12), (index % 12) + 1)))
      }),
    )
  })

  test('who starts later is never due earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), anyMonths, fc.nat(40), (start, later, months, days) => {
        const duration = `P${months}M${days}D`
        expect(addDuration(start, duration) <= addDuration(addDays(start, later), duration)).toBe(true)
      }),
    )
  })

  test('no start makes a duration longer than its longest', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (start, months) => {
        const duration = `P${months}M`
        expect(daysBetween(start, addDuration(start, duration))).toBeLessThanOrEqual(longestInDays(duration))
      }),
    )
    expect(longestInDays('P3M')).toBe(92)
    expect(longestInDays('P1Y')).toBe(366)
    expect(longestInDays('P180D')).toBe(180)
  })
})

describe('the end of a day', () => {
  test.each([
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    // Summer time begins in the night of the 29th and ends on 25 October.
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-02-28', 'America/Chicago', '2026-03-01T06:00:00.000Z'],
    ['2026-02-28', 'Asia/Tokyo', '2026-02-28T15:00:00.000Z'],
    ['2026-02-28', 'Asia/Kathmandu', '2026-02-28T18:15:00.000Z'],
    // Midnight is skipped where the clock goes from 00:00 to 01:00: the next day begins at 01:00.
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s ends at %s', (day, zone, instant) => expect(endOfDay(day, zone)).toBe(instant))

  test('a millisecond before it is still that day there, the instant itself is the next', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (day, zone) => {
        const end = endOfDay(day, zone)
        expect(dayAt(new Date(Date.parse(end) - 1).toISOString(), zone)).toBe(day)
        expect(dayAt(end, zone)).toBe(addDays(day, 1))
      }),
    )
  })
})

const weekend: WorkingCalendar = {
  workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  holidays: ['2026-12-25', '2026-12-28'],
}

describe('working days', () => {
  test.each([
    ['2026-12-24', '2026-12-24'],
    ['2026-12-25', '2026-12-29'],
    ['2026-12-26', '2026-12-29'],
  ])('%s moves to %s', (day, moved) => expect(sameOrNextWorkingDay(day, weekend)).toBe(moved))

  test('the second working day after the 24th is the 30th', () =>
    expect(addWorkingDays('2026-12-24', 2, weekend)).toBe('2026-12-30'))

  test('counting working days passes exactly that many', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), (start, count) => {
        const end = addWorkingDays(start, count, weekend)
        const between = Array.from({ length: daysBetween(start, end) }, (_, index) =>
          addDays(start, index + 1),
        )
        expect(between.filter((day) => isWorkingDay(day, weekend))).toHaveLength(count)
      }),
    )
  })
})

test.each(['2025-02-29', '2025-2-1', '2025-02-01T00:00', '20250201', '2025-13-01', '', 'today'])(
  '%s is no day',
  (text) => expect(isDay(text)).toBe(false),
)
test('the leap day is one', () => expect(isDay('2024-02-29')).toBe(true))
test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['+02:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('%s as a zone: %s', (zone, known) => expect(isTimeZone(zone)).toBe(known))
