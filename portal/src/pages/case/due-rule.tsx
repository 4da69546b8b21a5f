import { Text } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import type { TextKey } from '../../messages/index.ts'
import { useFormat } from '../../ui/format.ts'

/** How the due date came about, for those who want to do the sum themselves. */
export function DueRule({ rule }: { rule: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const format = useFormat()
  const { start, startedOn, window, countedTo, extendedTo, extension } = rule
  if (typeof window !== 'string' || typeof startedOn !== 'string') return null
  const sentences: string[] = []
  const key: TextKey = start === 'last-shipment' ? 'cases.rule-shipment' : 'cases.rule-order'
  const span = window.replace(/^P/, '').match(/\d+[YMWD]/g)
  const words = span?.map((part) => t(unitOf(part), { count: Number.parseInt(part, 10) })).join(' ')
  if (words !== undefined) sentences.push(t(key, { window: words, on: format.day(startedOn) }))
  if (rule['clampedToMonthEnd'] === true) sentences.push(t('cases.rule-month-end'))
  if (rule['movedBecause'] === 'day-off' && typeof countedTo === 'string')
    sentences.push(t('cases.rule-day-off', { on: format.day(countedTo) }))
  if (typeof extendedTo === 'string')
    sentences.push(t('cases.rule-extended', { on: format.day(extendedTo), number: Number(extension) }))
  return (
    <Text size="sm" c="dimmed">
      {sentences.join(' ')}
    </Text>
  )
}

const unitOf = (part: string): TextKey =>
  part.endsWith('Y')
    ? 'cases.span-years'
    : part.endsWith('M')
      ? 'cases.span-months'
      : part.endsWith('W')
        ? 'cases.span-weeks'
        : 'cases.span-days'
