import { Paper, SimpleGrid, Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { exposureStates } from './by-month.ts'
import classes from './totals.module.css'

/** What became of all that was granted in one currency. */
export function ExposureTotals({ totals }: { totals: readonly Schema['ExposureTotal'][] }) {
  const t = useText()
  const format = useFormat()
  const sums = exposureStates.flatMap((state) => totals.filter((one) => one.state === state))
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: Math.min(sums.length, 7) }} spacing="sm" mb="md">
      {sums.map(({ state, units, amount }) => (
        <Paper key={state} withBorder p="sm" className={classes['total'] ?? ''}>
          <Text size="sm" c="dimmed">
            {t(`money.state-${state}`)}
          </Text>
          <Text fw={600} fz="lg" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {format.roundMoney(amount)}
          </Text>
          <Text size="xs" c="dimmed">
            {t('money.units', { count: units })}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  )
}
