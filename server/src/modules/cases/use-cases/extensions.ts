import { z } from 'zod'
import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { type Day, dayAt, endOfDay } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import { type Asker, type ExtensionRefused, extensionTier } from '../../programmes/index.ts'
import type { CaseFact } from '../facts.ts'
import { extensionByNumber, grantedExtensions } from '../storage/cases.ts'
import { type CaseNotFound, loadCase, type VersionConflict } from './case-chain.ts'

export const extensionView = z
  .object({
    caseId: z.string(),
    number: z.int(),
    until: z.string().describe('YYYY-MM-DD'),
    reason: z.string(),
    late: z.boolean(),
    approvedBy: z.array(z.string()).describe('Roles of which one person decides.'),
    granted: z.boolean().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Extension' })
export type ExtensionView = z.output<typeof extensionView>

type AskRefusal =
  | CaseNotFound
  | VersionConflict
  | ExtensionRefused
  | Refusal<'case-closed'>
  | Refusal<'extension-pending', { number: number }>

/** More time, asked by whoever works on the case; the programme says who may and who has to approve. */
export async function askExtension(
  house: House<CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by'>,
  {
    caseId,
    until,
    reason,
    ifMatch,
  }: { caseId: string; until: Day; reason: string; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, ExtensionView, AskRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      if (row.closed_at !== null) return { refused: 'case-closed' }
      if (row.extension_asked !== null) return { refused: 'extension-pending', number: row.extension_asked }
      const { organisationKind, organisationId } = caller.actor
      // The desk writes down what the customer asked for on the phone.
      const askedBy: Asker =
        organisationKind !== 'partner'
          ? 'customer'
          : row.partner_id === organisationId
            ? 'ordering-partner'
            : 'partner'
      const granted = (await firstRow(house.db, grantedExtensions, [caseId]))?.granted ?? 0
      const tier = extensionTier({
        programme,
        askedBy,
        askedOn: dayAt(now, row.time_zone),
        firstDueOn: row.due_rule.countedTo,
        currentDueOn: row.due_on,
        granted,
        newDueOn: until,
      })
      if (isRefused(tier)) return tier
      const number = row.extensions + 1
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'extension-asked', ...loaded.ofOrder, number, until, reason, tier }],
          },
        ],
        reply: {
          caseId,
          number,
          until,
          reason,
          late: tier.late,
          approvedBy: [...tier.approvedBy],
          granted: null,
          note: null,
        },
        status: 201,
      }
    },
  })
}

type DecideRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'extension-not-found'>
  | Refusal<'extension-decided'>
  | Refusal<'extension-not-yours', { approvedBy: readonly string[] }>

export async function decideExtension(
  house: House<CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by'>,
  {
    caseId,
    number,
    granted,
    note,
    ifMatch,
  }: { caseId: string; number: number; granted: boolean; note: string; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, ExtensionView, DecideRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const extension = await firstRow(house.db, extensionByNumber, [caseId, number])
      if (extension === undefined) return { refused: 'extension-not-found' }
      if (extension.decided_at !== null) return { refused: 'extension-decided' }
      const { approvedBy, newDueOn, late } = extension.tier
      if (!caller.actor.roles.some((role) => (approvedBy as readonly string[]).includes(role)))
        return { refused: 'extension-not-yours', approvedBy }
      const due = granted
        ? { on: newDueOn, at: endOfDay(newDueOn, loaded.row.time_zone), rule: loaded.row.due_rule }
        : null
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [{ type: 'extension-decided', ...loaded.ofOrder, number, granted, note, due }],
          },
        ],
        reply: {
          caseId,
          number,
          until: extension.until,
          reason: extension.reason,
          late,
          approvedBy: [...approvedBy],
          granted,
          note,
        },
      }
    },
  })
}
