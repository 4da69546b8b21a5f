import { Paper, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { choicesQuery } from '../../subjects/case/programme-choices.ts'
import { useFormat } from '../../ui/format.ts'
import { Due } from '../../ui/status.tsx'

/** The head of an order: its dates, its credit, and until when its old devices are owed. */
export function OrderSummary({ order }: { order: Schema['OrderDetail'] }) {
  const t = useText()
  const format = useFormat()
  const { data: choices } = useQuery(choicesQuery(order.programme))
  const { placedOn, lastShippedOn, units, freeUnits, credit, freeCredit, dueOn, cancelledAt } = order
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md" component="dl" m={0}>
        <Figure title={t('orders.placed-on')}>
          {format.day(placedOn)}
          {lastShippedOn !== null && <Note>{t('orders.shipped-on', { on: format.day(lastShippedOn) })}</Note>}
        </Figure>
        <Figure title={t('orders.devices')}>
          {format.number(units)}
          {freeUnits > 0 && <Note>{t('orders.some-free', { count: freeUnits })}</Note>}
        </Figure>
        <Figure title={t('cases.granted')}>
          {format.money(credit)}
          {freeUnits > 0 && freeUnits < units && (
            <Note>{t('orders.credit-free', { amount: format.money(freeCredit) })}</Note>
          )}
          {choices?.creditSample && <Note>{t('orders.sample')}</Note>}
        </Figure>
        {cancelledAt !== null ? (
          <Figure title={t('orders.cancelled')}>{format.dayOf(cancelledAt)}</Figure>
        ) : (
          <Figure title={t('orders.due-of-case')}>
            {dueOn === null ? t('orders.clock-not-started') : <Due on={dueOn} over={freeUnits === 0} />}
            <Note>{t(dueOn === null ? 'orders.clock-not-started-help' : 'orders.due-of-case-help')}</Note>
          </Figure>
        )}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="sm">
        {t('orders.under-programme', {
          name: choices?.name ?? order.programme.id,
          version: order.programme.version,
        })}
      </Text>
    </Paper>
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

function Note({ children }: { children: string }) {
  return (
    <Text span display="block" size="sm" c="dimmed" fw={400}>
      {children}
    </Text>
  )
}
