import { z } from 'zod'
import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { type Day, dayAt, endOfDay } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import { type Asker, type ExtensionRefused, extensionTier } from '../../programmes/index.ts'
import type { CaseFact } from '../facts.ts'
import { type CaseRow, extensionByNumber, grantedExtensions } from '../storage/cases.ts'
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

/**
 * The desk writes down what somebody asked for on the phone. Everybody else asks for themselves, and who ordered is a
 * matter of the order: a partner who opened the case is not yet the one who ordered.
 */
export function askerOf(
  { organisationKind, organisationId }: Pick<Caller['actor'], 'organisationKind' | 'organisationId'>,
  { order_partner_id }: Pick<CaseRow, 'order_partner_id'>,
  onBehalfOf: Asker | undefined,
): Asker {
  if (organisationKind === 'vendor') return onBehalfOf ?? 'customer'
  if (organisationKind !== 'partner') return 'customer'
  return order_partner_id === organisationId ? 'ordering-partner' : 'partner'
}

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
    for: onBehalfOf,
    ifMatch,
  }: {
    caseId: string
    until: Day
    reason: string
    for?: Asker | undefined
    ifMatch: number | undefined
  },
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
      const askedBy = askerOf(caller.actor, row, onBehalfOf)
      const granted = (await firstRow(house.db, grantedExtensions, [row.order_id]))?.granted ?? 0
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
            facts: [{ type: 'extension-asked', ...loaded.ofOrder, number, until, reason, askedBy, tier }],
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
  | Refusal<'case-closed'>
  | Refusal<'extension-decided'>
  | Extract<ExtensionRefused, { refused: 'extension-too-many' }>
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
      const { row, programme } = loaded
      if (row.closed_at !== null) return { refused: 'case-closed' }
      // Decided, or ended when the case closed, from which it may have opened again.
      if (row.extension_asked !== number) return { refused: 'extension-decided' }
      const { approvedBy, newDueOn, late } = extension.tier
      if (!caller.actor.roles.some((role) => (approvedBy as readonly string[]).includes(role)))
        return { refused: 'extension-not-yours', approvedBy }
      // Another case of the order may have used up what was still free when this was asked.
      const before = (await firstRow(house.db, grantedExtensions, [row.order_id]))?.granted ?? 0
      const howMany = programme.extensions?.howMany ?? 0
      if (granted && before >= howMany) return { refused: 'extension-too-many', granted: before, howMany }
      const due = granted
        ? {
            on: newDueOn,
            at: endOfDay(newDueOn, row.time_zone),
            rule: { ...row.due_rule, extendedTo: newDueOn, extension: number },
          }
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
