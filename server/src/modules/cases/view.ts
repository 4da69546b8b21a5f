import { z } from 'zod'
import { message } from '../../messages/index.ts'
import { type Language, languages } from '../../values/language.ts'
import { money, moneyView, type OrderRow } from '../orders/index.ts'
import type { Caller } from '../people/index.ts'
import { inLanguage, type Programme } from '../programmes/index.ts'
import type { CaseFact } from './facts.ts'
import { caseActions, unitActions } from './rules/actions.ts'
import { unitStates } from './rules/lifecycle.ts'
import { promisedUntil, type WaitingOn, waitingOn } from './rules/waiting-on.ts'
import type { CaseRow, UnitRow } from './storage/cases.ts'

const counts = z.object(
  Object.fromEntries(unitStates.map((state) => [state, z.int()])) as Record<
    (typeof unitStates)[number],
    z.ZodInt
  >,
)

export const caseView = z
  .object({
    id: z.string().describe('The case number, as on labels and forms.'),
    status: z.enum(['open', 'closed']).describe('Derived from the units, never set.'),
    orderId: z.uuid(),
    orderNumber: z.string(),
    customerId: z.uuid(),
    customerName: z.string(),
    partnerId: z.uuid().nullable(),
    partnerName: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    language: z.enum(languages).describe('Of its mails and papers.'),
    programme: z.object({
      id: z.string(),
      version: z.string(),
      name: z.string().describe('In the reader’s language.'),
    }),
    currency: z.string(),
    credit: z
      .object({ granted: moneyView, secured: moneyView, atRisk: moneyView })
      .describe('Of its devices: all, those received or certified, and those still owed.'),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    due: z.object({
      on: z.string(),
      at: z.string().describe('The first instant that is too late.'),
      rule: z.record(z.string(), z.unknown()),
    }),
    waitingOn: z.object({
      on: z.string(),
      until: z.string().nullable(),
      because: z.string(),
      count: z.int(),
      overdue: z.boolean(),
      sentence: z.string().describe('In the reader’s language.'),
    }),
    units: counts,
    forms: z.int(),
    formWaiting: z.int().nullable(),
    certificates: z.int(),
    shipments: z.int(),
    extensions: z.int().describe('Asked for so far.'),
    chargeBacks: z.int().describe('Proposed so far.'),
    chargeBackWaiting: z.int().nullable().describe('The proposal that waits for a second person.'),
    instructionsSentAt: z.string().nullable(),
    messages: z.int(),
    threadWaitingSince: z.string().nullable().describe('Since when a message waits for the vendor’s answer.'),
    threadAnswerBy: z
      .string()
      .nullable()
      .describe('Until when the programme promises that answer: the first instant that is too late.'),
    actions: z.array(z.string()).describe('Operations that this caller may do now.'),
    version: z.int(),
  })
  .meta({ id: 'Case' })
export type CaseView = z.output<typeof caseView>

export const unitView = z
  .object({
    row: z.int().describe('Its name on every form of the order.'),
    sku: z.string(),
    state: z.enum(unitStates),
    route: z.enum(['return', 'destroy']),
    serial: z.string().nullable(),
    serialMark: z.enum(['not-serialised', 'unreadable']).nullable(),
    credit: moneyView,
    details: z.record(z.string(), z.unknown()),
    shipment: z.int().nullable(),
    certificate: z.int().nullable(),
    changedAt: z.string(),
    actions: z.array(z.string()),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.output<typeof unitView>

export type Reader = Pick<Caller, 'mayFor' | 'actor'> & { readonly language: Language }

/** `X until DATE because Z`, with the last day that is in time rather than the first instant that is too late. */
function sentenceOf(waiting: WaitingOn, timeZone: string, language: Language, toCustomer: boolean): string {
  const until =
    waiting.until === null
      ? null
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(
          new Date(Date.parse(waiting.until) - 1),
        )
  const reason = message(language, 'cases', `because-${waiting.because}`, { count: waiting.count })
  if (waiting.on === 'nobody') return reason
  const who = message(
    language,
    'cases',
    waiting.on === 'customer' && toCustomer ? 'party-you' : `party-${waiting.on}`,
  )
  return message(
    language,
    'cases',
    until === null
      ? 'waiting'
      : waiting.overdue && waiting.on === 'customer'
        ? 'waiting-overdue'
        : 'waiting-until',
    { who, until, reason },
  )
}

export function viewOfCase(
  row: CaseRow,
  programme: Programme,
  now: string,
  { mayFor, actor, language }: Reader,
): CaseView {
  const waiting = waitingOn(row, programme, now)
  return {
    id: row.id,
    status: row.closed_at === null ? 'open' : 'closed',
    orderId: row.order_id,
    orderNumber: row.order_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    purchaseOrder: row.purchase_order,
    language: row.language,
    programme: {
      id: row.programme_id,
      version: row.programme_version,
      name: inLanguage(programme.name, language),
    },
    currency: row.currency,
    credit: {
      granted: money(row.granted_minor, row.currency),
      secured: money(row.secured_minor, row.currency),
      atRisk: money(row.at_risk_minor, row.currency),
    },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    due: { on: row.due_on, at: row.due_at, rule: { ...row.due_rule } },
    waitingOn: {
      ...waiting,
      sentence: sentenceOf(waiting, row.time_zone, language, actor.organisationId === row.customer_id),
    },
    units: Object.fromEntries(
      unitStates.map((state) => [state, row[state.replaceAll('-', '_') as keyof CaseRow]]),
    ) as CaseView['units'],
    forms: row.forms,
    formWaiting: row.form_waiting,
    certificates: row.certificates,
    shipments: row.shipments,
    extensions: row.extensions,
    chargeBacks: row.charge_backs,
    chargeBackWaiting: row.charge_back_waiting,
    instructionsSentAt: row.instructions_sent_at,
    messages: row.messages,
    threadWaitingSince: row.thread_waiting_since,
    threadAnswerBy:
      row.thread_waiting_since === null
        ? null
        : promisedUntil(
            row.thread_waiting_since,
            programme.serviceLevels.reviewWorkingDays,
            programme.calendar,
            row.time_zone,
          ),
    actions: caseActions(row, programme, now).filter(mayFor(row.customer_id)),
    version: row.version,
  }
}

export const viewOfUnit = (unit: UnitRow, { mayFor }: Pick<Reader, 'mayFor'>): UnitView => ({
  row: unit.row,
  sku: unit.sku,
  state: unit.state,
  route: unit.route,
  serial: unit.serial,
  serialMark: unit.serial_mark,
  credit: money(unit.credit_minor, unit.currency),
  details: unit.details,
  shipment: unit.shipment,
  certificate: unit.certificate,
  changedAt: unit.changed_at,
  actions: unitActions(unit).filter(mayFor(unit.customer_id)),
})

/** The row that `case-opened` writes, for the answer that is sent with it. */
export function rowOfOpened(
  fact: Extract<CaseFact, { type: 'case-opened' }>,
  order: OrderRow,
  partnerName: string | null,
  now: string,
): CaseRow {
  const credit = fact.units.reduce((sum, { creditMinor }) => sum + creditMinor, 0)
  const count = (test: (unit: (typeof fact.units)[number]) => boolean) => fact.units.filter(test).length
  return {
    id: fact.caseId,
    order_id: fact.orderId,
    order_number: order.number,
    order_placed_on: order.placed_on,
    order_cancelled_at: null,
    order_partner_id: order.partner_id,
    purchase_order: order.purchase_order,
    customer_id: fact.customerId,
    customer_name: order.customer_name,
    customer_account: order.customer_account,
    customer_country: order.customer_country,
    partner_id: fact.partnerId,
    partner_name: partnerName,
    programme_id: fact.programmeId,
    programme_version: fact.programmeVersion,
    currency: fact.currency,
    language: fact.language,
    time_zone: fact.timeZone,
    opened_at: now,
    due_at: fact.due.at,
    due_on: fact.due.on,
    due_rule: fact.due.rule,
    closed_at: null,
    instructions_sent_at: null,
    instructions_site: null,
    forms: 0,
    form_waiting: null,
    form_waiting_problems: 0,
    certificates: 0,
    certificates_in_review: 0,
    shipments: 0,
    extensions: 0,
    extension_asked: null,
    messages: 0,
    attachments: 0,
    thread_waiting_since: null,
    vendor_since: null,
    owed: count(({ state }) => state === 'owed'),
    identified: count(({ state }) => state === 'identified'),
    in_transit: 0,
    received: 0,
    failed_inspection: 0,
    destruction_declared: 0,
    accepted: 0,
    certified: 0,
    waived: 0,
    cancelled: 0,
    charged_back: 0,
    to_ship: count(({ route }) => route === 'return'),
    to_destroy: count(({ route }) => route === 'destroy'),
    granted_minor: credit,
    secured_minor: 0,
    at_risk_minor: credit,
    charge_backs: 0,
    charge_back_waiting: null,
    version: 1,
    head: Buffer.alloc(0),
  }
}
