import { Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { DevicesDone } from '../../subjects/case/devices-done.tsx'
import { nextSteps } from '../../subjects/case/next-step.ts'
import { daysUntil, useFormat } from '../../ui/format.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { UnitState } from '../../ui/status.tsx'
import { DueRule } from './due-rule.tsx'
import classes from './summary.module.css'
import { unitStates } from './units/search.ts'

type View = Schema['Case']

/** What a person must know of a case without reading on: whose turn it is, until when, and what is at stake. */
export function CaseSummary({ view }: { view: View }) {
  const t = useText()
  const format = useFormat()
  return (
    <Paper withBorder className={classes['summary']}>
      <div className={classes['now']}>
        <WaitingOn view={view} />
        {view.status === 'open' && <DueDate view={view} />}
      </div>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md" className={classes['figures']} component="dl">
        <Figure title={t('cases.devices')}>
          <DevicesDone units={view.units} size="md" />
        </Figure>
        <Figure title={t('cases.granted')}>{format.money(view.credit.granted)}</Figure>
        <Figure title={t('cases.secured')}>{format.money(view.credit.secured)}</Figure>
        <Figure title={t('cases.at-risk')}>{format.money(view.credit.atRisk)}</Figure>
      </SimpleGrid>
      <Group component="ul" gap="xs" className={classes['states']} aria-label={t('cases.by-state')}>
        {unitStates
          .filter((state) => view.units[state] > 0)
          .map((state) => (
            <Group key={state} component="li" gap={6} wrap="nowrap">
              <Text span size="sm" fw={600}>
                {format.number(view.units[state])}
              </Text>
              <UnitState state={state} />
            </Group>
          ))}
      </Group>
    </Paper>
  )
}

function WaitingOn({ view }: { view: View }) {
  const t = useText()
  const format = useFormat()
  const [first, ...others] = nextSteps(view)
  const closed = view.closedAt !== null
  const Icon = closed ? IconCircleCheck : IconClockHour4
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap" align="start">
        <Icon size={24} stroke={1.6} aria-hidden className={classes['sign']} />
        <div role="status">
          <Text fz="lg" fw={600} lh={1.35}>
            {view.waitingOn.sentence}
          </Text>
          {view.closedAt !== null && (
            <Text size="sm">
              {t('cases.closed-on', {
                on: format.dayOf(view.closedAt),
                secured: format.money(view.credit.secured),
                granted: format.money(view.credit.granted),
              })}
            </Text>
          )}
        </div>
      </Group>
      {first !== undefined ? (
        <Group gap="xs" className="no-print">
          <ButtonLink to={first.to} params={{ caseId: view.id }} search={first.search ?? {}}>
            {t(first.text)}
          </ButtonLink>
          {others.map(({ to, text, search }) => (
            <ButtonLink
              key={text}
              variant="subtle"
              to={to}
              params={{ caseId: view.id }}
              search={search ?? {}}
            >
              {t(text)}
            </ButtonLink>
          ))}
        </Group>
      ) : (
        !closed &&
        !view.actions.includes('propose-charge-back') && (
          <Text size="sm" c="dimmed" className="no-print">
            {t('cases.nothing-to-do')}
          </Text>
        )
      )}
    </Stack>
  )
}

function DueDate({ view: { due, waitingOn } }: { view: View }) {
  const t = useText()
  const format = useFormat()
  const late = waitingOn.overdue
  return (
    <div className={classes['due']}>
      <Text size="sm" c="dimmed">
        {t('cases.due')}
      </Text>
      <Text fz="lg" fw={600} {...(late && { c: 'var(--mantine-color-error)' })}>
        {format.day(due.on)}
      </Text>
      <Text size="sm" fw={500} {...(late && { c: 'var(--mantine-color-error)' })}>
        {late
          ? t('cases.days-over', { days: Math.max(0, -daysUntil(due.on)) })
          : t('cases.days-left', { days: Math.max(0, daysUntil(due.on)) })}
      </Text>
      <DueRule rule={due.rule} />
    </div>
  )
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed" component="dt">
        {title}
      </Text>
      <Text component="dd" m={0} fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Text>
    </div>
  )
}
