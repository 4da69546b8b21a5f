import { Box, NativeSelect, Paper, SimpleGrid, Skeleton, Text, TextInput, Title } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { monthRows } from './by-month.ts'
import type { ExposureSearch } from './search.ts'
import { ExposureTable } from './table.tsx'
import { ExposureTotals } from './totals.tsx'

// The charts weigh more than the rest of the screen, and the table below says the same.
const ExposureChart = lazy(async () => ({ default: (await import('./chart.tsx')).ExposureChart }))
const route = getRouteApi('/shell/exposure')

export function Exposure() {
  const t = useText()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<ExposureSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const { from, to, programme } = search
  const exposure = useQuery({
    queryKey: ['exposure', from, to, programme],
    queryFn: () => answerOf(api.GET('/exposure', { params: { query: { from, to, programme } } })),
    placeholderData: keepPreviousData,
  })
  const programmes = useQuery({
    queryKey: ['programmes', 'names'],
    queryFn: () => answerOf(api.GET('/programmes', { params: { query: { limit: 200 } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (exposure.isPending) return <Loading />
  if (exposure.data === undefined) return <Refused error={exposure.error} />
  const { asOf, months, totals } = exposure.data
  const currencies = [...new Set(totals.map(({ currency }) => currency))].sort()
  const currency = currencies.find((one) => one === search.currency) ?? currencies[0] ?? 'EUR'
  const rows = monthRows(months, currency)
  const nameOf = (month: string | null) =>
    month === null
      ? t('money.no-month')
      : month === 'before'
        ? t('money.before', { month: format.month(exposure.data.from) })
        : month === 'after'
          ? t('money.after', { month: format.month(exposure.data.to) })
          : format.month(month)
  return (
    <Page title={t('money.title')} subtitle={t('money.lead', { at: format.instant(asOf) })}>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="md" maw={860} className="no-print">
        <NativeSelect
          label={t('money.currency')}
          value={currency}
          data={currencies}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('money.programme')}
          value={programme ?? ''}
          data={[
            { value: '', label: t('money.all-programmes') },
            ...(programmes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => change({ programme: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="month"
          label={t('money.from')}
          value={exposure.data.from}
          onChange={(event) => change({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="month"
          label={t('money.to')}
          value={exposure.data.to}
          onChange={(event) => change({ to: event.currentTarget.value || undefined })}
        />
      </SimpleGrid>
      <Refused error={exposure.error} />
      <Title order={2} mb="xs">
        {t('money.of-all')}
      </Title>
      <ExposureTotals totals={totals.filter((one) => one.currency === currency)} />
      {rows.length === 0 ? (
        <Empty icon={IconChartBar} title={t('money.empty')}>
          {t('money.empty-help')}
        </Empty>
      ) : (
        <>
          <Paper withBorder p="md" mb="md" component="section" aria-label={t('money.chart')}>
            <Title order={2}>{t('money.chart')}</Title>
            <Text size="sm" c="dimmed" mb="sm">
              {t('money.chart-help')}
            </Text>
            <Box aria-hidden>
              <Suspense fallback={<Skeleton height={300} />}>
                <ExposureChart rows={rows} currency={currency} nameOf={nameOf} />
              </Suspense>
            </Box>
          </Paper>
          <ExposureTable rows={rows} currency={currency} nameOf={nameOf} />
        </>
      )}
    </Page>
  )
}
