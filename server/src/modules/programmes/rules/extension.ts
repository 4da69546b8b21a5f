import { addDays, addDuration, type Day, daysBetween } from '../../../values/calendar.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { Programme } from './schema.ts'

type Policy = NonNullable<Programme['extensions']>
export type Asker = Policy['whoMayAsk'][number]
export type ApproverRole = Policy['tiers'][number]['approvedBy'][number]

/** Who has to say yes, and to what. */
export interface ExtensionTier {
  /** Place in the programme's tiers, from 0. */
  readonly tier: number
  /** One person with any of these roles decides. */
  readonly approvedBy: readonly ApproverRole[]
  readonly newDueOn: Day
  /** From the first due date to the new one: this length chose the tier. */
  readonly daysInAll: number
  /** Asked after the due date; the programme may demand a higher tier then. */
  readonly late: boolean
}

export type ExtensionRefused =
  | Refusal<'extension-not-offered'>
  | Refusal<'extension-asker-not-allowed', { readonly allowed: readonly Asker[] }>
  | Refusal<'extension-not-later', { readonly currentDueOn: Day; readonly newDueOn: Day }>
  | Refusal<'extension-too-many', { readonly granted: number; readonly howMany: number }>
  | Refusal<'extension-over-maximum', { readonly latestDueOn: Day; readonly newDueOn: Day }>
  | Refusal<'extension-asked-late', { readonly currentDueOn: Day; readonly askedOn: Day }>

/**
 * Which tier decides on a request. Ask either for days on top of the current due date or for a new due date. Days are
 * those of the customer's zone. `granted` counts the extensions that the order already has.
 */
export function extensionTier({
  programme,
  askedBy,
  askedOn,
  firstDueOn,
  currentDueOn,
  granted,
  ...wish
}: {
  readonly programme: Programme
  readonly askedBy: Asker
  readonly askedOn: Day
  readonly firstDueOn: Day
  readonly currentDueOn: Day
  readonly granted: number
} & ({ readonly requestedDays: number } | { readonly newDueOn: Day })): ExtensionTier | ExtensionRefused {
  const policy = programme.extensions
  if (policy === undefined) return { refused: 'extension-not-offered' }
  // The partner who ordered is a partner too.
  const asks: readonly Asker[] = askedBy === 'ordering-partner' ? ['ordering-partner', 'partner'] : [askedBy]
  if (!asks.some((asker) => policy.whoMayAsk.includes(asker)))
    return { refused: 'extension-asker-not-allowed', allowed: policy.whoMayAsk }

  const newDueOn = 'newDueOn' in wish ? wish.newDueOn : addDays(currentDueOn, wish.requestedDays)
  if (newDueOn <= currentDueOn) return { refused: 'extension-not-later', currentDueOn, newDueOn }
  if (granted >= policy.howMany) return { refused: 'extension-too-many', granted, howMany: policy.howMany }
  const latestDueOn = addDuration(firstDueOn, policy.maximum)
  if (newDueOn > latestDueOn) return { refused: 'extension-over-maximum', latestDueOn, newDueOn }
  const late = askedOn > currentDueOn
  if (late && policy.late === 'refused') return { refused: 'extension-asked-late', currentDueOn, askedOn }

  const daysInAll = daysBetween(firstDueOn, newDueOn)
  const last = policy.tiers.length - 1
  const byLength = policy.tiers.findIndex(({ upToDays }) => upToDays === undefined || daysInAll <= upToDays)
  // The check of the file makes the last tier reach the maximum, so a length within it always finds one.
  const ordinary = byLength === -1 ? last : byLength
  const tier =
    !late || policy.late === 'same-tier'
      ? ordinary
      : policy.late === 'last-tier'
        ? last
        : Math.min(last, ordinary + 1)
  return { tier, approvedBy: policy.tiers[tier]?.approvedBy ?? [], newDueOn, daysInAll, late }
}
