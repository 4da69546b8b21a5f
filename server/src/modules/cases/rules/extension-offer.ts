import { addDays, addDuration, type Day } from '../../../values/calendar.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { Asker, ExtensionRefused, ExtensionTier, Programme } from '../../programmes/index.ts'
import { extensionTier } from '../../programmes/rules/extension.ts'

export interface ExtensionOffer {
  /** Days that may be asked for, both included. */
  readonly earliest: Day
  readonly latest: Day
  /** How many more the order may be granted. */
  readonly left: number
  /** Asked after the due date: it may need somebody higher. */
  readonly late: boolean
  /** Who decides about which of these days; without gaps, from the earliest to the latest. */
  readonly tiers: readonly {
    readonly from: Day
    readonly until: Day
    readonly approvedBy: ExtensionTier['approvedBy']
  }[]
}
export type NoOffer = ExtensionRefused | Refusal<'extension-at-maximum', { latestDueOn: Day }>

interface Asked {
  readonly programme: Programme
  readonly askedBy: Asker
  readonly askedOn: Day
  readonly firstDueOn: Day
  readonly currentDueOn: Day
  readonly granted: number
}

/** What could be asked for today, or why nothing could; the word on a request itself is `extensionTier`'s. */
export function extensionOffer(asked: Asked): ExtensionOffer | NoOffer {
  const { programme, askedOn, firstDueOn, currentDueOn, granted } = asked
  const policy = programme.extensions
  if (policy === undefined) return { refused: 'extension-not-offered' }
  const next = addDays(currentDueOn, 1)
  // A due date that is over already would help nobody.
  const earliest = next > askedOn ? next : askedOn
  const latest = addDuration(firstDueOn, policy.maximum)
  // What stands against any day is said first, then that there is no day left.
  const first = extensionTier({ ...asked, newDueOn: next })
  if ('refused' in first && first.refused !== 'extension-over-maximum') return first
  if ('refused' in first || latest < earliest) return { refused: 'extension-at-maximum', latestDueOn: latest }

  const tiers: { from: Day; until: Day; tier: number; approvedBy: ExtensionTier['approvedBy'] }[] = []
  let from = earliest
  for (const { upToDays } of policy.tiers) {
    const end = upToDays === undefined ? latest : addDays(firstDueOn, upToDays)
    const until = end < latest ? end : latest
    if (until < from) continue
    const decided = extensionTier({ ...asked, newDueOn: until })
    if ('refused' in decided) return decided
    const { tier, approvedBy } = decided
    const before = tiers.at(-1)
    // A late request may lift two lengths to the same tier.
    if (before?.tier === tier) before.until = until
    else tiers.push({ from, until, tier, approvedBy })
    from = addDays(until, 1)
  }
  return {
    earliest,
    latest,
    left: policy.howMany - granted,
    late: first.late,
    tiers: tiers.map(({ tier: _, ...one }) => one),
  }
}
