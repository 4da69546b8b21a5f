import { Title } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { CreditBar } from '../../subjects/order/credit-bar.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'

type Month = Schema['OwedMonth']

/** The bars and the table behind them are one: each row carries its bar, as long as its share of the largest. */
export function ByMonth({ months, customer }: { months: readonly Month[]; customer: string | undefined }) {
  const t = useText()
  const format = useFormat()
  // Bars of different currencies cannot be compared; each currency has its own largest.
  const largest = (currency: string) =>
    Math.max(...months.filter((one) => one.currency === currency).map(({ atRisk }) => atRisk.minor))
  const columns: Column<Month>[] = [
    {
      key: 'month',
      title: t('orders.month'),
      main: true,
      cell: ({ month }) => (
        <AnchorLink
          inherit
          to="/cases"
          search={{ customer, due: 'days', dueFrom: `${month}-01`, dueTo: lastDayOf(month) }}
        >
          {format.month(month)}
        </AnchorLink>
      ),
    },
    {
      key: 'bar',
      title: t('orders.share'),
      cell: ({ atRisk, overdue, currency }) => (
        <div style={{ minWidth: 'min(9rem, 30vw)', alignSelf: 'center' }}>
          <CreditBar
            whole={largest(currency)}
            parts={[
              { kind: 'overdue', minor: overdue.minor },
              { kind: 'at-risk', minor: atRisk.minor - overdue.minor },
            ]}
          />
        </div>
      ),
    },
    { key: 'cases', title: t('orders.cases'), number: true, cell: ({ cases }) => format.number(cases) },
    { key: 'units', title: t('orders.devices'), number: true, cell: ({ units }) => format.number(units) },
    { key: 'risk', title: t('cases.at-risk'), number: true, cell: ({ atRisk }) => format.money(atRisk) },
    {
      key: 'overdue',
      title: t('orders.overdue'),
      number: true,
      cell: ({ overdue }) => format.money(overdue),
    },
  ]
  return (
    <section aria-labelledby="by-month">
      <Title order={2} id="by-month" mb="xs">
        {t('orders.by-month')}
      </Title>
      <DataTable
        caption={t('orders.by-month')}
        columns={columns}
        rows={months}
        rowKey={({ month, currency }) => `${month} ${currency}`}
      />
    </section>
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
