import { touchedBy } from '../case/case-query.ts'
import { touchedByOrders } from '../order/queries.ts'

/** What a proposal or its decision makes old. */
export const touchedByChargeBacks = (caseId: string) =>
  [...touchedBy(caseId), ...touchedByOrders, ['charge-backs'], ['exposure']] as const
