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
      return [
        insert('cases', {
          id: caseId,
          order_id: orderId,
          customer_id: customerId,
          partner_id: fact.partnerId,
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
  }
}
