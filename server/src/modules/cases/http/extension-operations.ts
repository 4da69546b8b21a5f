import { z } from 'zod'
import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { dayAt } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type Caller, operation } from '../../people/index.ts'
import type { CaseFact } from '../facts.ts'
import { type ExtensionOffer, extensionOffer, type NoOffer } from '../rules/extension-offer.ts'
import { type CaseRow, grantedExtensions } from '../storage/cases.ts'
import { extensionsPage, type NamedExtensionRow } from '../storage/extensions.ts'
import { loadCase } from '../use-cases/case-chain.ts'
import { askerOf } from '../use-cases/extensions.ts'
import { caseParams } from './operations.ts'

const approvers = z.array(z.string()).describe('Roles of which one person decides.')

const listedExtension = z
  .object({
    number: z.int(),
    state: z
      .enum(['waiting', 'granted', 'denied', 'lapsed'])
      .describe('`lapsed`: the case closed before somebody decided.'),
    until: z.string().describe('YYYY-MM-DD'),
    reason: z.string(),
    late: z.boolean(),
    approvedBy: approvers,
    askedBy: z.string().describe('Name of the person.'),
    askedByOrganisation: z.string(),
    askedAt: z.string(),
    decidedBy: z.string().nullable().describe('Name of the person.'),
    decidedAt: z.string().nullable(),
    note: z.string().nullable(),
    actions: z.array(z.string()),
  })
  .meta({ id: 'ListedExtension' })
const extensionPage = pageOf(listedExtension, 'ExtensionPage')

const extensionOfferView = z
  .object({
    possible: z.boolean(),
    earliest: z.string().nullable().describe('First day that may be asked for, YYYY-MM-DD.'),
    latest: z.string().nullable().describe('Last day that may be asked for, YYYY-MM-DD.'),
    left: z.int().describe('How many more extensions the order may be granted.'),
    late: z.boolean().describe('The due date is over; somebody higher may have to decide.'),
    tiers: z
      .array(z.object({ from: z.string(), until: z.string(), approvedBy: approvers }))
      .describe('Who decides about which days, from the earliest to the latest.'),
    whyNot: z
      .object({ code: z.string(), sentence: z.string().describe('In the reader’s language.') })
      .nullable(),
  })
  .meta({ id: 'ExtensionOffer' })

function viewOfExtension(
  row: NamedExtensionRow,
  { extension_asked }: Pick<CaseRow, 'extension_asked'>,
  { actor, may }: Caller,
): z.output<typeof listedExtension> {
  const waits = extension_asked === row.number
  const approvedBy: readonly string[] = row.tier.approvedBy
  const decides = may('decide-extension') && actor.roles.some((role) => approvedBy.includes(role))
  return {
    number: row.number,
    state: waits ? 'waiting' : row.granted === null ? 'lapsed' : row.granted ? 'granted' : 'denied',
    until: row.until,
    reason: row.reason,
    late: row.tier.late,
    approvedBy: [...approvedBy],
    askedBy: row.asked_by_name,
    askedByOrganisation: row.asked_by_organisation,
    askedAt: row.asked_at,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at,
    note: row.note,
    actions: waits && decides ? ['decide-extension'] : [],
  }
}

/** More time: what was asked for and decided, and what could be asked for now. */
export const extensionOperations = (house: House<CaseFact>): AnyOperation<Caller>[] => [
  operation({
    id: 'list-extensions',
    method: 'GET',
    path: '/cases/{id}/extensions',
    tag: 'Cases',
    summary: 'Every request for more time with its decision, a page at a time',
    params: caseParams,
    query: pageQuery,
    answers: extensionPage.schema,
    refusals: ['case-not-found', 'cursor-invalid'],
    handle: async ({ caller, params, query }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      return extensionPage.answer(
        query,
        async ([after], limit) =>
          (await rows(house.db, extensionsPage, [params.id, after ?? 0, limit])).map((row) =>
            viewOfExtension(row, loaded.row, caller),
          ),
        ({ number }) => [number],
      )
    },
  }),
  operation({
    id: 'read-extension-offer',
    method: 'GET',
    path: '/cases/{id}/extension-offer',
    tag: 'Cases',
    summary: 'How much more time could be asked for now, and who would decide, or why none',
    params: caseParams,
    query: z.object({
      for: z
        .enum(['customer', 'partner', 'ordering-partner'])
        .optional()
        .describe('Whose request the vendor would write down; from others it is not regarded.'),
    }),
    answers: extensionOfferView,
    refusals: ['case-not-found'],
    handle: async ({ caller, params, query, language }) => {
      const loaded = await loadCase(house.db, caller, params.id)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      const granted = (await firstRow(house.db, grantedExtensions, [row.order_id]))?.granted ?? 0
      const offer:
        | ExtensionOffer
        | NoOffer
        | Refusal<'case-closed'>
        | Refusal<'extension-pending', { number: number }> =
        row.closed_at !== null
          ? { refused: 'case-closed' }
          : row.extension_asked !== null
            ? { refused: 'extension-pending', number: row.extension_asked }
            : extensionOffer({
                programme,
                askedBy: askerOf(caller.actor, row, query.for),
                askedOn: dayAt(house.clock(), row.time_zone),
                firstDueOn: row.due_rule.countedTo,
                currentDueOn: row.due_on,
                granted,
              })
      const left = Math.max(0, (programme.extensions?.howMany ?? 0) - granted)
      if (!isRefused(offer))
        return {
          reply: {
            ...offer,
            possible: true,
            tiers: offer.tiers.map((tier) => ({ ...tier, approvedBy: [...tier.approvedBy] })),
            whyNot: null,
          },
        }
      const { refused: code, ...data } = offer
      const sentence = house.texts.detailOf(language, code, data)
      return {
        reply: {
          possible: false,
          earliest: null,
          latest: null,
          left,
          late: row.due_at <= house.clock(),
          tiers: [],
          whyNot: { code, sentence },
        },
      }
    },
  }),
]
