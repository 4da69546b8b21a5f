import { z } from 'zod'
import { outcomeNames, scanOutcomes } from './rules/match.ts'
import type { ScanRow, UnmatchedRow } from './storage/receipts.ts'

export const scanView = z
  .object({
    receiptId: z.uuid(),
    number: z.int(),
    scanned: z.string(),
    sku: z.string().nullable(),
    outcome: z.enum(outcomeNames),
    signal: z.enum(['green', 'yellow', 'red']),
    held: z.boolean().describe('Set aside as unmatched goods.'),
    caseId: z.string().nullable(),
    row: z.int().nullable(),
    note: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'Scan' })
export type ScanView = z.output<typeof scanView>

export const viewOfScan = (row: ScanRow): ScanView => ({
  receiptId: row.receipt_id,
  number: row.number,
  scanned: row.scanned,
  sku: row.sku,
  outcome: row.outcome,
  signal: scanOutcomes[row.outcome],
  held: row.held,
  caseId: row.case_id,
  row: row.row,
  note: row.note,
  at: row.at,
})

export const unmatchedView = z
  .object({
    receiptId: z.uuid(),
    number: z.int(),
    serial: z.string(),
    sku: z.string().nullable(),
    reason: z.enum(outcomeNames),
    labelCaseId: z.string().nullable().describe('Of the case label on the box.'),
    heldAt: z.string(),
    heldUntil: z.string(),
    caseId: z.string().nullable(),
    row: z.int().nullable(),
    resolvedAt: z.string().nullable(),
  })
  .meta({ id: 'UnmatchedGoods' })
export type UnmatchedView = z.output<typeof unmatchedView>

export const viewOfUnmatched = (row: UnmatchedRow): UnmatchedView => ({
  receiptId: row.receipt_id,
  number: row.number,
  serial: row.serial,
  sku: row.sku,
  reason: row.reason,
  labelCaseId: row.label_case,
  heldAt: row.held_at,
  heldUntil: row.held_until,
  caseId: row.case_id,
  row: row.row,
  resolvedAt: row.resolved_at,
})
