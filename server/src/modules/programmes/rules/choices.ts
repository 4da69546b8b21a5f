import { type MessageKey, message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'
import type { Consumption } from './schema/scope.ts'
import type { Programme } from './schema.ts'
import { inLanguage } from './texts.ts'

/** What somebody who registers, decides or calculates may choose, in the reader's language. */
export const choicesOf = (programme: Programme, language: Language) => ({
  id: programme.id,
  programmeVersion: programme.version,
  name: inLanguage(programme.name, language),
  mailbox: programme.mailbox,
  currencies: programme.currencies,
  creditPaid: programme.credit.paid,
  creditSample: programme.credit.sample,
  routes: (['return', 'destroy'] as const).filter((route) => programme.routes[route] !== undefined),
  phases: programme.phases.map(({ id, name, validFrom, validTo, newFamilies }) => ({
    id,
    name: inLanguage(name, language),
    validFrom,
    validTo: validTo ?? null,
    newFamilies,
  })),
  newFamilies: [...new Set(programme.phases.flatMap(({ newFamilies }) => newFamilies))],
  consumptions: consumptionsOf(programme).map((one) => ({ ...one, text: consumptionText(one, language) })),
  rejectionReasons: Object.entries(programme.rejectionReasons).map(([code, reason]) => ({
    code,
    appliesTo: reason.appliesTo,
    text: inLanguage(reason.text, language),
    remedy: inLanguage(reason.remedy, language),
  })),
  sites: programme.sites.map(({ id, address, country }) => ({
    id,
    name: address[0] ?? id,
    address,
    country,
  })),
  extensionRules: extensionRules(programme, language),
})

/** Buying for good, and each way of subscribing that the credit table tells apart. */
function consumptionsOf({ credit }: Programme): Consumption[] {
  const named = credit.table.flatMap(({ consumption }) => consumption ?? [])
  const all: Consumption[] = [{ model: 'perpetual' }, ...named]
  return [...new Map(all.map((one) => [`${one.model} ${one.tier} ${one.term}`, one])).values()]
}

const consumptionText = ({ model, tier, term }: Consumption, language: Language): string =>
  message(language, 'rules', `consumption-${model}`, {
    tier: tier ?? 'none',
    term: term === undefined ? 'none' : durationText(term, language),
  })

/** Whole sentences: who asks, how far, who decides, and what a late request means. */
function extensionRules({ extensions }: Programme, language: Language): string[] {
  const say = (key: MessageKey<'rules'>, values = {}) => message(language, 'rules', key, values)
  if (extensions === undefined) return [say('extension-none')]
  const either = new Intl.ListFormat(language, { type: 'disjunction' })
  const { whoMayAsk, maximum, howMany, tiers, late } = extensions
  return [
    say('extension-askers', { askers: either.format(whoMayAsk.map((asker) => say(`asker-${asker}`))) }),
    say('extension-limits', { maximum: durationText(maximum, language), howMany }),
    ...tiers.map(({ upToDays, approvedBy }) => {
      const approvers = either.format(approvedBy.map((role) => say(`approver-${role}`)))
      if (upToDays !== undefined) return say('extension-tier', { days: upToDays, approvers })
      return say(tiers.length === 1 ? 'extension-tier-only' : 'extension-tier-open', { approvers })
    }),
    say(`extension-late-${late}`),
  ]
}

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const

/** `P1Y6M` as "1 year, 6 months". */
function durationText(duration: string, language: Language): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, amount, unit]) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: units[unit as keyof typeof units],
      unitDisplay: 'long',
    }).format(Number(amount)),
  )
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts)
}
