import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedProgramme } from '../../../../test/fixtures/shipped-programme.ts'
import { addDays, addDuration, daysBetween, isWorkingDay } from '../../../values/calendar.ts'
import { isRefused } from '../../../values/refusal.ts'
import { deniedGraceEndsOn, dueDate, graceEndsOn, reminderDates } from './due-date.ts'
import { extensionTier } from './extension.ts'

const tmip = shippedProgramme('juniper-tmip.yaml')
const northlake = shippedProgramme('examples/180-days-from-last-shipment.yaml')

describe('due date', () => {
  test('at month end: 30 November and three months is the end of February', () => {
    expect(dueDate({ programme: tmip, startedOn: '2025-11-30', timeZone: 'Europe/Berlin' })).toEqual({
      dueOn: '2026-02-28',
      dueAt: '2026-02-28T23:00:00.000Z',
      rule: {
        programme: 'juniper-tmip',
        version: '2026.1',
        start: 'order-placed',
        startedOn: '2025-11-30',
        window: 'P3M',
        timeZone: 'Europe/Berlin',
        countedTo: '2026-02-28',
        clampedToMonthEnd: true,
      },
    })
  })

  test('across zones: the same day ends at another moment', () => {
    const at = (timeZone: string) => dueDate({ programme: tmip, startedOn: '2026-01-15', timeZone }).dueAt
    expect(at('Asia/Tokyo') < at('Europe/Berlin')).toBe(true)
    expect(at('Europe/Berlin') < at('America/Los_Angeles')).toBe(true)
  })

  test('on a holiday: moves to the next working day where the programme says so', () => {
    // 1 January 2027 is a holiday and a Friday.
    const startedOn = addDays('2027-01-01', -180)
    const due = dueDate({ programme: northlake, startedOn, timeZone: 'UTC' })
    expect(due.dueOn).toBe('2027-01-04')
    expect(due.rule).toMatchObject({
      countedTo: '2027-01-01',
      movedBecause: 'day-off',
      clampedToMonthEnd: false,
    })
  })

  test('is never earlier than the window, never on a day off, and keeps order', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(start, fc.nat(60), (startedOn, later) => {
        const first = dueDate({ programme: northlake, startedOn, timeZone: 'UTC' })
        const second = dueDate({
          programme: northlake,
          startedOn: addDays(startedOn, later),
          timeZone: 'UTC',
        })
        expect(daysBetween(startedOn, first.dueOn)).toBeGreaterThanOrEqual(180)
        expect(isWorkingDay(first.dueOn, northlake.calendar)).toBe(true)
        expect(first.dueAt <= second.dueAt).toBe(true)
      }),
    )
  })
})

test('reminders come in order, each day once', () => {
  const reminders = reminderDates(tmip, '2026-04-30')
  expect(reminders.map(({ on, days, when }) => `${on} ${days} ${when}`)).toEqual([
    '2026-03-01 60 before',
    '2026-03-31 30 before',
    '2026-04-16 14 before',
    '2026-04-23 7 before',
    '2026-04-29 1 before',
    '2026-05-01 1 after',
    '2026-05-07 7 after',
    '2026-05-14 14 after',
  ])
  const twice = { ...tmip, reminders: { daysBefore: [0, 7, 7], daysAfter: [0] } }
  expect(reminderDates(twice, '2026-04-30').map(({ when }) => when)).toEqual(['before', 'on'])
})

test('grace is counted in working days, after a denial from the later of due date and decision', () => {
  expect(graceEndsOn(tmip, '2026-04-30')).toBe('2026-05-07')
  expect(deniedGraceEndsOn(tmip, '2026-04-30', '2026-04-10')).toBe('2026-05-07')
  expect(deniedGraceEndsOn(tmip, '2026-04-30', '2026-05-08')).toBe('2026-05-15')
})

describe('extension', () => {
  const ask = {
    programme: northlake,
    askedBy: 'ordering-partner',
    askedOn: '2026-06-01',
    firstDueOn: '2026-06-30',
    currentDueOn: '2026-06-30',
    granted: 0,
  } as const

  test.each([
    [1, 0, ['desk']],
    [89, 0, ['desk']],
    [90, 1, ['finance']],
    [180, 1, ['finance']],
  ])('%d days are for tier %d', (requestedDays, tier, approvedBy) =>
    expect(extensionTier({ ...ask, requestedDays })).toEqual({
      tier,
      approvedBy,
      newDueOn: addDays('2026-06-30', requestedDays),
      daysInAll: requestedDays,
      late: false,
    }),
  )

  test('capped', () =>
    expect(extensionTier({ ...ask, requestedDays: 181 })).toEqual({
      refused: 'extension-over-maximum',
      latestDueOn: '2026-12-27',
      newDueOn: '2026-12-28',
    }))

  test('a second one adds to the first: two times 60 days needs the higher approver', () =>
    expect(
      extensionTier({ ...ask, currentDueOn: addDays('2026-06-30', 60), requestedDays: 60, granted: 1 }),
    ).toMatchObject({ tier: 1, daysInAll: 120 }))

  test('too many', () =>
    expect(extensionTier({ ...ask, requestedDays: 5, granted: 2 })).toEqual({
      refused: 'extension-too-many',
      granted: 2,
      howMany: 2,
    }))

  test('only who may ask', () => {
    expect(extensionTier({ ...ask, askedBy: 'customer', requestedDays: 5 })).toMatchObject({
      refused: 'extension-asker-not-allowed',
    })
    expect(extensionTier({ ...ask, programme: tmip, newDueOn: '2026-07-05' })).toMatchObject({ tier: 0 })
  })

  test('late: refused here, a tier higher there', () => {
    const late = { ...ask, askedOn: '2026-07-01', requestedDays: 5 }
    expect(extensionTier(late)).toMatchObject({ refused: 'extension-asked-late' })
    expect(extensionTier({ ...late, programme: tmip })).toMatchObject({ tier: 1, late: true })
    expect(extensionTier({ ...late, askedOn: '2026-06-30', programme: tmip })).toMatchObject({
      tier: 0,
      late: false,
    })
  })

  test('not later, not offered', () => {
    expect(extensionTier({ ...ask, newDueOn: '2026-06-30' })).toMatchObject({
      refused: 'extension-not-later',
    })
    const corvane = shippedProgramme('examples/serials-before-order.yaml')
    expect(extensionTier({ ...ask, programme: corvane, requestedDays: 1 })).toEqual({
      refused: 'extension-not-offered',
    })
  })

  test('whatever is granted lies within the maximum, and its tier is long enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 300 }), fc.nat(100), (requestedDays, soFar) => {
        const currentDueOn = addDays(ask.firstDueOn, soFar)
        const answer = extensionTier({ ...ask, programme: tmip, currentDueOn, requestedDays })
        if (isRefused(answer)) return
        expect(answer.newDueOn <= addDuration(ask.firstDueOn, 'P6M')).toBe(true)
        expect(answer.tier).toBe(answer.daysInAll <= 31 ? 0 : 1)
      }),
    )
  })
})
