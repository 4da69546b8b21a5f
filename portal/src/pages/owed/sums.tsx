import { Group, Paper, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { CreditBar, type CreditKind, Swatch } from '../../subjects/order/credit-bar.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Due } from '../../ui/status.tsx'
import classes from './sums.module.css'

/** What is at stake in each currency; amounts of different currencies are never added up. */
export function OwedSums({ owed, customer }: { owed: Schema['Owed']; customer: string | undefined }) {
  const t = useText()
  const { cases, units, nextDueOn, totals } = owed
  return (
    <Paper withBorder className={classes['sums']}>
      <Group gap="0.4rem 2rem" p="md" className={classes['head']}>
        <Text fz="lg" fw={600}>
          {t('orders.owed-devices', { devices: units.owed + units.withoutCase })}
        </Text>
        <AnchorLink to="/cases" search={{ customer }}>
          {t('orders.open-cases', { count: cases.open })}
        </AnchorLink>
        {cases.overdue > 0 && (
          <AnchorLink
            to="/cases"
            search={{ customer, due: 'overdue' }}
            c="var(--mantine-color-error)"
            fw={600}
          >
            {t('orders.overdue-cases', { count: cases.overdue })}
          </AnchorLink>
        )}
        {nextDueOn !== null && (
          <Group gap={6} component="span">
            <Text span size="sm" c="dimmed">
              {t('orders.next-due')}
            </Text>
            <Due on={nextDueOn} />
          </Group>
        )}
      </Group>
      {totals.map((total) => (
        <Total key={total.currency} total={total} />
      ))}
    </Paper>
  )
}

function Total({ total }: { total: Schema['OwedTotal'] }) {
  const t = useText()
  const format = useFormat()
  const { currency, granted, atRisk, overdue, withoutCase, secured } = total
  return (
    <section className={classes['total']} aria-label={t('orders.sums-in', { currency })}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md" component="dl" m={0}>
        <Figure kind="at-risk" title={t('cases.at-risk')} note={t('orders.at-risk-note')} strong>
          {format.money(atRisk)}
        </Figure>
        <Figure
          kind="overdue"
          title={t('orders.overdue')}
          note={t('orders.overdue-note')}
          alarm={overdue.minor > 0}
        >
          {format.money(overdue)}
        </Figure>
        <Figure kind="without-case" title={t('orders.without-case')} note={t('orders.without-case-note')}>
          {format.money(withoutCase)}
        </Figure>
        <Figure
          kind="secured"
          title={t('orders.secured')}
          note={t('orders.secured-note', { granted: format.money(granted) })}
        >
          {format.money(secured)}
        </Figure>
      </SimpleGrid>
      <div className={classes['bar']}>
        <CreditBar
          whole={granted.minor}
          parts={[
            { kind: 'secured', minor: secured.minor },
            { kind: 'at-risk', minor: atRisk.minor - overdue.minor },
            { kind: 'overdue', minor: overdue.minor },
            { kind: 'without-case', minor: withoutCase.minor },
          ]}
        />
      </div>
    </section>
  )
}

function Figure({
  kind,
  title,
  note,
  strong = false,
  alarm = false,
  children,
}: {
  kind: CreditKind
  title: string
  note: string
  strong?: boolean
  alarm?: boolean
  children: ReactNode
}) {
  return (
    <div>
      <Text size="sm" c="dimmed" component="dt">
        <Swatch kind={kind} />
        {title}
      </Text>
      <dd className={classes['value']}>
        <Text
          span
          fz={strong ? '1.6rem' : '1.25rem'}
          fw={600}
          lh={1.25}
          className={classes['amount'] ?? ''}
          {...(alarm && { c: 'var(--mantine-color-error)' })}
        >
          {children}
        </Text>
        <Text size="sm" c="dimmed" display="block" component="span">
          {note}
        </Text>
      </dd>
    </div>
  )
}
