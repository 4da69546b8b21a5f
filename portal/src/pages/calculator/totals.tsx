import { SimpleGrid, Text, Title } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { CreditBar } from '../../subjects/order/credit-bar.tsx'
import { useFormat } from '../../ui/format.ts'

export function Totals({
  calculation: { totals, lines, creditSample },
  isStale,
}: {
  calculation: Schema['CreditCalculation']
  isStale: boolean
}) {
  const t = useText()
  const format = useFormat()
  const { granted, secured, lost } = totals
  const without = lines.filter(({ problem }) => problem !== null).length
  const figures = [
    { key: 'granted', title: t('cases.granted'), value: granted },
    { key: 'secured', title: t('orders.secured'), value: secured },
    { key: 'lost', title: t('orders.lost'), value: lost },
  ] as const
  return (
    <section aria-labelledby="totals">
      <Title order={2} id="totals" mb="xs">
        {t('orders.totals')}
      </Title>
      <div role="status" aria-busy={isStale} style={{ opacity: isStale ? 0.6 : 1 }}>
        <SimpleGrid cols={{ base: 1, xs: 3 }} component="dl" m={0}>
          {figures.map(({ key, title, value }) => (
            <div key={key}>
              <Text component="dt" size="sm" c="dimmed">
                {title}
              </Text>
              <Text
                component="dd"
                m={0}
                fz="xl"
                fw={600}
                style={{ fontVariantNumeric: 'tabular-nums' }}
                {...(key === 'lost' && value.minor > 0 && { c: 'var(--mantine-color-error)' })}
              >
                {format.money(value)}
              </Text>
            </div>
          ))}
        </SimpleGrid>
        <div style={{ marginTop: '0.9rem' }}>
          {' '}
          <CreditBar
            whole={granted.minor}
            parts={[
              { kind: 'secured', minor: secured.minor },
              { kind: 'overdue', minor: lost.minor },
            ]}
          />
        </div>
        {without > 0 && (
          <Text size="sm" mt="sm">
            {t('orders.lines-without-credit', { count: without })}
          </Text>
        )}
      </div>
      {creditSample && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('orders.sample')}
        </Text>
      )}
    </section>
  )
}
