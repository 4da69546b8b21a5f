import { Text } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { exposureStates, type MonthRow } from './by-month.ts'

const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

export function ExposureTable({
  rows,
  currency,
  nameOf,
}: {
  rows: readonly MonthRow[]
  currency: string
  nameOf: (month: string | null) => string
}) {
  const t = useText()
  const format = useFormat()
  const used = exposureStates.filter((state) => rows.some(({ sums }) => sums[state] !== undefined))
  const columns: readonly Column<MonthRow>[] = [
    {
      key: 'month',
      title: t('money.month'),
      main: true,
      cell: ({ month }) =>
        month !== null && /^\d/.test(month) ? (
          <AnchorLink
            to="/cases"
            search={{ status: 'all', dueFrom: `${month}-01`, dueTo: lastDayOf(month) }}
            aria-label={t('money.to-cases', { month: nameOf(month) })}
            inherit
          >
            {nameOf(month)}
          </AnchorLink>
        ) : (
          nameOf(month)
        ),
    },
    ...used.map((state) => ({
      key: state,
      title: t(`money.state-${state}`),
      number: true,
      cell: ({ sums }: MonthRow) => {
        const sum = sums[state]
        return (
          sum !== undefined && (
            <div>
              {format.money(sum.amount)}
              <Text size="xs" c="dimmed">
                {t('money.units', { count: sum.units })}
              </Text>
            </div>
          )
        )
      },
    })),
  ]
  return (
    <DataTable
      caption={t('money.table', { currency })}
      columns={columns}
      rows={rows}
      rowKey={({ month }) => month ?? ''}
    />
  )
}
