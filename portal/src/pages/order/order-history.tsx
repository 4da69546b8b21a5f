import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/language.tsx'
import { orderFactsQuery } from '../../subjects/order/queries.ts'
import { useFormat } from '../../ui/format.ts'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import classes from './order-history.module.css'

export const factAnchor = (seq: number): string => `fact-${seq}`

/** What happened to the order itself; each of its cases has a history of its own. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const t = useText()
  const format = useFormat()
  const { data, error, isPending, refetch } = useQuery(orderFactsQuery(orderId))
  return (
    <section>
      <Title order={2} mb="xs">
        {t('orders.history')}
      </Title>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      <ol className={classes['facts']}>
        {data?.items.map(({ seq, at, sentence, byName, byOrganisation }) => (
          <li key={seq} id={factAnchor(seq)} tabIndex={-1}>
            <Text size="sm" c="dimmed">
              <time dateTime={at}>{format.instant(at)}</time>
            </Text>
            <div>
              <Text style={{ overflowWrap: 'anywhere' }}>{sentence}</Text>
              <Text size="sm" c="dimmed">
                {t('history.by', { name: byName ?? 'none', organisation: byOrganisation ?? 'none' })}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
