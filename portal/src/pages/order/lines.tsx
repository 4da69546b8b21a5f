import { Title } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { type Money, useFormat } from '../../ui/format.ts'

type Order = Schema['OrderDetail']
type Commitment = Order['commitments'][number]

/** The old devices that the order commits to, with the share of the credit that each brings. */
export function Devices({ order }: { order: Order }) {
  const t = useText()
  const format = useFormat()
  const columns: Column<Commitment>[] = [
    {
      key: 'sku',
      title: t('orders.sku'),
      main: true,
      cell: ({ sku }) => <span className="mono">{sku}</span>,
    },
    {
      key: 'rows',
      title: t('orders.rows'),
      number: true,
      cell: ({ firstRow, quantity }) =>
        quantity === 1
          ? format.number(firstRow)
          : t('orders.row-range', { from: firstRow, to: firstRow + quantity - 1 }),
    },
    {
      key: 'quantity',
      title: t('orders.quantity'),
      number: true,
      cell: ({ quantity }) => format.number(quantity),
    },
    {
      key: 'each',
      title: t('orders.credit-each'),
      number: true,
      cell: ({ credit, quantity }) => format.money(shareOf(credit, quantity)),
    },
    { key: 'credit', title: t('orders.credit'), number: true, cell: ({ credit }) => format.money(credit) },
  ]
  return (
    <section>
      <Title order={2} mb="xs">
        {t('orders.old-devices')}
      </Title>
      <DataTable
        caption={t('orders.old-devices')}
        columns={columns}
        rows={order.commitments}
        rowKey={({ line }) => line}
      />
    </section>
  )
}

/** The credit of a line is granted per device, so it divides without a rest. */
const shareOf = ({ amount, currency }: Money, quantity: number): Pick<Money, 'amount' | 'currency'> => ({
  amount: (Number(amount) / quantity).toFixed(amount.split('.')[1]?.length ?? 0),
  currency,
})

export function NewEquipment({ order }: { order: Order }) {
  const t = useText()
  const format = useFormat()
  const columns: Column<Order['lines'][number]>[] = [
    {
      key: 'sku',
      title: t('orders.sku'),
      main: true,
      cell: ({ sku }) => <span className="mono">{sku}</span>,
    },
    {
      key: 'quantity',
      title: t('orders.quantity'),
      number: true,
      cell: ({ quantity }) => format.number(quantity),
    },
  ]
  return (
    <section>
      <Title order={2} mb="xs">
        {t('orders.new-equipment')}
      </Title>
      <DataTable
        caption={t('orders.new-equipment')}
        columns={columns}
        rows={order.lines}
        rowKey={({ line }) => line}
      />
    </section>
  )
}
