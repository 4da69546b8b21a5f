import { z } from 'zod'
import { pageQuery } from '../../../platform/http/page.ts'
import { isDay } from '../../../values/calendar.ts'
import { type Caller, customersOf } from '../../people/index.ts'
import { becauses, partyOf } from '../rules/waiting-on.ts'
import type { CaseFilter } from '../storage/case-list.ts'

const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' }).describe('YYYY-MM-DD')

/** What a list of cases can be asked for; it stands in the portal's address as it is. */
export const caseListQuery = pageQuery.extend({
  status: z.enum(['open', 'closed']).optional(),
  sort: z
    .enum(['newest', 'due', 'exposure'])
    .default('newest')
    .describe(
      '`due` and `exposure` list open cases only. `exposure` compares minor units, whatever the currency.',
    ),
  waitingOn: z.enum(['customer', 'desk', 'dock', 'carrier']).optional(),
  because: z.enum(becauses).optional(),
  overdue: z.enum(['true', 'false']).optional().describe('`true`: only cases past their due date.'),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  customer: z.uuid().optional(),
  partner: z.uuid().optional(),
  programme: z.string().max(60).optional(),
  route: z.enum(['return', 'destroy']).optional().describe('With devices still to go this way.'),
  order: z.uuid().optional(),
  search: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .optional()
    .describe(
      'Beginning of the case number, the order number or the customer’s name. Of very many only some are looked at.',
    ),
})

export function filterOf(
  { scope }: Pick<Caller, 'scope'>,
  query: z.output<typeof caseListQuery>,
  now: string,
): CaseFilter {
  const { waitingOn, because } = query
  const reasons = becauses.filter(
    (one) =>
      (because === undefined || one === because) && (waitingOn === undefined || partyOf[one] === waitingOn),
  )
  return {
    ...query,
    customers: customersOf(scope, query.customer),
    because: because === undefined && waitingOn === undefined ? undefined : reasons,
    overdueAt: query.overdue === 'true' ? now : undefined,
  }
}
