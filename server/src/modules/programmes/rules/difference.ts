import type { MessageKey } from '../../../messages/index.ts'

/** Any part of a programme: it is plain JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/**
 * One difference between two programmes. The path leads through the rules by names: of sections, of an entry in a list
 * by what it is called (a SKU, a phase, the selectors of a credit row), else by its place from 0. An entry that was
 * added to a list whose order counts says after which other it stands (null: first). `moved` says in which order the
 * entries stand that both have.
 */
export type Change =
  | {
      readonly path: readonly string[]
      readonly kind: 'added'
      readonly to: Json
      readonly after?: string | null
    }
  | { readonly path: readonly string[]; readonly kind: 'removed'; readonly from: Json }
  | { readonly path: readonly string[]; readonly kind: 'changed'; readonly from: Json; readonly to: Json }
  | {
      readonly path: readonly string[]
      readonly kind: 'moved'
      readonly from: readonly string[]
      readonly to: readonly string[]
    }

type Entry = { readonly [name: string]: Json | undefined }

/** How the entries of a list are told apart from each other. */
export interface ListShape {
  readonly keyOf: (entry: Json, place: number) => string
  /** Whether it matters which entry comes first; `is-the-key` where nothing else tells them apart. */
  readonly order: 'counts' | 'is-the-key' | 'says-nothing'
}

const field =
  (name: string) =>
  (entry: Json): string =>
    (entry as Readonly<Record<string, string>>)[name] ?? ''

/** What a credit row is for; where two rows read the same, the list is told by places. */
const selectors = (entry: Json): string => {
  const { skus, newFamilies, consumption } = entry as {
    skus: readonly string[]
    newFamilies?: readonly string[]
    consumption?: Readonly<Record<string, string>>
  }
  const parts = [skus, newFamilies ?? [], Object.values(consumption ?? {})]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join(', '))
    .join(' / ')
}

const byPlace: ListShape = { keyOf: (_, place) => String(place), order: 'is-the-key' }
const byValue: ListShape = { keyOf: String, order: 'says-nothing' }
const byName: Readonly<Record<string, ListShape>> = {
  parts: { keyOf: field('sku'), order: 'says-nothing' },
  phases: { keyOf: field('id'), order: 'counts' },
  sites: { keyOf: field('id'), order: 'counts' },
  carriers: { keyOf: field('code'), order: 'counts' },
  checklist: { keyOf: field('code'), order: 'counts' },
  evidence: { keyOf: field('code'), order: 'counts' },
  table: { keyOf: selectors, order: 'counts' },
}
/** Lists that are read from the top to the bottom, like sentences; the last two lie one level deeper, by language. */
const sequences: ReadonlySet<string> = new Set(['tiers', 'address', 'steps', 'packing'])

export function shapeOf(path: readonly string[], ...lists: readonly (readonly Json[])[]): ListShape {
  const named = byName[path.at(-1) ?? '']
  const isSequence = path.slice(-2).some((name) => sequences.has(name))
  const shape = named ?? (isSequence || lists.some(holdsObjects) ? byPlace : byValue)
  const isTold = lists.every((list) => new Set(list.map(shape.keyOf)).size === list.length)
  return isTold ? shape : byPlace
}
const holdsObjects = (list: readonly Json[]): boolean => list.some((entry) => typeof entry === 'object')

/** Everything in which two programmes (or the same part of both) differ, in the order of the newer one. */
export function differenceOf(
  from: Json | undefined,
  to: Json | undefined,
  path: readonly string[] = [],
): Change[] {
  if (to === undefined) return from === undefined ? [] : [{ path, kind: 'removed', from }]
  if (from === undefined) return [{ path, kind: 'added', to }]
  if (isList(from) && isList(to)) return ofLists(from, to, path)
  if (isObject(from) && isObject(to)) {
    const names = new Set([...Object.keys(to), ...Object.keys(from)])
    return [...names].flatMap((name) => differenceOf(from[name], to[name], [...path, name]))
  }
  return from === to ? [] : [{ path, kind: 'changed', from, to }]
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
export const isObject = (value: Json | undefined): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function ofLists(from: readonly Json[], to: readonly Json[], path: readonly string[]): Change[] {
  const { keyOf, order } = shapeOf(path, from, to)
  const isOrdered = order === 'counts'
  const before = new Map(from.map((entry, place) => [keyOf(entry, place), entry]))
  const after = new Map(to.map((entry, place) => [keyOf(entry, place), entry]))
  const changes: Change[] = []
  let last: string | null = null
  for (const [key, entry] of after) {
    const there = [...path, key]
    const earlier = before.get(key)
    if (earlier === undefined)
      changes.push({ path: there, kind: 'added', to: entry, ...(isOrdered && { after: last }) })
    else changes.push(...differenceOf(earlier, entry, there))
    last = key
  }
  for (const [key, entry] of before)
    if (!after.has(key)) changes.push({ path: [...path, key], kind: 'removed', from: entry })
  if (!isOrdered) return changes
  const stayed = {
    from: [...before.keys()].filter((key) => after.has(key)),
    to: [...after.keys()].filter((key) => before.has(key)),
  }
  const isMoved = stayed.from.some((key, place) => key !== stayed.to[place])
  return isMoved ? [...changes, { path, kind: 'moved', ...stayed }] : changes
}

const partOf: Readonly<Record<string, MessageKey<'rules'>>> = {
  id: 'part-name',
  version: 'part-name',
  vendor: 'part-name',
  name: 'part-name',
  summary: 'part-name',
  mailbox: 'part-contact',
  currencies: 'part-currencies',
  catalogue: 'part-catalogue',
  parts: 'part-catalogue',
  phases: 'part-phases',
  calendar: 'part-calendar',
  clock: 'part-clock',
  extensions: 'part-extensions',
  reminders: 'part-reminders',
  grace: 'part-grace',
  serviceLevels: 'part-service-levels',
  registration: 'part-registration',
  'routes.return': 'part-return',
  'routes.destroy': 'part-destroy',
  'credit.table': 'part-credit-table',
  credit: 'part-credit',
  regions: 'part-sites',
  sites: 'part-sites',
  shipping: 'part-shipping',
  unmatchedGoods: 'part-unmatched-goods',
  rejectionReasons: 'part-rejection-reasons',
}

/** Which part of the rules a path lies in, as a key of the catalogue. */
export function partOfRules([section = '', part]: readonly string[]): MessageKey<'rules'> {
  const key = partOf[`${section}.${part}`] ?? partOf[section]
  if (key === undefined) throw new Error(`no part of the rules: ${section}`)
  return key
}
