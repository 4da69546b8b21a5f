import { z } from 'zod'
import { distance, type Wanted } from './rules/wanted.ts'
import { type FoundRow, type Match, matches } from './storage/find.ts'

export const hitKinds = ['case', 'order', 'unit', 'certificate', 'shipment', 'customer', 'partner'] as const
type HitKind = (typeof hitKinds)[number]

export const hit = z
  .object({
    matched: z.enum(matches).describe('What of it fits.'),
    exact: z.boolean(),
    title: z.string().describe('Its own number or name.'),
    subtitle: z.string().describe('Whose it is; of an organisation its account.'),
    caseId: z.string().nullable(),
    orderId: z.uuid().nullable(),
    orderNumber: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    sku: z.string().nullable(),
    organisationId: z.uuid().describe('The customer; of a partner the partner itself.'),
    number: z.int().nullable().describe('The device’s row, the shipment or the certificate of the case.'),
  })
  .meta({ id: 'SearchHit' })
type Hit = z.output<typeof hit>

const MOST_HITS = 20

/** The nearest of each kind before the second nearest of any: many devices do not hide the one order. */
export function bestHits(
  rows: readonly FoundRow[],
  wanted: Wanted,
): { groups: { kind: HitKind; hits: Hit[] }[]; more: boolean } {
  const ranked = unique(rows)
    .map((row) => ({ row, kind: kindOf(row), rank: rankOf(row, wanted) }))
    .sort((one, other) => one.rank - other.rank || (one.row.compared < other.row.compared ? -1 : 1))
  const before = new Map<string, number>()
  const inTurn = ranked
    .map((one) => {
      const turn = before.get(one.kind) ?? 0
      before.set(one.kind, turn + 1)
      return { ...one, turn: one.rank === 0 ? 0 : turn }
    })
    .sort(
      (one, other) =>
        Math.sign(one.rank) - Math.sign(other.rank) ||
        one.turn - other.turn ||
        hitKinds.indexOf(one.kind) - hitKinds.indexOf(other.kind),
    )
    .slice(0, MOST_HITS)
  const groups = hitKinds.flatMap((kind) => {
    const hits = inTurn.filter((one) => one.kind === kind)
    return hits.length === 0
      ? []
      : [
          {
            kind,
            hits: hits
              .sort((one, other) => one.rank - other.rank)
              .map(({ row, rank }) => viewOf(row, rank === 0)),
          },
        ]
  })
  return { groups, more: ranked.length > inTurn.length }
}

/** An order whose number and purchase order both fit is one hit; what fits exactly was found twice. */
function unique(rows: readonly FoundRow[]): FoundRow[] {
  const found = new Map<string, FoundRow>()
  for (const row of rows) {
    const key = [kindOf(row), row.case_id ?? row.order_id ?? row.organisation_id, row.number].join()
    if (!found.has(key)) found.set(key, row)
  }
  return [...found.values()]
}

const kinds: Readonly<Record<Exclude<Match, 'name'>, HitKind>> = {
  'case-number': 'case',
  certificate: 'certificate',
  'order-number': 'order',
  'purchase-order': 'order',
  serial: 'unit',
  'tracking-number': 'shipment',
}
const kindOf = (row: FoundRow): HitKind =>
  row.matched === 'name' ? row.organisation_kind : kinds[row.matched]

function rankOf(row: FoundRow, wanted: Wanted): 0 | 1 | 2 {
  switch (row.matched) {
    case 'certificate':
      return 0
    case 'case-number':
      return distance(row.compared, wanted.caseNumber ?? '')
    case 'serial':
      return distance(row.compared, wanted.serial)
    case 'name':
      return row.account.toLowerCase() === wanted.name || row.organisation_name.toLowerCase() === wanted.name
        ? 0
        : distance(row.compared, wanted.name)
    default:
      return distance(row.compared, wanted.number)
  }
}

const titleOf = (row: FoundRow): string =>
  (row.matched === 'serial'
    ? row.serial
    : row.matched === 'tracking-number'
      ? row.tracking_number
      : row.matched === 'name'
        ? row.organisation_name
        : row.matched === 'order-number' || row.matched === 'purchase-order'
          ? row.order_number
          : row.case_id) ?? row.compared

const viewOf = (row: FoundRow, exact: boolean): Hit => ({
  matched: row.matched,
  exact,
  title: titleOf(row),
  subtitle: row.matched === 'name' ? row.account : row.organisation_name,
  caseId: row.case_id,
  orderId: row.order_id,
  orderNumber: row.order_number,
  purchaseOrder: row.purchase_order,
  sku: row.sku,
  organisationId: row.organisation_id,
  number: row.number,
})
