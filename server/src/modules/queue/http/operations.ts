import { z } from 'zod'
import type { Database } from '../../../platform/database/pool.ts'
import type { AnyOperation } from '../../../platform/http/operation.ts'
import { pageOf, pageQuery } from '../../../platform/http/page.ts'
import { isRefused } from '../../../values/refusal.ts'
import { type Caller, operation } from '../../people/index.ts'
import { frozenProgramme } from '../../programmes/index.ts'
import { operationOf, type QueueKind, queueKinds } from '../rules/urgency.ts'
import { type QueueCursor, queueCounts, queuePage } from '../storage/queue.ts'
import { queueItem, viewOfItem } from '../view.ts'

/** Beyond it the portal says "1,000 and more": nobody works off a list by its exact length. */
const MOST_COUNTED = 1_000

const page = pageOf(queueItem, 'QueuePage', 4)
const queue = page.schema
  .extend({
    counts: z
      .array(z.object({ kind: z.enum(queueKinds), count: z.int() }))
      .describe(`How many wait, kind by kind; counted to ${MOST_COUNTED}.`),
  })
  .meta({ id: 'Queue' })

const isKind = (text: unknown): text is QueueKind => (queueKinds as readonly unknown[]).includes(text)

export const queueOperations = (house: {
  readonly db: Database
  readonly clock: () => string
}): AnyOperation<Caller>[] => [
  operation({
    id: 'list-queue',
    method: 'GET',
    path: '/queue',
    tag: 'Queue',
    summary: 'What needs a person of the vendor, most urgent first, a page at a time',
    description:
      'Only what the caller may do. The sorting weighs the kinds; `urgentAt` is the promise itself.',
    query: pageQuery.extend({ kind: z.enum(queueKinds).optional() }),
    answers: queue,
    refusals: ['cursor-invalid'],
    handle: async ({ caller, query, language }) => {
      const now = house.clock()
      const mine = queueKinds.filter((kind) => caller.may(operationOf[kind]))
      const wanted = mine.filter((kind) => query.kind === undefined || kind === query.kind)
      const answer = await page.answer(
        query,
        async ([weight, kind, id, number], limit) => {
          if (wanted.length === 0) return []
          let after: QueueCursor | undefined
          if (weight !== undefined) {
            // A year of four digits: what is reckoned with it stays a date.
            if (!isKind(kind) || !/^\d{4}-/.test(String(weight)) || Number.isNaN(Date.parse(String(weight))))
              throw invalidCursor()
            after = { weight: String(weight), kind, id: String(id), number: Number(number) }
          }
          const found = await queuePage(house.db, wanted, caller.actor, after, limit)
          return Promise.all(
            found.map(async (row) => {
              const frozen =
                row.programme_id === null || row.programme_version === null
                  ? undefined
                  : await frozenProgramme(house.db, row.programme_id, row.programme_version)
              return { row, view: viewOfItem(row, frozen?.programme, now, { may: caller.may, language }) }
            }),
          )
        },
        ({ row }) => [row.weight, row.kind, row.id, row.number],
      )
      if (isRefused(answer)) return answer
      return {
        reply: {
          ...answer.reply,
          items: answer.reply.items.map(({ view }) => view),
          counts: mine.length === 0 ? [] : await queueCounts(house.db, mine, caller.actor, MOST_COUNTED),
        },
      }
    },
  }),
]

/** As PostgreSQL says it of a text that is no date: `pageOf` answers both with `cursor-invalid`. */
const invalidCursor = () => Object.assign(new Error('a cursor that was made up'), { code: '22P02' })
