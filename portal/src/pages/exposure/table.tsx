import { Box, Table, Text } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { exposureStates, type MonthRow } from './by-month.ts'
import classes from './table.module.css'

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
  return (
    <Box className={classes['frame']} tabIndex={0} role="region" aria-label={t('money.table', { currency })}>
      <Table verticalSpacing="xs">
        <caption className="visually-hidden">{t('money.table', { currency })}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('money.month')}</Table.Th>
            {used.map((state) => (
              <Table.Th key={state} scope="col" className="number">
                {t(`money.state-${state}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ month, sums }) => (
            <Table.Tr key={month}>
              <Table.Th scope="row" fw={500}>
                {month !== null && /^\d/.test(month) ? (
                  <AnchorLink
                    to="/cases"
                    search={{ status: 'all', dueFrom: `${month}-01`, dueTo: lastDayOf(month) }}
                    aria-label={t('money.to-cases', { month: nameOf(month) })}
                  >
                    {nameOf(month)}
                  </AnchorLink>
                ) : (
                  nameOf(month)
                )}
              </Table.Th>
              {used.map((state) => {
                const sum = sums[state]
                return (
                  <Table.Td key={state} className="number">
                    {sum !== undefined && (
                      <>
                        {format.money(sum.amount)}
                        <Text size="xs" c="dimmed">
                          {t('money.units', { count: sum.units })}
                        </Text>
                      </>
                    )}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
