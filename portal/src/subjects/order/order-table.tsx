import { Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleX, IconTicket } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMe } from '../../app/session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Sign } from '../../ui/status.tsx'

type Order = Schema['Order']

export function OrderTable({ orders, caption }: { orders: readonly Order[]; caption: string }) {
  const t = useText()
  const format = useFormat()
  const ofOneCustomer = useMe().organisation.kind === 'customer'
  const opens = orders.some(({ actions }) => actions.includes('open-case'))
  const columns = useMemo(
    (): Column<Order>[] => [
      {
        key: 'number',
        title: t('orders.number'),
        main: true,
        cell: ({ id, number, purchaseOrder }) => (
          <Stack gap={2}>
            <AnchorLink to="/orders/$orderId" params={{ orderId: id }} className="mono" fw={600}>
              {number}
            </AnchorLink>
            {purchaseOrder !== null && (
              <Text size="sm" c="dimmed" fw={400}>
                {t('cases.purchase-order', { number: purchaseOrder })}
              </Text>
            )}
          </Stack>
        ),
      },
      ...(ofOneCustomer
        ? []
        : [{ key: 'customer', title: t('cases.customer'), cell: ({ customerName }: Order) => customerName }]),
      { key: 'placed', title: t('orders.placed-on'), cell: ({ placedOn }) => format.day(placedOn) },
      { key: 'devices', title: t('orders.devices'), number: true, cell: ({ units }) => format.number(units) },
      {
        key: 'credit',
        title: t('orders.credit'),
        number: true,
        cell: ({ credit }) => format.money(credit),
      },
      { key: 'cases', title: t('orders.cases'), cell: (order) => <OrderState order={order} /> },
      ...(opens
        ? [
            {
              key: 'act',
              title: t('orders.next-step'),
              cell: ({ id, number, actions }: Order) =>
                actions.includes('open-case') && (
                  <ButtonLink
                    to="/cases/new"
                    search={{ order: id }}
                    variant="light"
                    size="compact-sm"
                    className="no-print"
                    aria-label={t('orders.open-case-for', { number })}
                  >
                    {t('cases.open-one')}
                  </ButtonLink>
                ),
            },
          ]
        : []),
    ],
    [t, format, ofOneCustomer, opens],
  )
  return <DataTable caption={caption} columns={columns} rows={orders} rowKey={({ id }) => id} />
}

export function OrderState({ order }: { order: Order }) {
  const t = useText()
  const { cancelledAt, freeUnits, units } = order
  if (cancelledAt !== null) return <Sign icon={IconCircleX} color="gray" text={t('orders.cancelled')} />
  if (freeUnits === 0) return <Sign icon={IconCheck} color="green" text={t('orders.all-in-cases')} />
  return freeUnits === units ? (
    <Sign icon={IconAlertTriangle} color="yellow" text={t('orders.no-case-yet')} />
  ) : (
    <Sign icon={IconTicket} color="yellow" text={t('orders.some-free', { count: freeUnits })} />
  )
}
