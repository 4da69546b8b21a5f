/**
 * Sums of what is owed. Each is read from an index that holds nothing else: of open cases, of secured credit, of what
 * was let go, of orders with units that no case has.
 */
import { composedRows, type Place } from '../../../platform/database/composed-query.ts'
import type { Database } from '../../../platform/database/pool.ts'

/** Null: everybody's. */
type Customers = readonly string[] | null

const among = (customers: Customers, place: Place): string =>
  customers === null ? '' : `and customer_id = any(${place(customers, 'uuid[]')})`

/** Of credit that was given with the order: where it is paid after receipt nothing is at risk. */
const openSums = (late: string) => `
  count(*) as cases, sum(open_units) as units,
  coalesce(sum(at_risk_minor) filter (where credit_given), 0) as at_risk,
  count(*) filter (where ${late}) as late_cases, coalesce(sum(open_units) filter (where ${late}), 0) as late_units,
  coalesce(sum(at_risk_minor) filter (where ${late} and credit_given), 0) as overdue,
  min(due_on) filter (where not ${late}) as next_due`

export interface OwedMonthRow {
  /** YYYY-MM of the due date. */
  month: string
  currency: string
  cases: number
  units: number
  at_risk: number
  late_cases: number
  late_units: number
  overdue: number
  next_due: string | null
}

/** Open cases by due month and currency, the earliest first. Grouped by day first: a month is dear to work out. */
export const owedByMonth = (db: Database, customers: Customers, now: string): Promise<OwedMonthRow[]> =>
  composedRows<OwedMonthRow>(
    db,
    (place) => `
      select to_char(due_on, 'YYYY-MM') as month, currency, sum(cases)::int as cases, sum(units)::int as units,
             sum(at_risk)::bigint as at_risk, sum(late_cases)::int as late_cases,
             sum(late_units)::int as late_units, sum(overdue)::bigint as overdue, min(next_due) as next_due
        from (
          select due_on, currency, ${openSums(`due_at <= ${place(now, 'timestamptz')}`)}
            from cases where closed_at is null ${among(customers, place)} group by due_on, currency
        ) d
       group by 1, 2 order by 1, 2`,
  )

export interface SumRow {
  currency: string
  minor: number
}
export const securedSums = (db: Database, customers: Customers): Promise<SumRow[]> =>
  composedRows<SumRow>(
    db,
    (place) => `select currency, sum(secured_minor)::bigint as minor from cases
      where secured_units > 0 ${among(customers, place)} group by currency order by currency`,
  )
/** Waived or charged back: granted once, and owed no more. */
export const letGoSums = (db: Database, customers: Customers): Promise<SumRow[]> =>
  composedRows<SumRow>(
    db,
    (
      place,
    ) => `select currency, sum(granted_minor - secured_minor - at_risk_minor)::bigint as minor from cases
      where (waived > 0 or charged_back > 0) ${among(customers, place)} group by currency order by currency`,
  )

const freeSums = `count(*)::int as orders, sum(free_units)::int as units,
  coalesce(sum(free_minor) filter (where credit_given), 0)::bigint as minor`

export interface WithoutCaseRow extends SumRow {
  orders: number
  units: number
}
export const withoutCaseSums = (db: Database, customers: Customers): Promise<WithoutCaseRow[]> =>
  composedRows<WithoutCaseRow>(
    db,
    (place) => `select currency, ${freeSums} from orders
      where free_units > 0 ${among(customers, place)} group by currency order by currency`,
  )

export interface PortfolioRow {
  customer_id: string
  name: string
  account: string
  cases: number
  units: number
  overdue_cases: number
  units_without_case: number
  next_due: string | null
  amounts: { currency: string; atRisk: number; overdue: number; withoutCase: number }[]
  /** What the list is sorted by: minor units of all currencies, at risk in cases or without one. */
  exposure: number
}

/**
 * Customers with what they owe, those with most at risk first. Of a caller who reaches only some, each is there, also
 * who owes nothing; of everybody's only who owes something.
 */
export const portfolioPage = (
  db: Database,
  customers: Customers,
  now: string,
  { after, limit }: { readonly after: readonly (string | number)[]; readonly limit: number },
): Promise<PortfolioRow[]> =>
  composedRows<PortfolioRow>(db, (place) => {
    const [afterExposure, afterId] = after
    const list = customers === null ? '' : `unnest(${place(customers, 'uuid[]')}) s(id) left join`
    return `
      with open as (
        select customer_id, currency, ${openSums(`due_at <= ${place(now, 'timestamptz')}`)}
          from cases where closed_at is null ${among(customers, place)} group by customer_id, currency
      ), free as (
        select customer_id, currency, ${freeSums} from orders
         where free_units > 0 ${among(customers, place)} group by customer_id, currency
      ), each as (
        select customer_id, currency, sum(cases)::int as cases, sum(units)::int as units,
               sum(late_cases)::int as late_cases, sum(free_units)::int as free_units, min(next_due) as next_due,
               sum(at_risk)::bigint as at_risk, sum(overdue)::bigint as overdue, sum(free_minor)::bigint as free_minor
          from (
            select customer_id, currency, cases, units, late_cases, 0 as free_units, next_due, at_risk, overdue,
                   0 as free_minor from open
            union all
            select customer_id, currency, 0, 0, 0, units, null, 0, 0, minor from free
          ) d group by customer_id, currency
      ), total as (
        select customer_id, sum(cases) as cases, sum(units) as units, sum(late_cases) as late_cases,
               sum(free_units) as free_units, min(next_due) as next_due, sum(at_risk + free_minor) as exposure,
               json_agg(json_build_object('currency', currency, 'atRisk', at_risk, 'overdue', overdue,
                                          'withoutCase', free_minor) order by currency) as amounts
          from each group by customer_id
      ), listed as (
        select ${customers === null ? 't.customer_id' : 's.id as customer_id'}, t.next_due,
               coalesce(t.cases, 0)::int as cases, coalesce(t.units, 0)::int as units,
               coalesce(t.late_cases, 0)::int as overdue_cases,
               coalesce(t.free_units, 0)::int as units_without_case, coalesce(t.amounts, '[]') as amounts,
               coalesce(t.exposure, 0)::bigint as exposure
          from ${list} total t ${customers === null ? '' : 'on t.customer_id = s.id'}
      )
      select l.*, c.name, c.account from listed l join organisation c on c.id = l.customer_id
       ${
         afterExposure === undefined
           ? ''
           : `where (-l.exposure, l.customer_id) > (-${place(afterExposure, 'bigint')}, ${place(afterId, 'uuid')})`
       }
       order by -l.exposure, l.customer_id limit ${place(limit, 'int')}`
  })
