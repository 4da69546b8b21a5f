import { insert, type Patch, update } from '../../../platform/history/patch.ts'
import type { Recorded } from '../../../platform/run-command.ts'
import type { CaseFact } from '../facts.ts'
import { movePatches } from './moves.ts'

export function projectCase({ fact, at, by }: Recorded<CaseFact>): Patch[] {
  const { caseId, orderId, customerId } = fact
  switch (fact.type) {
    case 'case-opened': {
      const { units } = fact
      const count = (test: (unit: (typeof units)[number]) => boolean) => units.filter(test).length
      const credit = units.reduce((sum, { creditMinor }) => sum + creditMinor, 0)
      return [
        insert('cases', {
          id: caseId,
          order_id: orderId,
          customer_id: customerId,
          partner_id: fact.partnerId,
          currency: fact.currency,
          credit_given: fact.creditPaid === 'at-order',
          programme_id: fact.programmeId,
          programme_version: fact.programmeVersion,
          language: fact.language,
          time_zone: fact.timeZone,
          opened_at: at,
          due_at: fact.due.at,
          due_on: fact.due.on,
          due_rule: fact.due.rule,
          owed: count(({ state }) => state === 'owed'),
          identified: count(({ state }) => state === 'identified'),
          to_ship: count(({ route }) => route === 'return'),
          to_destroy: count(({ route }) => route === 'destroy'),
          granted_minor: credit,
          at_risk_minor: credit,
        }),
        ...fact.units.map(({ row, route }) =>
          update('unit', { order_id: orderId, row }, { case_id: caseId, route, changed_at: at }),
        ),
      ]
    }
    case 'units-changed':
      return movePatches(fact, fact.changes, at)
    case 'unit-waived':
      return movePatches(fact, fact.moves, at)
    case 'case-closed':
      // What was asked for and not decided ends with it: a case that opens again starts without a request.
      return [update('cases', { id: caseId }, { closed_at: at, extension_asked: null })]
    case 'case-reopened':
      return [update('cases', { id: caseId }, { closed_at: null })]
    case 'extension-asked':
      return [
        insert('extension', {
          case_id: caseId,
          number: fact.number,
          customer_id: customerId,
          asked_by: by.person,
          asked_at: at,
          until: fact.until,
          reason: fact.reason,
          tier: fact.tier,
        }),
        update(
          'cases',
          { id: caseId },
          { extension_asked: fact.number, extensions: fact.number, vendor_since: at },
        ),
      ]
    case 'extension-decided':
      return [
        update(
          'extension',
          { case_id: caseId, number: fact.number },
          { decided_by: by.person, decided_at: at, granted: fact.granted, note: fact.note },
        ),
        update(
          'cases',
          { id: caseId },
          {
            extension_asked: null,
            ...(fact.due && { due_at: fact.due.at, due_on: fact.due.on, due_rule: fact.due.rule }),
          },
        ),
      ]
    case 'attachment-added':
      return [
        insert('attachment', {
          case_id: caseId,
          number: fact.number,
          customer_id: customerId,
          file: `\\x${fact.file}`,
          file_name: fact.fileName,
          size: fact.size,
          media_type: fact.mediaType,
          uploaded_by: by.person,
          uploaded_at: at,
        }),
        update('cases', { id: caseId }, { attachments: fact.number }),
      ]
    case 'message-posted':
      return [
        insert('message', {
          case_id: caseId,
          number: fact.number,
          customer_id: customerId,
          author: by.person,
          author_organisation: by.organisation,
          side: fact.side,
          text: fact.text,
          posted_at: at,
        }),
        ...fact.attachments.map((number) =>
          update('attachment', { case_id: caseId, number }, { message: fact.number }),
        ),
        update('cases', { id: caseId }, { messages: fact.number, thread_waiting_since: fact.waitingSince }),
      ]
    case 'thread-settled':
      return [update('cases', { id: caseId }, { thread_waiting_since: null })]
  }
}
