import { type Database, firstRow, rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newCaseNumber } from '../../../values/identifiers.ts'
import type { Language } from '../../../values/language.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type OrderFact, orderByNumber, orderStream } from '../../orders/index.ts'
import { type Caller, organisationById, scopeValue } from '../../people/index.ts'
import { dueDate, frozenProgramme } from '../../programmes/index.ts'
import type { CaseFact, Route } from '../facts.ts'
import { freeUnits } from '../storage/cases.ts'
import { type CaseView, rowOfOpened, viewOfCase } from '../view.ts'
import { caseStream } from './case-chain.ts'

export type OpenRefusal =
  | Refusal<'order-not-found'>
  | Refusal<'order-already-cancelled'>
  | Refusal<'no-units-left', { number: string }>
  | Refusal<'units-not-free', { rows: readonly number[] }>
  | Refusal<'route-not-offered', { route: Route }>
  | Refusal<'last-shipment-unknown', { number: string }>

/** Registers units of one order in the Case Manager: all that no other case has, or the rows that are named. */
export async function openCase(
  house: House<CaseFact | OrderFact>,
  caller: Pick<Caller, 'actor' | 'scope' | 'by' | 'mayFor'>,
  request: {
    orderNumber: string
    rows?: readonly number[] | undefined
    route: Route
    /** Of those that the case takes, the ones to be destroyed although `route` says return. */
    destroyRows: readonly number[]
    language: Language
    readerLanguage: Language
  },
  requestKey?: RequestKey,
) {
  const db: Database = house.db
  return runCommand<CaseFact | OrderFact, CaseView, OpenRefusal>(house, {
    by: caller.by,
    requestKey,
    decide: async (now) => {
      const order = await firstRow(db, orderByNumber, [scopeValue(caller.scope), request.orderNumber])
      if (order === undefined) return { refused: 'order-not-found' }
      if (order.cancelled_at !== null) return { refused: 'order-already-cancelled' }
      const units = await rows(db, freeUnits, [order.id, request.rows ?? null])
      const free = new Set(units.map(({ row }) => row))
      const taken = [...(request.rows ?? []), ...request.destroyRows].filter((row) => !free.has(row))
      if (taken.length > 0) return { refused: 'units-not-free', rows: [...new Set(taken)] }
      if (units.length === 0) return { refused: 'no-units-left', number: order.number }
      const frozen = await frozenProgramme(db, order.programme_id, order.programme_version)
      if (frozen === undefined) throw new Error('an order without its programme version')
      const { programme } = frozen
      const destroyed = new Set(request.destroyRows)
      const routed = units.map((unit): (typeof units)[number] & { route: Route } => ({
        ...unit,
        route: destroyed.has(unit.row) ? 'destroy' : request.route,
      }))
      const notOffered = routed.find(({ route }) => programme.routes[route] === undefined)
      if (notOffered !== undefined) return { refused: 'route-not-offered', route: notOffered.route }

      const startedOn = programme.clock.start === 'last-shipment' ? order.last_shipped_on : order.placed_on
      if (startedOn === null) return { refused: 'last-shipment-unknown', number: order.number }
      const due = dueDate({ programme, startedOn, timeZone: order.customer_time_zone })
      const caseId = newCaseNumber()
      const partnerId =
        caller.actor.organisationKind === 'partner' ? caller.actor.organisationId : order.partner_id
      const partnerName =
        partnerId === null || partnerId === order.partner_id
          ? order.partner_name
          : ((await firstRow(db, organisationById, [partnerId]))?.name ?? null)
      const opened: Extract<CaseFact, { type: 'case-opened' }> = {
        type: 'case-opened',
        caseId,
        orderId: order.id,
        customerId: order.customer_id,
        currency: order.currency,
        creditPaid: programme.credit.paid,
        partnerId,
        programmeId: programme.id,
        programmeVersion: programme.version,
        language: request.language,
        timeZone: order.customer_time_zone,
        due: { at: due.dueAt, on: due.dueOn, rule: due.rule },
        units: routed.map(({ row, state, route, credit_minor }) => ({
          row,
          state,
          route,
          creditMinor: credit_minor,
        })),
      }
      return {
        streams: [
          { stream: caseStream(caseId, order.id), facts: [opened] },
          {
            stream: orderStream(order.id, order.version, order.head),
            facts: [
              {
                type: 'units-taken-by-case',
                orderId: order.id,
                caseId,
                rows: units.map(({ row }) => row),
                creditMinor: units.reduce((sum, { credit_minor }) => sum + credit_minor, 0),
              },
            ],
          },
        ],
        reply: viewOfCase(rowOfOpened(opened, order, partnerName, now), programme, now, {
          ...caller,
          language: request.readerLanguage,
        }),
        status: 201,
      }
    },
  })
}
