import { sql } from '../../../platform/database/pool.ts'

export interface ChargeBackRow {
  case_id: string
  number: number
  order_id: string
  order_number: string
  customer_id: string
  customer_name: string
  due_on: string
  currency: string
  amount_minor: number
  rows: number[]
  reason: string
  proposed_by: string
  proposed_by_name: string
  proposed_at: string
  decided_by: string | null
  decided_by_name: string | null
  decided_at: string | null
  approved: boolean | null
  note: string | null
  charged: number[] | null
  charged_minor: number | null
}

const chargeBack = `select b.*, k.order_id, o.number as order_number, c.name as customer_name, k.due_on,
    p.name as proposed_by_name, d.name as decided_by_name
  from charge_back b join cases k on k.id = b.case_id join orders o on o.id = k.order_id
  join organisation c on c.id = b.customer_id join person p on p.id = b.proposed_by
  left join person d on d.id = b.decided_by`

export const chargeBackByNumber = sql<ChargeBackRow>(
  'charge-back-by-number',
  `${chargeBack} where b.case_id = $1 and b.number = $2`,
)
/** Of one case, in the order in which they were proposed. */
export const chargeBacksOfCase = sql<ChargeBackRow>(
  'charge-backs-of-case',
  `${chargeBack} where b.case_id = $1 and b.number > $2 order by b.number limit $3`,
)
/** What waits for a second person, the longest waiting first. */
export const waitingChargeBacks = sql<ChargeBackRow>(
  'charge-backs-waiting',
  `${chargeBack} where b.decided_at is null
      and ($1::timestamptz is null or (b.proposed_at, b.case_id, b.number) > ($1, $2, $3::int))
    order by b.proposed_at, b.case_id, b.number limit $4`,
)
/** What was decided, the latest first. */
export const decidedChargeBacks = sql<ChargeBackRow>(
  'charge-backs-decided',
  `${chargeBack} where b.decided_at is not null
      and ($1::timestamptz is null or (b.decided_at, b.case_id, b.number) < ($1, $2, $3::int))
    order by b.decided_at desc, b.case_id desc, b.number desc limit $4`,
)

/** What charging back has to look at beside the case itself. */
export const circumstancesOf = sql<{ extension_denied_at: string | null; goods_held: number }>(
  'charge-back-circumstances',
  `select (select max(decided_at) from extension where case_id = $1 and granted = false) as extension_denied_at,
     ((select count(*) from unmatched_goods where label_case = $1 and resolved_at is null)
     + (select count(*) from unmatched_goods
         where serial = any($2) and label_case is distinct from $1 and resolved_at is null))::int as goods_held`,
)
