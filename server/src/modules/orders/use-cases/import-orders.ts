/**
 * Orders from another system as CSV, one row per order line. Everything is read and checked first and every wrong row
 * is named; only a file without a fault changes anything. An order whose number is known is passed over, so that the
 * same file, or one that broke off in the middle, can be sent again.
 */
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { rows } from '../../../platform/database/pool.ts'
import type { House } from '../../../platform/house.ts'
import { runCommand } from '../../../platform/run-command.ts'
import { isDay } from '../../../values/calendar.ts'
import { newId } from '../../../values/identifiers.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import type { Caller } from '../../people/index.ts'
import type { OrderFact } from '../facts.ts'
import { MOST_UNITS, registerOrder } from '../rules/register.ts'
import { takenNumbers } from '../storage/orders.ts'
import { type OrderRequest, orderStream, type Parties, partiesOf } from './register-order.ts'

export const importColumns = [
  'order_number',
  'programme',
  'customer_account',
  'partner_account',
  'purchase_order',
  'placed_on',
  'currency',
  'new_family',
  'kind',
  'sku',
  'quantity',
] as const
export const optionalColumns = ['last_shipped_on'] as const
type ImportRow = Readonly<Record<(typeof importColumns)[number] | (typeof optionalColumns)[number], string>>

const MOST_ROWS = 50_000
const MOST_PROBLEMS = 1_000
/** Orders per statement: enough to spread the cost of a commit, small enough that a conflict repeats little. */
const BATCH = 50

export interface RowProblem {
  readonly line: number
  readonly column: string
  readonly code: string
  readonly found: string
  readonly data: Readonly<Record<string, unknown>>
}
export type ImportRefusal =
  | Refusal<'import-unreadable', { line: number; reason: string }>
  | Refusal<'import-columns', { missing: readonly string[]; expected: readonly string[] }>
  | Refusal<'import-too-long', { most: number }>
  | Refusal<'import-invalid', { problems: readonly RowProblem[]; more: boolean }>
export interface ImportAnswer {
  readonly registered: number
  readonly known: number
  readonly rows: number
}

interface Draft {
  readonly request: { -readonly [K in keyof OrderRequest]: OrderRequest[K] } & {
    lines: { sku: string; quantity: number }[]
    tradeIns: { sku: string; quantity: number }[]
  }
  /** The line in the file of each trade-in, to name it when a rule refuses it. */
  readonly tradeInLines: number[]
  readonly firstLine: number
  /** Without its days there are no rules to hold the order against. */
  readonly isWhole: boolean
  /** Rows that could not be understood and are named already; perhaps one of them held the old devices. */
  rowsLeftOut: number
}

export async function importOrders(
  house: House<OrderFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  csv: AsyncIterable<string>,
): Promise<ImportRefusal | ImportAnswer> {
  const read = await readDrafts(csv)
  if (isRefused(read)) return read
  const { drafts, problems, count } = read
  const taken = new Set(
    (await rows(house.db, takenNumbers, [[...drafts.keys()]])).map(({ number }) => number),
  )

  const partiesByKey = new Map<string, Promise<Awaited<ReturnType<typeof partiesOf>>>>()
  const facts: { fact: Extract<OrderFact, { type: 'order-registered' }>; parties: Parties }[] = []
  const now = house.clock()
  for (const [number, { request, tradeInLines, firstLine, isWhole, rowsLeftOut }] of drafts) {
    if (problems.length > MOST_PROBLEMS) break
    if (taken.has(number) || !isWhole) continue
    const key = JSON.stringify([request.programme, request.customerAccount, request.partnerAccount])
    const lookup = partiesByKey.get(key) ?? partiesOf(house, caller, request)
    partiesByKey.set(key, lookup)
    const parties = await lookup
    if (isRefused(parties)) {
      const { refused, ...data } = parties
      const column = refused.startsWith('programme')
        ? 'programme'
        : refused.startsWith('customer')
          ? 'customer_account'
          : 'partner_account'
      problems.push({
        line: firstLine,
        column,
        code: refused,
        found: String(Object.values(data)[0] ?? ''),
        data,
      })
      continue
    }
    const { customer, partner } = parties
    const fact = registerOrder(
      request,
      {
        ...parties,
        orderId: newId(),
        customerId: customer.id,
        partnerId: partner?.id ?? null,
        timeZone: customer.time_zone,
      },
      now,
    )
    if (!isRefused(fact)) facts.push({ fact, parties })
    else {
      for (const { pointer, refused, ...data } of fact.problems) {
        if (refused === 'no-trade-ins' && rowsLeftOut > 0) continue
        const tradeIn = /^\/tradeIns\/(\d+)/.exec(pointer)?.[1]
        const line = tradeIn === undefined ? firstLine : (tradeInLines[Number(tradeIn)] ?? firstLine)
        const column = columnOf(pointer)
        problems.push({
          line,
          column,
          code: refused,
          found: foundIn(data),
          data,
        })
      }
    }
  }
  if (problems.length > 0) {
    problems.sort((a, b) => a.line - b.line)
    return {
      refused: 'import-invalid',
      problems: problems.slice(0, MOST_PROBLEMS),
      more: problems.length > MOST_PROBLEMS,
    }
  }

  let registered = 0
  for (let start = 0; start < facts.length; start += BATCH)
    registered += await registerBatch(
      house,
      caller,
      facts.slice(start, start + BATCH).map(({ fact }) => fact),
    )
  return { registered, known: drafts.size - registered, rows: count }
}

/** One statement for many orders. If somebody registered one of them meanwhile, the others go in without it. */
async function registerBatch(
  house: House<OrderFact>,
  caller: Pick<Caller, 'by'>,
  facts: readonly Extract<OrderFact, { type: 'order-registered' }>[],
): Promise<number> {
  const answer = await runCommand<OrderFact, number, Refusal<'order-number-taken'>>(house, {
    by: caller.by,
    decide: async () => {
      const taken = new Set(
        (await rows(house.db, takenNumbers, [facts.map(({ number }) => number)])).map(({ number }) => number),
      )
      const fresh = facts.filter(({ number }) => !taken.has(number))
      return {
        streams: fresh.map((fact) => ({ stream: orderStream(fact.orderId), facts: [fact] })),
        reply: fresh.length,
      }
    },
    onConflict: { orders_number_key: () => ({ refused: 'order-number-taken' }) },
  })
  if (!isRefused(answer)) return answer.reply
  if (answer.refused === 'order-number-taken') return registerBatch(house, caller, facts)
  throw new Error(`import could not be written: ${answer.refused}`)
}

/** What a refusal of the rules quotes from the file, if it quotes anything. */
const foundIn = (data: Readonly<Record<string, unknown>>): string => {
  const found = data['found'] ?? data['sku']
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

const columnOf = (pointer: string): string =>
  pointer === '/currency'
    ? 'currency'
    : pointer === '/placedOn'
      ? 'placed_on'
      : pointer === '/lastShippedOn'
        ? 'last_shipped_on'
        : pointer.endsWith('/sku')
          ? 'sku'
          : 'quantity'

async function readDrafts(csv: AsyncIterable<string>) {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: [',', ';', '\t'],
    skip_empty_lines: true,
    trim: true,
    info: true,
    max_record_size: 100_000,
  })
  // An error of the source comes out of the loop below; one that only says that the loop stopped early says nothing.
  pipeline(csv, parser).catch(() => {})
  const drafts = new Map<string, Draft>()
  const problems: RowProblem[] = []
  let count = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Partial<ImportRow>
      info: { lines: number }
    }>) {
      if (count === 0) {
        const missing = importColumns.filter((column) => record[column] === undefined)
        if (missing.length > 0)
          return { refused: 'import-columns' as const, missing, expected: importColumns }
      }
      if (Object.values(record).some((text) => text?.includes('\0')))
        return { refused: 'import-unreadable' as const, line: info.lines, reason: 'NUL' }
      count += 1
      if (count > MOST_ROWS) return { refused: 'import-too-long' as const, most: MOST_ROWS }
      addRow(drafts, problems, { last_shipped_on: '', ...record } as ImportRow, info.lines)
    }
  } catch (error) {
    const { lines, code, message } = error as { lines?: number; code?: string; message: string }
    if (!code?.startsWith('CSV_')) throw error
    return { refused: 'import-unreadable' as const, line: lines ?? 0, reason: message }
  }
  if (count === 0)
    return { refused: 'import-columns' as const, missing: importColumns, expected: importColumns }
  return { drafts, problems, count }
}

function addRow(drafts: Map<string, Draft>, problems: RowProblem[], row: ImportRow, line: number): void {
  const wrong = (column: keyof ImportRow, code: string, data: Readonly<Record<string, unknown>> = {}) =>
    problems.push({ line, column, code, found: row[column].slice(0, 100), data })
  const before = problems.length
  const quantity = /^\d{1,5}$/.test(row.quantity) ? Number(row.quantity) : 0
  if (row.order_number === '' || row.order_number.length > 60) wrong('order_number', 'import-order-number')
  const hasDays = isDay(row.placed_on) && (row.last_shipped_on === '' || isDay(row.last_shipped_on))
  if (!isDay(row.placed_on)) wrong('placed_on', 'import-date')
  if (row.last_shipped_on !== '' && !isDay(row.last_shipped_on)) wrong('last_shipped_on', 'import-date')
  if (quantity < 1 || quantity > MOST_UNITS) wrong('quantity', 'import-quantity')
  if (row.kind !== 'new' && row.kind !== 'trade-in') wrong('kind', 'import-kind')
  if (row.sku === '' || row.sku.length > 60) wrong('sku', 'import-sku')
  const head = {
    number: row.order_number,
    programme: row.programme,
    customerAccount: row.customer_account,
    partnerAccount: row.partner_account || null,
    purchaseOrder: row.purchase_order || null,
    placedOn: row.placed_on,
    lastShippedOn: row.last_shipped_on || null,
    currency: row.currency.toUpperCase(),
    newFamily: row.new_family || null,
    consumption: null,
  }
  const known = drafts.get(row.order_number)
  const draft = known ?? {
    request: { ...head, lines: [], tradeIns: [] },
    tradeInLines: [],
    firstLine: line,
    isWhole: hasDays,
    rowsLeftOut: 0,
  }
  drafts.set(row.order_number, draft)
  const different = (Object.keys(head) as (keyof typeof head)[]).find(
    (key) => head[key] !== draft.request[key],
  )
  if (different !== undefined)
    wrong('order_number', 'import-order-differs', { field: different, firstLine: draft.firstLine })
  // What cannot be understood is named already; the rules see the rows that can.
  if (problems.length > before) {
    draft.rowsLeftOut += 1
    return
  }
  if (row.kind === 'trade-in') {
    draft.request.tradeIns.push({ sku: row.sku, quantity })
    draft.tradeInLines.push(line)
  } else draft.request.lines.push({ sku: row.sku, quantity })
}
