import { type Sql, sql } from '../../../platform/database/pool.ts'
import type { ExposureRow } from '../rules/exposure.ts'

const month = `case when due_on < $5::date then 'before' when due_on >= $6::date then 'after'
     when due_on is not null then to_char(due_on, 'YYYY-MM') end as month`
const asked = `($1::uuid[] is null or customer_id = any($1)) and ($2::uuid is null or partner_id = $2)
       and ($3::text is null or programme_id = $3) and ($4::text is null or currency = $4)`

/**
 * Sums by due month and currency, each read from an index of its own and from nothing else: first by day, which is
 * cheap to group by, then by month. `states` are the sums of a day: name, how many, units, minor units.
 */
const byMonth = (
  name: string,
  from: string,
  states: readonly (readonly [state: string, cases: string, units: string, minor: string])[],
): Sql<ExposureRow> =>
  sql<ExposureRow>(
    `exposure-${name}`,
    `select month, currency, state, sum(cases)::int as cases, sum(units)::int as units, sum(minor)::bigint as minor
       from (
         select ${month}, currency, s.state, s.cases, s.units, s.minor
           from (
             select due_on, currency,
               ${states.map(([, ...sums], index) => sums.map((one, part) => `${one} as s${index}_${part}`).join(', ')).join(', ')}
               from ${from} and ${asked}
              group by due_on, currency
           ) d
           cross join lateral (values ${states.map(([state], index) => `('${state}', s${index}_0, s${index}_1, s${index}_2)`).join(', ')})
             as s(state, cases, units, minor)
          where s.cases > 0
       ) m
      group by month, currency, state order by month, currency, state`,
  )

const late = '(due_at <= $7::timestamptz)'
const openSums = (when: string) =>
  [
    `count(*) filter (where ${when} and open_units > proposed_units)`,
    `sum(open_units - least(proposed_units, open_units)) filter (where ${when})`,
    `sum(at_risk_minor - least(proposed_minor, at_risk_minor)) filter (where ${when})`,
  ] as const

/**
 * Still owed. What was proposed to be charged back is taken out of what is at risk or overdue, and never exceeds it; which
 * of the proposed devices came since is looked at when somebody decides.
 */
export const exposureOfOpenCases = byMonth('open', 'cases where closed_at is null and credit_given', [
  ['at-risk', ...openSums(`not ${late}`)],
  ['overdue', ...openSums(late)],
  [
    'proposed',
    'count(*) filter (where proposed_units > 0)',
    'sum(least(proposed_units, open_units))',
    'sum(least(proposed_minor, at_risk_minor))',
  ],
])
export const exposureSecured = byMonth('secured', 'cases where secured_units > 0', [
  ['secured', 'count(*)', 'sum(secured_units)', 'sum(secured_minor)'],
])
export const exposureLetGo = byMonth('let-go', 'cases where (waived > 0 or charged_back > 0)', [
  ['waived', 'count(*) filter (where waived > 0)', 'sum(waived)', 'sum(waived_minor)'],
  [
    'charged-back',
    'count(*) filter (where charged_back > 0)',
    'sum(charged_back)',
    'sum(granted_minor - secured_minor - at_risk_minor - waived_minor)',
  ],
])
/** Credit of orders whose units no case has: given, and in nobody's list of cases. */
export const exposureWithoutCase = byMonth('no-case', 'orders where free_units > 0 and credit_given', [
  ['no-case', 'count(*)', 'sum(free_units)', 'sum(free_minor)'],
])
