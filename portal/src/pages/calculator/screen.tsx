import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCalculator, IconLink, IconPrinter } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useCalculation } from '../../subjects/order/calculation.ts'
import { Page } from '../../ui/page.tsx'
import { PartRefused } from '../../ui/part-refused.tsx'
import { Empty } from '../../ui/states.tsx'
import { AddDevice } from './add-device.tsx'
import { useBasis } from './basis.ts'
import { Lines } from './lines.tsx'
import { type CalculatorSearch, planOf, readLines, writeLines } from './search.ts'
import { Settings } from './settings.tsx'
import { ToDo } from './to-do.tsx'
import { Totals } from './totals.tsx'

const route = getRouteApi('/shell/calculator')

/** Everything that is chosen stands in the address. */
export function Calculator() {
  const t = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<CalculatorSearch>) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: true,
      // The page stays where it is while somebody types numbers far down.
      resetScroll: false,
    })
  const basis = useBasis(search)
  const { order, programme } = basis
  const planned = search.lines === undefined ? undefined : readLines(search.lines)
  const lines =
    search.order === undefined
      ? (planned ?? [])
      : order === undefined
        ? []
        : planOf(order.commitments, planned)
  const calculation = useCalculation({
    programme: programme.id,
    programmeVersion: programme.version,
    currency: basis.currency,
    placedOn: basis.on,
    newFamily: basis.family,
    consumption: basis.consumption,
    lines,
  })
  const clipboard = useClipboard({ timeout: 3_000 })
  return (
    <Page
      title={t('orders.calculator-title')}
      subtitle={t('orders.calculator-lead')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => clipboard.copy(location.href)}
          >
            <span role="status">{t(clipboard.copied ? 'orders.link-copied' : 'orders.copy-link')}</span>
          </Button>
          <Button
            visibleFrom="sm"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('cases.print')}
          </Button>
        </>
      }
    >
      <Stack gap="lg">
        <Settings search={search} basis={basis} set={set} />
        <PartRefused error={basis.error ?? calculation.error} again={calculation.refetch} />
        {programme.version === '' ? (
          search.order === undefined && <Text c="dimmed">{t('orders.choose-programme-first')}</Text>
        ) : (
          <section aria-labelledby="devices">
            <Title order={2} id="devices" mb="xs">
              {t('orders.old-devices')}
            </Title>
            {lines.length > 0 && (
              <Lines
                lines={lines}
                calculation={calculation.data}
                isStale={calculation.isStale}
                fixed={order?.commitments.map(({ quantity }) => quantity)}
                onChange={(next) => set({ lines: writeLines(next) })}
              />
            )}
            {search.order === undefined && (
              <>
                {lines.length === 0 && (
                  <Empty icon={IconCalculator} title={t('orders.no-devices')}>
                    {t('orders.no-devices-help')}
                  </Empty>
                )}
                <AddDevice
                  programme={programme}
                  on={basis.on}
                  onAdd={(sku) =>
                    set({ lines: writeLines([...lines, { sku, return: 1, destroy: 0, keep: 0 }]) })
                  }
                />
              </>
            )}
          </section>
        )}
        {lines.length > 0 && calculation.data !== undefined && (
          <Paper withBorder p="md">
            <Totals calculation={calculation.data} isStale={calculation.isStale} />
          </Paper>
        )}
        {programme.version !== '' && lines.some((line) => line.return + line.destroy > 0) && (
          <ToDo lines={lines} basis={basis} />
        )}
      </Stack>
    </Page>
  )
}
