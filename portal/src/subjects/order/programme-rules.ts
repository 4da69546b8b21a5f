import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import type { Language, TextKey } from '../../messages/index.ts'

export type Way = 'return' | 'destroy'

/** The programme itself, for what it says in its own words: the steps of each route, and its clock. */
export const programmeQuery = ({ id, version }: { id: string; version: string }) =>
  queryOptions({
    queryKey: ['programmes', id, version, 'definition'],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}', {
          params: { path: { id, programmeVersion: version } },
        }),
      ),
    // A published version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Parts of a definition that the API types as unknown, since each schema version may know more of them. */
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined,
    value,
  )

/** What a route demands, step by step; in English where the programme does not speak the reader's language. */
export function stepsOf(definition: unknown, way: Way, language: Language): readonly string[] {
  const steps = at(definition, 'routes', way, 'steps')
  const spoken = at(steps, language) ?? at(steps, 'en')
  return Array.isArray(spoken) ? spoken.filter((one) => typeof one === 'string') : []
}

export const startsWithShipment = (definition: unknown): boolean =>
  at(definition, 'clock', 'start') === 'last-shipment'
export function windowOf(definition: unknown): string {
  const window = at(definition, 'clock', 'window')
  return typeof window === 'string' ? window : ''
}
export const needsSerials = (definition: unknown): boolean =>
  at(definition, 'registration', 'serialsBeforeOrder') === true

const units: Readonly<Record<string, TextKey>> = {
  Y: 'cases.span-years',
  M: 'cases.span-months',
  W: 'cases.span-weeks',
  D: 'cases.span-days',
}

/** "3 months" out of `P3M`. */
export function useSpan(): (window: string) => string {
  const t = useText()
  return (window) =>
    (window.match(/\d+[YMWD]/g) ?? [])
      .map((part) => t(units[part.slice(-1)] ?? 'cases.span-days', { count: Number.parseInt(part, 10) }))
      .join(' ')
}
