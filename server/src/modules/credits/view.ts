import { z } from 'zod'
import { money, moneyView } from '../orders/index.ts'
import type { Caller } from '../people/index.ts'
import type { ChargeBackRow } from './storage/charge-backs.ts'

const person = z.object({ id: z.uuid(), name: z.string() })

export const chargeBackView = z
  .object({
    caseId: z.string(),
    number: z.int(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    customerId: z.uuid(),
    customerName: z.string(),
    dueOn: z.string(),
    state: z.enum(['waiting', 'approved', 'turned-down']),
    rows: z.array(z.int()).describe('The devices, as proposed.'),
    amount: moneyView.describe('As proposed.'),
    reason: z.string(),
    proposedBy: person,
    proposedAt: z.string(),
    decision: z
      .object({
        by: person,
        at: z.string(),
        note: z.string(),
        charged: z.array(z.int()).describe('The devices whose credit was taken back.'),
        leftOut: z
          .array(z.int())
          .describe('Proposed, and received, certified or otherwise settled before the approval.'),
        amount: moneyView.describe('What was charged back.'),
      })
      .nullable(),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
  })
  .meta({ id: 'ChargeBack' })
export type ChargeBackView = z.output<typeof chargeBackView>

function decisionOf(row: ChargeBackRow): ChargeBackView['decision'] {
  if (row.decided_at === null || row.decided_by === null) return null
  const charged = row.charged ?? []
  return {
    by: { id: row.decided_by, name: row.decided_by_name ?? '' },
    at: row.decided_at,
    note: row.note ?? '',
    charged,
    leftOut: row.approved === true ? row.rows.filter((one) => !charged.includes(one)) : [],
    amount: money(row.charged_minor ?? 0, row.currency),
  }
}

/** Who proposed is never offered the decision. */
export const viewOfChargeBack = (
  row: ChargeBackRow,
  { actor, may }: Pick<Caller, 'actor' | 'may'>,
): ChargeBackView => ({
  caseId: row.case_id,
  number: row.number,
  orderId: row.order_id,
  orderNumber: row.order_number,
  customerId: row.customer_id,
  customerName: row.customer_name,
  dueOn: row.due_on,
  state: row.approved === null ? 'waiting' : row.approved ? 'approved' : 'turned-down',
  rows: row.rows,
  amount: money(row.amount_minor, row.currency),
  reason: row.reason,
  proposedBy: { id: row.proposed_by, name: row.proposed_by_name },
  proposedAt: row.proposed_at,
  decision: decisionOf(row),
  actions:
    row.approved === null && row.proposed_by !== actor.personId && may('decide-charge-back')
      ? ['decide-charge-back']
      : [],
})
