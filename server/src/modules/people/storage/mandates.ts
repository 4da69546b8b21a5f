import { composedRows } from '../../../platform/database/composed-query.ts'
import { type Database, sql } from '../../../platform/database/pool.ts'
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
export interface MandateFilters {
  /** Those that these customers gave; null: everybody's. */
  readonly customers?: readonly string[] | null
  /** Those that this partner was given: who else acts for a customer is the customer's business. */
  readonly partner?: string
  /** On either side. */
  readonly organisation?: string | undefined
  /** Those that are neither revoked nor over at this instant. */
  readonly currentAt?: string | undefined
}

/** Newest first, from before the mandate `before` on. */
export const mandatesPage = (
  db: Database,
  { customers, partner, organisation, currentAt }: MandateFilters,
  before: string | undefined,
  limit: number,
): Promise<MandateRow[]> =>
  composedRows<MandateRow>(db, (place) => {
    const conditions = ['true']
    if (customers) conditions.push(`m.customer_id = any(${place(customers, 'uuid[]')})`)
    if (partner !== undefined) conditions.push(`m.partner_id = ${place(partner, 'uuid')}`)
    if (organisation !== undefined) {
      const one = place(organisation, 'uuid')
      conditions.push(`(m.customer_id = ${one} or m.partner_id = ${one})`)
    }
    if (currentAt !== undefined)
      conditions.push(`m.revoked_at is null and m.valid_until > ${place(currentAt, 'timestamptz')}`)
    if (before !== undefined) conditions.push(`m.id < ${place(before, 'uuid')}`)
    return `${mandate} where ${conditions.join(' and ')} order by m.id desc limit ${place(limit, 'int')}`
  })
export const mandateById = sql<MandateRow>('mandate-by-id', `${mandate} where m.id = $1`)
