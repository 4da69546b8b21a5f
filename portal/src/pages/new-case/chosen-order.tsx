import { Group, Paper, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { OrderState } from '../../subjects/order/order-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'

const route = getRouteApi('/shell/cases/new')

export function ChosenOrder({ order }: { order: Schema['OrderDetail'] }) {
  const t = useText()
  const format = useFormat()
  const { customer } = route.useSearch()
  const { id, number, customerName, placedOn, freeUnits, cancelledAt } = order
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="which-order">
      <Group justify="space-between" align="start" gap="sm">
        <div>
          <Title order={2} id="which-order">
            {t('orders.step-order')}
          </Title>
          <Group gap="0.2rem 0.9rem" mt={4}>
            <AnchorLink to="/orders/$orderId" params={{ orderId: id }} className="mono" fw={600}>
              {number}
            </AnchorLink>
            <span>{customerName}</span>
            <span>{t('orders.placed-on-day', { on: format.day(placedOn) })}</span>
            <OrderState order={order} />
          </Group>
          {freeUnits === 0 && (
            <Text mt="xs">
              {t(cancelledAt === null ? 'orders.found-with-case' : 'orders.found-cancelled')}
            </Text>
          )}
        </div>
        <ButtonLink variant="default" to="/cases/new" search={customer === undefined ? {} : { customer }}>
          {t('orders.other-order')}
        </ButtonLink>
      </Group>
    </Paper>
  )
}
