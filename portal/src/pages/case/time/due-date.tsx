import { Paper, Stack, Text, Title } from '@mantine/core'
import { useText } from '../../../app/language.tsx'
import type { Translate } from '../../../messages/index.ts'
import { useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'

/** The day, and how it came about, so that anybody can do the sum again. */
export function DueDate() {
  const t = useText()
  const format = useFormat()
  const { due, status } = useCase()
  const rule = ruleIn(due.rule)
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('documents.due')}</Title>
      <Paper withBorder p="md">
        <Text fz="lg" fw={600}>
          {format.longDay(due.on)}
        </Text>
        {status === 'open' && <Text c="dimmed">{format.daysFromNow(due.on)}</Text>}
        {rule !== null && (
          <Stack gap={4} mt="sm">
            <Text>
              {t('documents.due-counted', {
                start: rule.start,
                startedOn: format.day(rule.startedOn),
                window: windowText(rule.window, t),
                countedTo: format.day(rule.countedTo),
              })}{' '}
              {rule.clamped && t('documents.due-clamped')}
              {rule.dayOff && t('documents.due-day-off')}
            </Text>
            {rule.extendedTo !== null && (
              <Text>
                {t('documents.due-extended', {
                  number: rule.extension ?? 'none',
                  until: format.day(rule.extendedTo),
                })}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {t('documents.due-zone', { zone: rule.timeZone })}
            </Text>
          </Stack>
        )}
      </Paper>
    </Stack>
  )
}

/** The rule is stored as it was reckoned, perhaps years ago: what is not in it is not said. */
function ruleIn(rule: Readonly<Record<string, unknown>>) {
  const text = (name: string) => (typeof rule[name] === 'string' ? rule[name] : null)
  const [startedOn, window, countedTo] = [text('startedOn'), text('window'), text('countedTo')]
  if (startedOn === null || window === null || countedTo === null) return null
  return {
    start: text('start') === 'last-shipment' ? 'shipment' : 'order',
    startedOn,
    window,
    countedTo,
    timeZone: text('timeZone') ?? '',
    clamped: rule['clampedToMonthEnd'] === true,
    dayOff: rule['movedBecause'] === 'day-off',
    extendedTo: text('extendedTo'),
    extension: typeof rule['extension'] === 'number' ? rule['extension'] : null,
  }
}

/** `P3M` as "three months"; parts that are not there count zero and are not said. */
function windowText(window: string, t: Translate): string {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(window)?.[1] ?? 0)
  return t('documents.window', {
    years: part('Y'),
    months: part('M'),
    weeks: part('W'),
    days: part('D'),
  }).trim()
}
