import { firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import type { Language } from '../../../values/language.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { type Caller, organisationById } from '../../people/index.ts'
import type { CaseFact, ThreadSide } from '../facts.ts'
import { attachmentsByNumber } from '../storage/thread.ts'
import { type MessageView, viewOfMessage } from '../thread-view.ts'
import { type CaseView, viewOfCase } from '../view.ts'
import { type CaseNotFound, loadCase, rowAfter, type VersionConflict } from './case-chain.ts'

type PostRefusal =
  | CaseNotFound
  | VersionConflict
  | Refusal<'attachments-not-usable', { numbers: readonly number[] }>

/**
 * A message in the thread of a case, open or closed. What customer or partner write waits for the vendor from the first
 * unanswered message on; whatever the vendor writes answers it.
 */
export async function postMessage(
  house: House<CaseFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by'>,
  {
    caseId,
    text,
    attachments,
    ifMatch,
  }: { caseId: string; text: string; attachments: readonly number[]; ifMatch: number | undefined },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, MessageView, PostRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const wished = [...new Set(attachments)].sort((a, b) => a - b)
      const found = await rows(house.db, attachmentsByNumber, [caseId, wished])
      const usable = found.filter(
        ({ message, organisation_id }) => message === null && organisation_id === caller.actor.organisationId,
      )
      const others = wished.filter((number) => !usable.some((one) => one.number === number))
      if (others.length > 0) return { refused: 'attachments-not-usable', numbers: others }
      const { organisationId, organisationKind, name } = caller.actor
      const side: ThreadSide =
        organisationKind === 'customer' || organisationKind === 'partner' ? organisationKind : 'vendor'
      const organisation = await firstRow(house.db, organisationById, [organisationId])
      const number = loaded.row.messages + 1
      const waitingSince = side === 'vendor' ? null : (loaded.row.thread_waiting_since ?? now)
      return {
        streams: [
          {
            stream: loaded.stream,
            facts: [
              {
                type: 'message-posted',
                ...loaded.ofOrder,
                number,
                text,
                attachments: wished,
                side,
                waitingSince,
              },
            ],
          },
        ],
        reply: viewOfMessage(
          {
            number,
            side,
            text,
            posted_at: now,
            person_name: name,
            organisation_name: organisation?.name ?? '',
          },
          usable.map((one) => ({ ...one, message: number })),
        ),
        status: 201,
      }
    },
  })
}

type SettleRefusal = CaseNotFound | VersionConflict | Refusal<'thread-not-waiting'>

/** The desk has read it, and there is nothing to answer. */
export async function settleThread(
  house: House<CaseFact>,
  caller: Pick<Caller, 'scope' | 'by' | 'mayFor' | 'actor'>,
  { caseId, ifMatch, language }: { caseId: string; ifMatch: number | undefined; language: Language },
  requestKey?: RequestKey,
) {
  return runCommand<CaseFact, CaseView, SettleRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const loaded = await loadCase(house.db, caller, caseId, ifMatch)
      if (isRefused(loaded)) return loaded
      const { row, programme } = loaded
      if (row.thread_waiting_since === null) return { refused: 'thread-not-waiting' }
      const after = rowAfter(row, [], { thread_waiting_since: null, version: row.version + 1 })
      return {
        streams: [{ stream: loaded.stream, facts: [{ type: 'thread-settled', ...loaded.ofOrder }] }],
        reply: viewOfCase(after, programme, now, { ...caller, language }),
      }
    },
  })
}
