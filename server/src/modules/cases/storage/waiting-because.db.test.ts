/** What a case waits for is said twice: by a rule, and by PostgreSQL for the lists. They must never differ. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../../test/database/fresh-database.ts'
import type { Because } from '../rules/waiting-on.ts'
import { waitingOn } from '../rules/waiting-on.ts'

let database: FreshDatabase
let db: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  db = new pg.Client({ connectionString: database.url })
  await db.connect()
  // Rows of one table alone: no order, no customer behind them.
  await db.query('set session_replication_role = replica')
})
afterAll(async () => {
  await db.end()
  await database.drop()
})

const AT = '2026-11-02T10:00:00.000Z'
const count = fc.constantFrom(0, 0, 1, 3)
const maybe = <T>(value: T) => fc.constantFrom(null, null, value)
const counters = fc.record({
  closed_at: maybe(AT),
  certificates_in_review: count,
  extension_asked: maybe(2),
  received: count,
  failed_inspection: count,
  form_waiting: maybe(1),
  form_waiting_problems: count,
  forms: count,
  owed: count,
  to_ship: count,
  instructions_sent_at: maybe(AT),
  to_destroy: count,
  in_transit: count,
  destruction_declared: count,
})

test('the column says what the rule says, whatever the counters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(counters, { minLength: 50, maxLength: 50 }), async (rows) => {
      await db.query('delete from cases')
      await db.query(
        `insert into cases (id, order_id, customer_id, programme_id, programme_version, language, time_zone, opened_at,
                            due_at, due_on, due_rule, currency, version, head, closed_at, certificates_in_review,
                            extension_asked, received, failed_inspection, form_waiting, form_waiting_problems, forms, owed,
                            to_ship, instructions_sent_at, to_destroy, in_transit, destruction_declared)
         select n, gen_random_uuid(), gen_random_uuid(), 'p', '1', 'de', 'UTC', $2, $2, '2026-11-02', '{}', 'EUR', 1, '', r.*
           from json_array_elements($1::json) with ordinality as j(one, n),
                json_to_record(one) as r(closed_at timestamptz, certificates_in_review int, extension_asked int, received int,
                  failed_inspection int, form_waiting int, form_waiting_problems int, forms int, owed int, to_ship int,
                  instructions_sent_at timestamptz, to_destroy int, in_transit int, destruction_declared int)`,
        [JSON.stringify(rows), AT],
      )
      const { rows: found } = await db.query<{ because: Because }>(
        'select waiting_because as because from cases order by id::int',
      )
      const programme = {
        serviceLevels: { instructionsWorkingDays: 3, labelWorkingDays: 2, reviewWorkingDays: 3 },
        calendar: { workingDays: ['monday' as const], holidays: [] },
      }
      const expected = rows.map(
        (row) =>
          waitingOn({ ...row, due_at: AT, time_zone: 'UTC', vendor_since: null }, programme, AT).because,
      )
      expect(found.map(({ because }) => because)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
