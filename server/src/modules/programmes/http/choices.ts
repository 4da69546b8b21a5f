import { z } from 'zod'
import { firstRow } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type AnyOperation, operationsOf } from '../../../platform/http/operation.ts'
import type { Author } from '../../../platform/run-command.ts'
import { isDay } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import { toDecimal } from '../../../values/money.ts'
import type { ProgrammeFact } from '../facts.ts'
import { calculate, type LineProblem, type Sums } from '../rules/calculation.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import { choicesOf } from '../rules/choices.ts'
import { consumption } from '../rules/schema/scope.ts'
import { searchCatalogue } from '../rules/search-catalogue.ts'
import { frozenProgramme, programmeById } from '../storage/versions.ts'

const MOST_HITS = 20

const operation = operationsOf<{ readonly by: Author }>()
const ofVersion = z.object({ id: z.string().max(60), programmeVersion: z.string().max(20) })
const day = z.string().refine(isDay).describe('YYYY-MM-DD')
const count = z.int().min(0).max(10_000)

const choices = z
  .object({
    id: z.string(),
    programmeVersion: z.string(),
    name: z.string(),
    mailbox: z.string(),
    currencies: z.array(z.string()),
    creditPaid: z.enum(['at-order', 'after-receipt']),
    creditSample: z.boolean().describe('The amounts are invented; say so wherever they are shown.'),
    routes: z.array(z.enum(['return', 'destroy'])),
    phases: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
        newFamilies: z.array(z.string()),
      }),
    ),
    newFamilies: z.array(z.string()).describe('Families of new equipment whose order earns a credit.'),
    consumptions: z.array(
      z.object({
        model: z.enum(['perpetual', 'flex']),
        tier: z.string().optional(),
        term: z.string().optional(),
        text: z.string(),
      }),
    ),
    rejectionReasons: z.array(
      z.object({
        code: z.string(),
        appliesTo: z.array(z.enum(['form', 'certificate', 'receipt'])),
        text: z.string(),
        remedy: z.string().describe('What the sender can do about it.'),
      }),
    ),
    sites: z.array(
      z.object({ id: z.string(), name: z.string(), address: z.array(z.string()), country: z.string() }),
    ),
    extensionRules: z.array(z.string()).describe('Who may ask for how much more time, in whole sentences.'),
  })
  .meta({ id: 'ProgrammeChoices' })

const money = z.object({ amount: z.string(), minor: z.int(), currency: z.string() })
const sums = z.object({
  granted: money.describe('With the order.'),
  secured: money.describe('Earned, once these devices are returned or destroyed.'),
  lost: money.describe('Charged back for those that are kept.'),
})
const calculation = z
  .object({
    id: z.string(),
    programmeVersion: z.string(),
    creditSample: z.boolean(),
    lines: z.array(
      z.object({
        sku: z.string(),
        description: z.string().nullable(),
        return: z.int(),
        destroy: z.int(),
        keep: z.int(),
        creditPerUnit: money.nullable(),
        sums: sums.nullable(),
        problem: z
          .object({ code: z.string(), detail: z.string() })
          .nullable()
          .describe('Why this line earns nothing; the others count all the same.'),
      }),
    ),
    totals: sums,
  })
  .meta({ id: 'CreditCalculation' })

const moneyOf = (minor: bigint, currency: string) => ({
  amount: toDecimal({ minor, currency }),
  minor: Number(minor),
  currency,
})
const sumsOf = ({ granted, secured, lost }: Sums, currency: string) => ({
  granted: moneyOf(granted, currency),
  secured: moneyOf(secured, currency),
  lost: moneyOf(lost, currency),
})

const unknownVersion = ({ id, programmeVersion }: { id: string; programmeVersion: string }) => ({
  refused: 'programme-version-not-found' as const,
  programme: id,
  programmeVersion,
})

/** What people choose from, find and calculate before anything is owed. */
export const choiceOperations = (house: House<ProgrammeFact>): AnyOperation<{ readonly by: Author }>[] => {
  const wordsFor = ({ refused: code, ...data }: LineProblem, { suggest }: Catalogue, language: Language) => {
    const suggestions = code === 'sku-not-eligible' && 'sku' in data ? suggest(data.sku) : []
    return { code, detail: house.texts.detailOf(language, code, { ...data, suggestions }) }
  }
  return [
    operation({
      id: 'read-programme-choices',
      method: 'GET',
      path: '/programmes/{id}/versions/{programmeVersion}/choices',
      tag: 'Programmes',
      summary: 'What can be chosen under a version of a programme, in the reader’s language',
      params: ofVersion,
      answers: choices,
      refusals: ['programme-version-not-found'],
      handle: async ({ params, language }) => {
        const frozen = await frozenProgramme(house.db, params.id, params.programmeVersion)
        return frozen === undefined
          ? unknownVersion(params)
          : { reply: choicesOf(frozen.programme, language) }
      },
    }),
    operation({
      id: 'search-catalogue',
      method: 'GET',
      path: '/programmes/{id}/versions/{programmeVersion}/catalogue',
      tag: 'Programmes',
      summary: `Devices of the catalogue by a part of SKU or description, the best ${MOST_HITS}`,
      params: ofVersion,
      query: z.object({
        search: z.string().trim().min(1).max(100),
        kind: z.enum(['old', 'new']).default('old'),
        on: day.optional().describe('The day of the order, else today (UTC).'),
      }),
      answers: z
        .object({
          items: z.array(
            z.object({
              sku: z.string(),
              family: z.string(),
              description: z.string(),
              eligible: z.boolean(),
            }),
          ),
        })
        .meta({ id: 'CatalogueHits' }),
      refusals: ['programme-version-not-found'],
      handle: async ({ params, query: { search, kind, on = house.clock().slice(0, 10) } }) => {
        const frozen = await frozenProgramme(house.db, params.id, params.programmeVersion)
        if (frozen === undefined) return unknownVersion(params)
        return { reply: { items: searchCatalogue({ ...frozen, search, kind, on, limit: MOST_HITS }) } }
      },
    }),
    operation({
      id: 'calculate-credit',
      keyless: true,
      method: 'POST',
      path: '/programmes/{id}/calculation',
      tag: 'Programmes',
      summary: 'What is earned by returning some devices, destroying others and keeping the rest',
      description: 'Nothing is stored. Without `programmeVersion` the current one counts.',
      params: ofVersion.pick({ id: true }),
      body: z.object({
        programmeVersion: z.string().max(20).optional(),
        currency: z.string().regex(/^[A-Z]{3}$/),
        newFamily: z.string().max(40).optional(),
        consumption: consumption.optional(),
        placedOn: day,
        lines: z
          .array(
            z.object({
              sku: z.string().trim().min(1).max(60),
              return: count.default(0),
              destroy: count.default(0),
              keep: count.default(0),
            }),
          )
          .min(1)
          .max(200),
      }),
      answers: calculation,
      refusals: ['programme-not-found', 'programme-version-not-found', 'currency-not-offered'],
      handle: async ({ params: { id }, body, language }) => {
        const { currency, newFamily, consumption, placedOn, lines } = body
        const wanted = body.programmeVersion ?? (await firstRow(house.db, programmeById, [id]))?.current
        if (wanted === undefined) return { refused: 'programme-not-found', programme: id }
        const frozen = await frozenProgramme(house.db, id, wanted)
        if (frozen === undefined) return unknownVersion({ id, programmeVersion: wanted })
        const { programme, catalogue } = frozen
        if (!programme.currencies.includes(currency))
          return { refused: 'currency-not-offered', currency, offered: programme.currencies }
        const result = calculate({
          programme,
          lines,
          currency,
          on: placedOn,
          ...(newFamily !== undefined && { newFamily }),
          ...(consumption !== undefined && { consumption }),
        })
        return {
          reply: {
            id,
            programmeVersion: wanted,
            creditSample: programme.credit.sample,
            lines: result.lines.map(({ perUnit, sums, problem, ...line }) => ({
              ...line,
              description: catalogue.bySku(line.sku)?.description ?? null,
              creditPerUnit: perUnit === null ? null : moneyOf(perUnit, currency),
              sums: sums === null ? null : sumsOf(sums, currency),
              problem: problem === null ? null : wordsFor(problem, catalogue, language),
            })),
            totals: sumsOf(result.totals, currency),
          },
        }
      },
    }),
  ]
}
