import { z } from 'zod'
import type { Caller } from '../people/index.ts'
import { outcomeNames, scanOutcomes } from './rules/match.ts'
import { type Reason, reasons } from './rules/suggest.ts'
import type { ReceiptRow, ScanRow } from './storage/receipts.ts'
import type { SuggestedRow, UnmatchedRow } from './storage/unmatched-goods.ts'

type Reader = Pick<Caller, 'may'>

/** Operations that are possible as things stand and allowed to the caller. */
const offered = (actions: readonly (readonly [string, boolean])[], { may }: Reader): string[] =>
  actions.filter(([operation, possible]) => possible && may(operation)).map(([operation]) => operation)
const actions = z.array(z.string()).describe('Operations that this caller may do now.')
const photos = z.array(z.int()).describe('Numbers of the photographs, to be read one by one.')
const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

export const receiptView = z
  .object({
    id: z.uuid(),
    site: z.string(),
    reference: z.string().nullable(),
    scans: z.int(),
    held: z.int().describe('Set aside and not assigned yet.'),
    openedAt: z.string(),
    openedByName: z.string().nullable(),
    closedAt: z.string().nullable(),
    actions,
  })
  .meta({ id: 'Receipt' })
export type ReceiptView = z.output<typeof receiptView>

export const viewOfReceipt = (row: Omit<ReceiptRow, 'version' | 'head'>, reader: Reader): ReceiptView => ({
  id: row.id,
  site: row.site,
  reference: row.reference,
  scans: row.scans,
  held: row.held,
  openedAt: row.opened_at,
  openedByName: row.opened_by_name,
  closedAt: row.closed_at,
  actions: offered(
    [
      ['scan-device', row.closed_at === null],
      ['close-receipt', row.closed_at === null],
    ],
    reader,
  ),
})

export const siteView = z
  .object({
    id: z.string(),
    address: z.array(z.string()),
    country: z.string(),
    programmes: z.array(z.string()).describe('Programmes that ship here.'),
  })
  .meta({ id: 'ReceivingSite' })

export const scanView = z
  .object({
    receiptId: z.uuid(),
    number: z.int(),
    scanned: z.string().nullable().describe('Null when nobody could read it.'),
    sku: z.string().nullable(),
    outcome: z.enum(outcomeNames),
    signal: z.enum(['green', 'yellow', 'red']),
    held: z.boolean().describe('Set aside as unmatched goods.'),
    shelfNumber: z.string().nullable().describe('To be written on what is set aside.'),
    expectedSku: z.string().nullable().describe('What the papers say that this serial number is.'),
    package: z.string().nullable().describe('Where the form said that it would be.'),
    toBeDestroyed: z.boolean().describe('The papers said that it would be destroyed; it is taken in.'),
    caseId: z.string().nullable().describe('Only of what is received: nobody learns whose other goods are.'),
    row: z.int().nullable(),
    note: z.string().nullable(),
    photos,
    at: z.string(),
    actions,
  })
  .meta({ id: 'Scan' })
export type ScanView = z.output<typeof scanView>

export const viewOfScan = (row: ScanRow, reader: Reader): ScanView => ({
  receiptId: row.receipt_id,
  number: row.number,
  scanned: row.scanned,
  sku: row.sku,
  outcome: row.outcome,
  signal: scanOutcomes[row.outcome],
  held: row.held,
  shelfNumber: row.shelf_number,
  expectedSku: row.expected_sku,
  package: row.package,
  toBeDestroyed: row.outcome === 'was-to-be-destroyed',
  caseId: row.case_id,
  row: row.row,
  note: row.note,
  photos: numbersTo(row.photos),
  at: row.at,
  actions: offered([['add-photo', true]], reader),
})

export const unmatchedView = z
  .object({
    receiptId: z.uuid(),
    number: z.int(),
    shelfNumber: z.string().nullable().describe('As written on the goods.'),
    site: z.string(),
    serial: z.string().nullable().describe('Null when nobody could read it.'),
    sku: z.string().nullable(),
    reason: z.enum(outcomeNames),
    labelCaseId: z.string().nullable().describe('Of the case label on the box.'),
    note: z.string().nullable().describe('What the dock wrote down.'),
    photos,
    heldAt: z.string(),
    heldUntil: z.string(),
    caseId: z.string().nullable(),
    row: z.int().nullable(),
    resolvedAt: z.string().nullable(),
    actions,
  })
  .meta({ id: 'UnmatchedGoods' })
export type UnmatchedView = z.output<typeof unmatchedView>

export const viewOfUnmatched = (row: UnmatchedRow, reader: Reader): UnmatchedView => ({
  receiptId: row.receipt_id,
  number: row.number,
  shelfNumber: row.shelf_number,
  site: row.site,
  serial: row.serial,
  sku: row.sku,
  reason: row.reason,
  labelCaseId: row.label_case,
  note: row.note,
  photos: numbersTo(row.photos),
  heldAt: row.held_at,
  heldUntil: row.held_until,
  caseId: row.case_id,
  row: row.row,
  resolvedAt: row.resolved_at,
  actions: offered(
    [
      ['suggest-unmatched-goods', row.resolved_at === null],
      ['assign-unmatched-goods', row.resolved_at === null],
    ],
    reader,
  ),
})

export const suggestionsView = z
  .object({
    items: z.array(
      z.object({
        caseId: z.string(),
        row: z.int(),
        customerName: z.string(),
        orderNumber: z.string(),
        sku: z.string(),
        serial: z.string().nullable(),
        state: z.string(),
        route: z.enum(['return', 'destroy']),
        why: z.array(z.enum(reasons)),
      }),
    ),
  })
  .meta({ id: 'UnitSuggestions' })

export const viewOfSuggestion = ({ unit, why }: { unit: SuggestedRow; why: Reason[] }) => ({
  caseId: unit.case_id ?? '',
  row: unit.row,
  customerName: unit.customer_name,
  orderNumber: unit.order_number,
  sku: unit.sku,
  serial: unit.serial,
  state: unit.state,
  route: unit.route,
  why,
})
