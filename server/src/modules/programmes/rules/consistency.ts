import { daysBetween, longestInDays } from '../../../values/calendar.ts'
import { minorDigits } from '../../../values/money.ts'
import { fitsSkuPattern } from '../../../values/sku.ts'
import { acceptedBy } from './eligibility.ts'
import type { Finding, Path } from './problems.ts'
import { isCountry } from './schema/leaves.ts'
import { everywhere } from './schema/logistics.ts'
import { certificateRejections } from './schema/routes.ts'
import type { Programme } from './schema.ts'

/** What each value for itself cannot show: where a programme contradicts itself. One small rule after the other. */
export const findContradictions = (programme: Programme): Finding[] =>
  rules.flatMap((rule) => rule(programme))

type Rule = (programme: Programme) => Finding[]

const repeated = (names: readonly string[], at: (index: number) => Path): Finding[] =>
  names.flatMap((name, index): Finding[] =>
    names.indexOf(name) < index ? [{ path: at(index), key: 'ruleRepeated', values: { name } }] : [],
  )

const namesAreUnique: Rule = ({ phases, sites, shipping, parts, currencies }) => [
  ...repeated(
    phases.map(({ id }) => id),
    (index) => ['phases', index, 'id'],
  ),
  ...repeated(
    sites.map(({ id }) => id),
    (index) => ['sites', index, 'id'],
  ),
  ...repeated(
    shipping.carriers.map((carrier) => carrier.code),
    (index) => ['shipping', 'carriers', index, 'code'],
  ),
  ...repeated(
    parts.map(({ sku }) => sku),
    (index) => ['parts', index, 'sku'],
  ),
  ...repeated(currencies, (index) => ['currencies', index]),
]

const phasesEndAfterTheyBegin: Rule = ({ phases }) =>
  phases.flatMap(({ validFrom, validTo }, index): Finding[] =>
    validTo !== undefined && daysBetween(validFrom, validTo) < 0
      ? [{ path: ['phases', index, 'validTo'], key: 'rulePhaseReversed', values: { validFrom } }]
      : [],
  )

/** Two phases at once are fine as long as no old device and new family could choose between them. */
const phasesDoNotCompete: Rule = ({ phases, parts }) =>
  phases.flatMap((later, index) =>
    phases.slice(0, index).flatMap((earlier): Finding[] => {
      const together =
        earlier.validFrom <= (later.validTo ?? '9999-12-31') &&
        later.validFrom <= (earlier.validTo ?? '9999-12-31')
      if (!together || !earlier.newFamilies.some((name) => later.newFamilies.includes(name))) return []
      const both = [...earlier.eligible.skus, ...later.eligible.skus, ...parts.map(({ sku }) => sku)].find(
        (sku) => acceptedBy(earlier, sku, parts) && acceptedBy(later, sku, parts),
      )
      const shared =
        both ??
        earlier.eligible.patterns.find((pattern) => later.eligible.patterns.includes(pattern)) ??
        earlier.eligible.families.find((name) => later.eligible.families.includes(name))
      return shared === undefined
        ? []
        : [{ path: ['phases', index], key: 'rulePhasesCompete', values: { other: earlier.id, name: shared } }]
    }),
  )

const tiersLeadUpToTheMaximum: Rule = ({ extensions }) => {
  if (extensions === undefined) return []
  const longest = longestInDays(extensions.maximum)
  return extensions.tiers.flatMap(({ upToDays }, index): Finding[] => {
    const path: Path = ['extensions', 'tiers', index, 'upToDays']
    const before = extensions.tiers[index - 1]?.upToDays
    if (upToDays === undefined)
      return index < extensions.tiers.length - 1 ? [{ path, key: 'ruleTierOpen' }] : []
    if (before !== undefined && upToDays <= before)
      return [{ path, key: 'ruleTierOrder', values: { before } }]
    if (upToDays > longest) return [{ path, key: 'ruleTierTooLong', values: { longest } }]
    return index === extensions.tiers.length - 1 && upToDays < longest
      ? [{ path, key: 'ruleTierTooShort', values: { longest } }]
      : []
  })
}

const remindersLieWithinTheWindow: Rule = ({ clock, reminders }) => {
  const longest = longestInDays(clock.window)
  return reminders.daysBefore.flatMap((days, index): Finding[] =>
    days > longest
      ? [{ path: ['reminders', 'daysBefore', index], key: 'ruleReminderTooEarly', values: { longest } }]
      : [],
  )
}

const amountsFitTheCurrencies: Rule = ({ currencies, credit }) =>
  credit.table.flatMap(({ amounts }, index): Finding[] => [
    ...currencies
      .filter((currency) => amounts[currency] === undefined)
      .map(
        (currency): Finding => ({
          path: ['credit', 'table', index, 'amounts'],
          key: 'ruleAmountMissing',
          values: { currency },
        }),
      ),
    ...Object.entries(amounts).flatMap(([currency, amount]): Finding[] => {
      const path: Path = ['credit', 'table', index, 'amounts', currency]
      if (!currencies.includes(currency))
        return [{ path, key: 'ruleCurrencyNotOffered', values: { currency, offered: currencies.join(', ') } }]
      const digits = minorDigits(currency)
      return (amount.split('.')[1]?.length ?? 0) > digits
        ? [{ path, key: 'ruleAmountDigits', values: { currency, digits } }]
        : []
    }),
  ])

/** A credit for what no phase takes is a promise nobody can keep; so is an accepted SKU without a credit. */
const creditsMeetThePhases: Rule = ({ phases, parts, credit, catalogue }) => {
  // Which SKUs a family holds is in the catalogue; until that is read nothing can be said.
  if (catalogue !== undefined && parts.length === 0) return []
  const known = [
    ...new Set([...parts.map(({ sku }) => sku), ...phases.flatMap(({ eligible }) => eligible.skus)]),
  ]
  const accepted = known.filter((sku) => phases.some((phase) => acceptedBy(phase, sku, parts)))
  const patterns = phases.flatMap(({ eligible }) => eligible.patterns)
  const named = credit.table.flatMap((row, index) =>
    row.skus.flatMap((selector, place): Finding[] => {
      const taken = selector.includes('*')
        ? patterns.includes(selector) || accepted.some((sku) => fitsSkuPattern(sku, selector))
        : phases.some((phase) => acceptedBy(phase, selector, parts))
      // Without a catalogue a pattern in the credit table may lie inside a wider pattern of a phase; nothing can tell.
      if (taken || (selector.includes('*') && parts.length === 0 && patterns.length > 0)) return []
      return [
        {
          path: ['credit', 'table', index, 'skus', place],
          key: 'ruleCreditWithoutPhase',
          values: { selector },
        },
      ]
    }),
  )
  const families = credit.table.flatMap((row, index) =>
    (row.newFamilies ?? []).flatMap((name, place): Finding[] =>
      phases.some(({ newFamilies }) => newFamilies.includes(name))
        ? []
        : [
            {
              path: ['credit', 'table', index, 'newFamilies', place],
              key: 'ruleFamilyInNoPhase',
              values: { name },
            },
          ],
    ),
  )
  const earns = (sku: string) =>
    credit.table.some(({ skus }) => skus.some((selector) => fitsSkuPattern(sku, selector)))
  const worthless = phases.flatMap((phase, index): Finding[] => {
    const byName = phase.eligible.skus.flatMap((sku, place): Finding[] =>
      earns(sku)
        ? []
        : [
            {
              path: ['phases', index, 'eligible', 'skus', place],
              key: 'ruleSkuWithoutCredit',
              values: { sku },
            },
          ],
    )
    // One example is enough for what a pattern or family lets in; the rest is seldom another mistake.
    const letIn = parts.find(
      ({ sku }) => !phase.eligible.skus.includes(sku) && acceptedBy(phase, sku, parts) && !earns(sku),
    )
    return letIn === undefined
      ? byName
      : [
          ...byName,
          { path: ['phases', index, 'eligible'], key: 'ruleSkuWithoutCredit', values: { sku: letIn.sku } },
        ]
  })
  return [...named, ...families, ...worthless]
}

/** The first row that fits counts, so a row that asks for no more than an earlier one is never read. */
const creditRowsAreReached: Rule = ({ credit: { table } }) =>
  table.flatMap((row, index) =>
    table.slice(0, index).flatMap((earlier, above): Finding[] => {
      const covered =
        row.skus.every((sku) =>
          earlier.skus.some((selector) => selector === sku || fitsSkuPattern(sku, selector)),
        ) &&
        (earlier.newFamilies === undefined ||
          (row.newFamilies?.every((name) => earlier.newFamilies?.includes(name)) ?? false)) &&
        (earlier.consumption === undefined ||
          (earlier.consumption.model === row.consumption?.model &&
            [undefined, row.consumption.tier].includes(earlier.consumption.tier) &&
            [undefined, row.consumption.term].includes(earlier.consumption.term)))
      return covered
        ? [{ path: ['credit', 'table', index], key: 'ruleRowNeverRead', values: { row: above + 1 } }]
        : []
    }),
  )

const namesStandInTheCatalogue: Rule = ({ phases, parts }) => {
  if (parts.length === 0) return []
  return phases.flatMap(({ eligible }, index): Finding[] => [
    ...eligible.skus.flatMap((sku, place): Finding[] =>
      parts.some((part) => part.sku === sku)
        ? []
        : [
            {
              path: ['phases', index, 'eligible', 'skus', place],
              key: 'ruleNotInCatalogue',
              values: { name: sku },
            },
          ],
    ),
    ...eligible.families.flatMap((name, place): Finding[] =>
      parts.some((part) => part.family === name)
        ? []
        : [
            {
              path: ['phases', index, 'eligible', 'families', place],
              key: 'ruleNotInCatalogue',
              values: { name },
            },
          ],
    ),
    ...eligible.patterns.flatMap((name, place): Finding[] =>
      parts.some((part) => fitsSkuPattern(part.sku, name))
        ? []
        : [
            {
              path: ['phases', index, 'eligible', 'patterns', place],
              key: 'ruleNotInCatalogue',
              values: { name },
            },
          ],
    ),
  ])
}

/** Every region leads to one site, and every word that a site serves is a country or a region of this programme. */
const everyRegionHasOneSite: Rule = ({ regions, sites }) => {
  const served = sites.flatMap((site, index) =>
    site.serves.map((word, place) => ({ word, path: ['sites', index, 'serves', place] as Path })),
  )
  const everywhereServed = served.some(({ word }) => word === everywhere)
  return [
    ...served.flatMap(({ word, path }, index): Finding[] => {
      if (word !== everywhere && !Object.hasOwn(regions, word) && !isCountry(word))
        return [
          {
            path,
            key: 'ruleServesUnknown',
            values: { word, known: [everywhere, ...Object.keys(regions)].join(', ') },
          },
        ]
      return served.findIndex((other) => other.word === word) < index
        ? [{ path, key: 'ruleServedTwice', values: { word } }]
        : []
    }),
    ...Object.keys(regions).flatMap((region): Finding[] =>
      everywhereServed || served.some(({ word }) => word === region)
        ? []
        : [{ path: ['regions', region], key: 'ruleRegionWithoutSite', values: { region } }],
    ),
    ...Object.entries(regions).flatMap(([region, countries]) =>
      countries.flatMap((country, place): Finding[] => {
        const other = Object.entries(regions).find(
          ([name, list]) => name !== region && list.includes(country),
        )?.[0]
        return other === undefined || other > region
          ? []
          : [{ path: ['regions', region, place], key: 'ruleCountryInTwoRegions', values: { country, other } }]
      }),
    ),
  ]
}

const rejectionsAreWorded: Rule = ({ routes, rejectionReasons }) =>
  routes.destroy === undefined
    ? []
    : certificateRejections
        .filter((code) => !rejectionReasons[code]?.appliesTo.includes('certificate'))
        .map((code) => ({ path: ['rejectionReasons'], key: 'ruleRejectionMissing', values: { code } }))

const rules: readonly Rule[] = [
  namesAreUnique,
  phasesEndAfterTheyBegin,
  phasesDoNotCompete,
  tiersLeadUpToTheMaximum,
  remindersLieWithinTheWindow,
  amountsFitTheCurrencies,
  creditsMeetThePhases,
  creditRowsAreReached,
  namesStandInTheCatalogue,
  everyRegionHasOneSite,
  rejectionsAreWorded,
]
