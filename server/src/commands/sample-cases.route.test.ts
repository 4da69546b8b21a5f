/** The sample cases show everything there is to show, on whatever day somebody starts the program. */
import { expect, test } from 'vitest'
import { answered } from '../../test/fixtures/cases.ts'
import { people, startHouse } from '../../test/house.ts'
import { verifyHistory } from '../modules/audit/index.ts'
import { createSampleCases } from './sample-cases.ts'

/** An end of February, a Sunday, the day before a new year: what is due in three months falls on different days. */
test.each(['2026-11-22T10:00:00.000Z', '2027-02-28T22:30:00.000Z', '2028-12-31T03:00:00.000Z'])(
  'made on %s: every wait, every kind of credit, a history that holds',
  async (now) => {
    const world = await startHouse({ withWorker: false, clock: () => now })
    try {
      await createSampleCases(world.house)
      const finance = await world.as(people.finance)
      const cases = answered(await finance.get('/cases?limit=200'), 200).body.items
      const waits = new Set(cases.map((one: { waitingOn: { because: string } }) => one.waitingOn.because))
      expect([...(waits as Set<string>)].sort((a, b) => a.localeCompare(b))).toEqual([
        'arrival',
        'certificate-missing',
        'certificate-review',
        'closed',
        'extension-decision',
        'form-apply',
        'form-missing',
        'form-problems',
        'inspection',
        'serials-missing',
        'shipping',
      ])
      const { totals } = answered(await finance.get('/exposure'), 200).body
      expect(new Set(totals.map(({ state }: { state: string }) => state))).toEqual(
        new Set(['secured', 'at-risk', 'overdue', 'proposed', 'no-case', 'waived', 'charged-back']),
      )
      const dates = cases.map(({ openedAt }: { openedAt: string }) => openedAt)
      expect(dates.every((openedAt: string) => openedAt <= now)).toBe(true)
      expect(answered(await finance.get('/charge-backs'), 200).body.items).toHaveLength(1)
      const desk = await world.as(people.desk)
      expect(answered(await desk.get('/unmatched-goods'), 200).body.items).toHaveLength(3)
      expect((await verifyHistory(world.house)).difference).toBeNull()
      // Whoever made it has signed out again.
      const { rows } = await world.house.db.query('select 1 from session')
      expect(rows).toHaveLength(2)
    } finally {
      await world.close()
    }
  },
)
