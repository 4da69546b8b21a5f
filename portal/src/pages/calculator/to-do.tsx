import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/language.tsx'
import {
  programmeQuery,
  startsWithShipment,
  useSpan,
  windowOf,
} from '../../subjects/order/programme-rules.ts'
import { RouteSteps } from '../../subjects/order/route-steps.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Basis } from './basis.ts'
import type { PlannedLine } from './search.ts'

/** What has to be done for each route that was chosen, and until when. */
export function ToDo({ lines, basis }: { lines: readonly PlannedLine[]; basis: Basis }) {
  const t = useText()
  const until = useUntil(basis)
  const ways = (['return', 'destroy'] as const)
    .map((way) => ({ way, count: lines.reduce((sum, line) => sum + line[way], 0) }))
    .filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="to-do">
      <Title order={2} id="to-do" mb="xs">
        {t('orders.to-do')}
      </Title>
      <SimpleGrid cols={{ base: 1, md: ways.length }} spacing="md">
        {ways.map(({ way, count }) => (
          <Paper key={way} withBorder p="md">
            <Stack gap="xs">
              <Title order={3}>{t(`orders.to-do-${way}`, { count })}</Title>
              {until !== undefined && <Text fw={500}>{until}</Text>}
              <RouteSteps programme={basis.programme} way={way} />
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  )
}

/** The day that the server says for an order; freely only the rule, since the clock of no order runs. */
function useUntil({ order, programme }: Basis): string | undefined {
  const t = useText()
  const format = useFormat()
  const span = useSpan()
  const { data } = useQuery({ ...programmeQuery(programme), enabled: programme.version !== '' })
  if (order !== undefined && order.dueOn !== null)
    return t('orders.until-day', { on: format.longDay(order.dueOn) })
  if (data === undefined) return undefined
  const window = span(windowOf(data.definition))
  return t(startsWithShipment(data.definition) ? 'orders.until-after-shipment' : 'orders.until-after-order', {
    window,
  })
}
