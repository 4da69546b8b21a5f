import { composedRows, type Place } from '../../../platform/database/composed-query.ts'
import type { Database } from '../../../platform/database/pool.ts'
import { patienceHours, type QueueKind } from '../rules/urgency.ts'

export interface QueueRow {
  kind: QueueKind
  since: string
  /** Since when, plus the patience of its kind: what the queue is sorted by. */
  weight: string
  /** The case, or the receipt of held goods. */
  id: string
  /** Of the certificate, the charge-back, the extension, the newest message, the scan. */
  number: number
  count: number
  case_id: string | null
  customer_id: string | null
  customer_name: string | null
  order_number: string | null
  currency: string | null
  at_risk_minor: number | null
  programme_id: string | null
  programme_version: string | null
  time_zone: string | null
  extended_to: string | null
  charge_minor: number | null
  proposed_by_name: string | null
  serial: string | null
  shelf_number: string | null
  site: string | null
  held_until: string | null
}

/** Whose queue it is: of requests for more time only those that one of the roles may decide, and no charge-back of one's own. */
export interface Reader {
  readonly personId: string
  readonly roles: readonly string[]
}

interface Source {
  /** Since when it waits, and what tells it from others that came at the same instant. */
  readonly since: string
  readonly id: string
  readonly idType: 'text' | 'uuid'
  readonly number: string
  readonly count: string
  readonly from: (place: Place, reader: Reader) => string
}

const sources: Readonly<Record<QueueKind, Source>> = {
  'certificate-review': {
    since: 'c.submitted_at',
    id: 'c.case_id',
    idType: 'text',
    number: 'c.number',
    count: 'jsonb_array_length(c.lines)',
    from: () => `certificate c where c.state = 'submitted'`,
  },
  'charge-back-decision': {
    since: 'b.proposed_at',
    id: 'b.case_id',
    idType: 'text',
    number: 'b.number',
    count: 'cardinality(b.rows)',
    from: (place, { personId }) =>
      `charge_back b where b.decided_at is null and b.proposed_by <> ${place(personId, 'uuid')}`,
  },
  'extension-decision': {
    since: 'e.asked_at',
    id: 'e.case_id',
    idType: 'text',
    number: 'e.number',
    count: '1',
    // A request that nobody decided ends with its case; only the case's own number says that it still waits.
    from: (place, { roles }) => `extension e join cases k on k.id = e.case_id and k.extension_asked = e.number
      where e.decided_at is null and e.tier -> 'approvedBy' ?| ${place(roles, 'text[]')}`,
  },
  'thread-answer': {
    since: 'k.thread_waiting_since',
    id: 'k.id',
    idType: 'text',
    number: 'k.messages',
    count: '1',
    from: () => 'cases k where k.thread_waiting_since is not null',
  },
  'unmatched-goods': {
    since: 'g.held_at',
    id: 'g.receipt_id',
    idType: 'uuid',
    number: 'g.number',
    count: '1',
    from: () => 'unmatched_goods g where g.resolved_at is null',
  },
}

export interface QueueCursor {
  readonly weight: string
  readonly kind: QueueKind
  readonly id: string
  readonly number: number
}

/** A page of each kind by its own index, merged, and only then joined with what an item shows. */
export const queuePage = (
  db: Database,
  kinds: readonly QueueKind[],
  reader: Reader,
  after: QueueCursor | undefined,
  limit: number,
): Promise<QueueRow[]> =>
  composedRows<QueueRow>(db, (place) => {
    const most = place(limit, 'int')
    const parts = kinds.map((kind) => {
      const { since, id, number, count, from } = sources[kind]
      return `(select '${kind}' as kind, ${since} as since, ${since} + interval '${patienceHours[kind]} hours' as weight,
                ${id}::text as id, ${number} as number, ${count} as count
           from ${from(place, reader)} ${after === undefined ? '' : `and ${later(kind, after, place)}`}
          order by ${since}, ${id}, ${number} limit ${most})`
    })
    return `
      select q.*, k.id as case_id, c.id as customer_id, c.name as customer_name, o.number as order_number,
             o.currency, k.at_risk_minor, k.programme_id, k.programme_version, k.time_zone,
             e.until as extended_to, b.amount_minor as charge_minor, p.name as proposed_by_name, g.serial, g.shelf_number, r.site, g.held_until
        from (select * from (${parts.join(' union all ')}) p order by weight, kind, id, number limit ${most}) q
        left join cases k on k.id = case when q.kind <> 'unmatched-goods' then q.id end
        left join orders o on o.id = k.order_id
        left join organisation c on c.id = k.customer_id
        left join extension e on e.case_id = case when q.kind = 'extension-decision' then q.id end and e.number = q.number
        left join charge_back b on b.case_id = case when q.kind = 'charge-back-decision' then q.id end and b.number = q.number
        left join person p on p.id = b.proposed_by
        left join unmatched_goods g
          on g.receipt_id = case when q.kind = 'unmatched-goods' then q.id::uuid end and g.number = q.number
        left join receipt r on r.id = g.receipt_id
       order by q.weight, q.kind, q.id, q.number`
  })

function later(kind: QueueKind, after: QueueCursor, place: Place): string {
  const { since, id, idType, number } = sources[kind]
  const at = new Date(Date.parse(after.weight) - patienceHours[kind] * 3_600_000).toISOString()
  if (kind !== after.kind) return `${since} ${kind > after.kind ? '>=' : '>'} ${place(at, 'timestamptz')}`
  return `(${since}, ${id}, ${number}) > (${place(at, 'timestamptz')}, ${place(after.id, idType)}, ${place(after.number, 'int')})`
}

/** How many of each kind wait, counted no further than `most`. */
export const queueCounts = (
  db: Database,
  kinds: readonly QueueKind[],
  reader: Reader,
  most: number,
): Promise<{ kind: QueueKind; count: number }[]> =>
  composedRows<{ kind: QueueKind; count: number }>(db, (place) =>
    kinds
      .map(
        (kind) =>
          `select '${kind}' as kind, count(*)::int as count
             from (select from ${sources[kind].from(place, reader)} limit ${place(most, 'int')}) c`,
      )
      .join(' union all '),
  )
