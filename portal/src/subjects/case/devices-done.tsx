import { Progress, Stack, Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'

type Counts = Schema['Case']['units']
const done = ['accepted', 'certified', 'waived', 'cancelled', 'charged-back'] as const

export const countsOf = (units: Counts): { all: number; done: number } => ({
  all: Object.values(units).reduce((sum, count) => sum + count, 0),
  done: done.reduce((sum, state) => sum + units[state], 0),
})

/** How many devices need nothing any more. The bar repeats what the words say. */
export function DevicesDone({ units, size = 'sm' }: { units: Counts; size?: 'sm' | 'md' }) {
  const t = useText()
  const counts = countsOf(units)
  return (
    <Stack gap={3} miw="6.5rem" component="span" display="inline-flex">
      <Text span size={size}>
        {t('cases.done-of', counts)}
      </Text>
      <Progress.Root size={size === 'sm' ? 4 : 8} aria-hidden className="no-print">
        <Progress.Section value={counts.all === 0 ? 0 : (100 * counts.done) / counts.all} withAria={false} />
      </Progress.Root>
    </Stack>
  )
}
