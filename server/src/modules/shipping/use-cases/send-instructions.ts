import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { runCommand } from '../../../platform/run-command.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type CaseRow, loadCase } from '../../cases/index.ts'
import { lastAppliedHeader } from '../../forms/index.ts'
import { systemCaller } from '../../people/index.ts'
import { siteFor } from '../../programmes/index.ts'
import type { ShippingFact } from '../facts.ts'

/** The form was taken over, or a device is known by its serial already: only then there is something to ship. */
const isRegistered = async ({ db }: House<ShippingFact>, row: CaseRow): Promise<boolean> =>
  row.identified > 0 || (await firstRow(db, lastAppliedHeader, [row.id])) !== undefined

/**
 * Sends the shipping instructions of a case, once: the job that follows an applied form and every serial. Run again, on another machine
 * or after a crash, it finds that they are sent and changes nothing.
 */
export async function sendInstructions(
  house: House<ShippingFact>,
  caseId: string,
): Promise<'sent' | 'nothing-to-do'> {
  const answer = await runCommand<ShippingFact, 'sent' | 'nothing-to-do', Refusal>(house, {
    by: systemCaller.by,
    decide: async () => {
      const loaded = await loadCase(house.db, systemCaller, caseId)
      if (isRefused(loaded)) return loaded
      const { row, programme, stream, ofOrder } = loaded
      if (row.instructions_sent_at !== null || row.to_ship === 0 || !(await isRegistered(house, row)))
        return { streams: [], reply: 'nothing-to-do' }
      const site = siteFor(programme, row.customer_country)
      if (isRefused(site)) return site
      return {
        streams: [{ stream, facts: [{ type: 'shipping-instructions-sent', ...ofOrder, site: site.id }] }],
        reply: 'sent',
      }
    },
  })
  if (!isRefused(answer)) return answer.reply
  // A job that cannot be done stays in the queue and in the log: no site serves the customer's country.
  throw new Error(`shipping instructions of ${caseId}: ${answer.refused}`)
}
