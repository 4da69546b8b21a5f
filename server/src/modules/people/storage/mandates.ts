import { sql } from '../../../platform/database/pool.ts'
import type { MandateAccess } from '../rules/roles.ts'

export interface MandateRow {
  id: string
  customer_id: string
  customer_name: string
  partner_id: string
  partner_name: string
  granted_by_name: string
  access: MandateAccess
  valid_from: string
  valid_until: string
  revoked_at: string | null
}
const mandate = `
  select m.id, m.customer_id, c.name as customer_name, m.partner_id, p.name as partner_name, g.name as granted_by_name,
         m.access, m.valid_from, m.valid_until, m.revoked_at
    from mandate m join organisation c on c.id = m.customer_id join organisation p on p.id = m.partner_id
    join person g on g.id = m.granted_by`
/** Newest first. */
export const mandatesPage = sql<MandateRow>(
  'mandates-page',
  `${mandate} where ($1::uuid[] is null or m.customer_id = any($1)) and ($2::uuid is null or m.id < $2)
    order by m.id desc limit $3`,
)
/** Those that a partner was given itself: who else acts for a customer is the customer's business. */
export const mandatesOfPartnerPage = sql<MandateRow>(
  'mandates-of-partner-page',
  `${mandate} where m.partner_id = any($1) and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
)
export const mandateById = sql<MandateRow>('mandate-by-id', `${mandate} where m.id = $1`)
