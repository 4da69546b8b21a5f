import { type Day, dayAt } from '../../../values/calendar.ts'
import { isRefused, type Refusal } from '../../../values/refusal.ts'
import { isSerialPlaceholder, isSerialShaped, normaliseSerial } from '../../../values/serial-number.ts'
import { normaliseSku } from '../../../values/sku.ts'
import type { Catalogue, Consumption, Programme } from '../../programmes/index.ts'
import { allocateCredit, creditFor } from '../../programmes/rules/credit.ts'
import { dueDate } from '../../programmes/rules/due-date.ts'
import type { CommitmentRegistered, OrderFact } from '../facts.ts'

export const MOST_UNITS = 10_000
/** What was meant is looked up for so many wrong SKUs: each costs half a millisecond, and who has more has another list. */
const MOST_SUGGESTED = 100

export interface OrderInput {
  readonly number: string
  readonly purchaseOrder: string | null
  readonly placedOn: Day
  readonly lastShippedOn: Day | null
  readonly currency: string
  readonly newFamily: string | null
  readonly consumption: Consumption | null
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  readonly tradeIns: readonly {
    readonly sku: string
    readonly quantity: number
    readonly serials?: readonly string[] | undefined
  }[]
}

/** What a case of the order would be due if it were opened now; null as long as its clock has not started. */
export function dueOnOf(
  programme: Programme,
  { placedOn, lastShippedOn }: Pick<OrderInput, 'placedOn' | 'lastShippedOn'>,
  timeZone: string,
): Day | null {
  const startedOn = programme.clock.start === 'last-shipment' ? lastShippedOn : placedOn
  return startedOn === null ? null : dueDate({ programme, startedOn, timeZone }).dueOn
}

/** Everything that is wrong, at once; `pointer` says where in the request. */
export type OrderProblem = Refusal & { readonly pointer: string }
export type OrderInvalid = Refusal<'order-invalid', { readonly problems: readonly OrderProblem[] }>

/**
 * What an order grants: each old device becomes a unit with its own share of the credit. Credit is allocated to units
 * at once, so that a partial return later secures exactly its share.
 */
export function registerOrder(
  input: OrderInput,
  context: {
    readonly orderId: string
    readonly programme: Programme
    readonly catalogue: Catalogue
    readonly customerId: string
    readonly partnerId: string | null
    readonly timeZone: string
  },
  now: string,
): OrderInvalid | Extract<OrderFact, { type: 'order-registered' }> {
  const { programme, catalogue } = context
  const problems: OrderProblem[] = []
  const wrong = (pointer: string, refusal: Refusal) => problems.push({ pointer, ...refusal })
  const today = dayAt(now, context.timeZone)

  if (input.placedOn > today)
    wrong('/placedOn', { refused: 'date-in-future', found: input.placedOn, today } as Refusal)
  if (input.lastShippedOn !== null && input.lastShippedOn > today) {
    wrong('/lastShippedOn', { refused: 'date-in-future', found: input.lastShippedOn, today } as Refusal)
  }
  const units = input.tradeIns.reduce((sum, { quantity }) => sum + quantity, 0)
  if (units === 0) wrong('/tradeIns', { refused: 'no-trade-ins' })
  if (units > MOST_UNITS)
    wrong('/tradeIns', { refused: 'too-many-units', found: units, most: MOST_UNITS } as Refusal)

  const commitments: CommitmentRegistered[] = []
  const seen = new Set<string>()
  let currencyWrong = false
  let firstRow = 1
  input.tradeIns.forEach(({ sku: typed, quantity, serials: given }, index) => {
    const at = `/tradeIns/${index}`
    const sku = normaliseSku(typed)
    const part = catalogue.bySku(sku)
    const credit = creditFor({
      programme,
      sku,
      currency: input.currency,
      on: input.placedOn,
      ...(input.newFamily !== null && { newFamily: input.newFamily }),
      ...(input.consumption !== null && { consumption: input.consumption }),
    })
    if (isRefused(credit)) {
      if (credit.refused === 'currency-not-offered') {
        if (!currencyWrong) wrong('/currency', credit)
        currencyWrong = true
        return
      }
      const suggests = credit.refused === 'sku-not-eligible' && problems.length < MOST_SUGGESTED
      wrong(`${at}/sku`, { ...credit, ...(suggests && { suggestions: catalogue.suggest(sku) }) })
      return
    }
    const serials = given?.map(normaliseSerial)
    serials?.forEach((serial, place) => {
      if (!isSerialShaped(serial) || isSerialPlaceholder(serial))
        wrong(`${at}/serials/${place}`, { refused: 'serial-malformed', found: serial } as Refusal)
      const key = `${part?.family} ${serial}`
      if (seen.has(key))
        wrong(`${at}/serials/${place}`, { refused: 'serial-repeated', found: serial } as Refusal)
      seen.add(key)
    })
    if (serials !== undefined && serials.length !== quantity) {
      wrong(`${at}/serials`, {
        refused: 'serials-not-quantity',
        found: serials.length,
        expected: quantity,
      } as Refusal)
    } else if (
      serials === undefined &&
      programme.registration.serialsBeforeOrder &&
      part?.serialised !== false
    ) {
      wrong(`${at}/serials`, { refused: 'serials-needed-before-order', expected: quantity } as Refusal)
    }
    commitments.push({
      line: index + 1,
      sku,
      skuFamily: part?.family ?? sku,
      quantity,
      firstRow,
      // An order that is refused for its size is not made first: ten million shares would end the process.
      credits:
        units > MOST_UNITS ? [] : allocateCredit(credit.minor * BigInt(quantity), quantity).map(Number),
      ...(serials && { serials }),
    })
    firstRow += quantity
  })
  if (problems.length > 0) return { refused: 'order-invalid', problems }
  return {
    type: 'order-registered',
    orderId: context.orderId,
    number: input.number,
    programmeId: programme.id,
    programmeVersion: programme.version,
    customerId: context.customerId,
    partnerId: context.partnerId,
    purchaseOrder: input.purchaseOrder,
    placedOn: input.placedOn,
    lastShippedOn: input.lastShippedOn,
    dueOn: dueOnOf(programme, input, context.timeZone),
    currency: input.currency,
    newFamily: input.newFamily,
    consumption: input.consumption,
    creditPaid: programme.credit.paid,
    lines: input.lines.map(({ sku, quantity }, index) => ({
      line: index + 1,
      sku: normaliseSku(sku),
      quantity,
    })),
    commitments,
  }
}
