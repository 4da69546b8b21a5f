import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/language.tsx'
import { OrderTable } from '../../subjects/order/order-table.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { withoutCaseQuery } from './queries.ts'

export function WithoutCase({ customer, count }: { customer: string | undefined; count: number }) {
  const t = useText()
  const { data, error, isPending, refetch } = useQuery(withoutCaseQuery(customer))
  return (
    <section aria-labelledby="without-case">
      <Group justify="space-between" align="baseline">
        <Title order={2} id="without-case">
          {t('orders.orders-without-case', { count })}
        </Title>
        {data !== undefined && data.next !== null && (
          <AnchorLink to="/orders" search={{ customer, withoutCase: true }}>
            {t('orders.all-of-them')}
          </AnchorLink>
        )}
      </Group>
      <Text c="dimmed" mb="xs" maw={720}>
        {t('orders.without-case-help')}
      </Text>
      <PartRefused error={error} again={refetch} />
      {isPending && error === null && <Loading />}
      {data !== undefined && (
        <OrderTable orders={data.items} caption={t('orders.orders-without-case', { count })} />
      )}
    </section>
  )
}
