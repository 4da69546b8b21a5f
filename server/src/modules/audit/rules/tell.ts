/**
 * What each fact says, as one sentence for a reader: messages/{en,de}/history.ts has it under the fact's type. Its
 * placeholders are the fact's own fields, so that a new fact needs words and nothing here.
 */
import { type MessageKey, message } from '../../../messages/index.ts'
import { isDay } from '../../../values/calendar.ts'
import type { Language } from '../../../values/language.ts'
import { toDecimal } from '../../../values/money.ts'
import type { UnitChange } from '../../cases/index.ts'

export interface ToldFact {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}
export interface Telling {
  readonly language: Language
  /** The reader's, for instants. */
  readonly timeZone: string
  /** What persons and organisations are called today, by id; who is not in it has no name any more. */
  readonly names: ReadonlyMap<string, string>
  /** A coded reason of the programme in the reader's words. */
  readonly reasonOf: (code: string) => string
}

type Value = string | number

const none = 'none'
/** Fields that hold days and instants. */
const days: ReadonlySet<string> = new Set(['on', 'until'])
const instants: ReadonlySet<string> = new Set(['validUntil', 'expiresAt'])
/** What a person typed: quoted as it was typed, but for a full stop at its end. */
const quoted: ReadonlySet<string> = new Set(['reason', 'note'])
/** Whom a fact is about, and the name by which a sentence asks for it. */
const parties: Readonly<Record<string, string>> = {
  personId: 'person',
  partnerId: 'partner',
  customerId: 'customer',
  organisationId: 'organisation',
}
/** What a sentence may ask for and a fact of its type need not have. */
const missing: Readonly<Record<string, Value>> = {
  access: 'act',
  serial: none,
  note: none,
  row: none,
  what: none,
  dueOn: none,
}

export function tell({ type, body }: ToldFact, telling: Telling): string {
  const values: Record<string, Value> = { ...missing }
  for (const [field, value] of Object.entries(body)) {
    if (field in parties) values[parties[field] ?? field] = telling.names.get(String(value)) ?? none
    values[field] = shown(field, value, telling)
  }
  const { amountMinor, currency } = body
  if (typeof amountMinor === 'number' && typeof currency === 'string')
    values['amount'] = amountText(amountMinor, currency, telling.language)
  const due = body['due'] as { on: string } | null | undefined
  if (due) values['dueOn'] = dayText(due.on, telling.language)
  if (type === 'certificate-rejected') values['reason'] = telling.reasonOf(String(body['reason']))
  Object.assign(values, devicesOf(body, telling.language))
  return message(telling.language, 'history', type as MessageKey<'history'>, values)
}

/** Whoever a fact names: whose names have to be looked up before it can be told. */
export const partiesOf = ({ body }: ToldFact): string[] =>
  Object.keys(parties).flatMap((field) => (typeof body[field] === 'string' ? [body[field]] : []))

function shown(field: string, value: unknown, { language, timeZone }: Telling): Value {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) {
    if (field === 'roles')
      return listOf(
        language,
        value.map((role) => wordOf(language, 'refusals', `word.${role}`)),
      )
    if (field === 'changed')
      return listOf(
        language,
        value.map((one) => wordOf(language, 'history', `detail.${one}`)),
      )
    return value.length
  }
  if (typeof value !== 'string' || value === '') return none
  if (days.has(field) && isDay(value)) return dayText(value, language)
  if (instants.has(field))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(value))
  // The sentence around the quoted words ends with a full stop of its own.
  return quoted.has(field) ? value.replace(/(?<!\.)\.$/, '') : value
}

/** The devices that a fact is about: how many, which one if it is one, and what changed about them. */
function devicesOf(body: ToldFact['body'], language: Language): Record<string, Value> {
  const changes = body['changes'] as readonly UnitChange[] | undefined
  const moves = (changes ?? body['moves']) as readonly { row: number; to: string }[] | undefined
  const listed = moves ?? (body['units'] as readonly { row: number }[] | undefined)
  const lines = body['lines'] as readonly { row?: number }[] | undefined
  const commitments = body['commitments'] as readonly { quantity: number }[] | undefined
  const rows =
    (body['rows'] as readonly number[] | undefined) ??
    (listed ?? lines)?.flatMap(({ row }) => (row === undefined ? [] : [row]))
  return {
    ...(rows && { count: rows.length }),
    ...(rows?.[0] !== undefined && { row: rows[0] }),
    ...(commitments && { count: commitments.reduce((sum, { quantity }) => sum + quantity, 0) }),
    ...(moves && { certified: moves.filter(({ to }) => to === 'certified').length }),
    ...(changes && changes.length > 0 && { what: whatChanged(changes, language) }),
  }
}

/** "serial numbers given (3) and switched to destruction (1)"; without numbers where it is true of all of them. */
function whatChanged(changes: readonly UnitChange[], language: Language): string {
  const kinds: readonly (readonly [MessageKey<'history'>, (change: UnitChange) => boolean])[] = [
    ['what.serial', ({ serial }) => typeof serial === 'string'],
    ['what.mark', ({ serialMark }) => typeof serialMark === 'string'],
    ['what.unmark', ({ serial, serialMark }) => serialMark === null && typeof serial !== 'string'],
    ['what.return', ({ route, routeBefore }) => routeBefore !== undefined && route === 'return'],
    ['what.destroy', ({ route, routeBefore }) => routeBefore !== undefined && route === 'destroy'],
    ['what.details', ({ details }) => details !== undefined],
  ]
  const said = kinds.flatMap(([key, applies]) => {
    const count = changes.filter(applies).length
    const all = String(count === changes.length)
    return count === 0 ? [] : [message(language, 'history', key, { count, all })]
  })
  return listOf(language, said)
}

const listOf = (language: Language, items: readonly string[]): string =>
  items.length === 0 ? none : new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

const wordOf = <A extends 'history' | 'refusals'>(language: Language, area: A, key: string): string =>
  message(language, area, key as MessageKey<A>)

const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

const amountText = (minor: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    toDecimal({ minor: BigInt(minor), currency }) as `${number}`,
  )
