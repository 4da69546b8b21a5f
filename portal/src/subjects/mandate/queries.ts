import { answerOf, api, type Schema } from '../../api/client.ts'

export type Mandate = Schema['Mandate']
export type Access = Mandate['access']

export const mandatesKey = ['mandates'] as const
/** What a mandate opens: the customer's cases and orders are seen, or not, from then on. */
export const touchedByMandate = [['mandates'], ['organisation']] as const

export const loadMandates = (
  filters: { organisation?: string; current?: 'true' },
  cursor: string | undefined,
) => answerOf(api.GET('/mandates', { params: { query: { ...filters, cursor, limit: 100 } } }))

export const isOver = ({ state }: Mandate): boolean => state === 'expired' || state === 'revoked'
