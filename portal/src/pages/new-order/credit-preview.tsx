import { Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { type Consumption, useCalculation } from '../../subjects/order/calculation.ts'
import { useFormat } from '../../ui/format.ts'
import { type DeviceDraft, filled, type OrderDraft } from './draft.ts'

type Line = Schema['CreditCalculation']['lines'][number]

/** What the order would grant; `lines` by the SKU as it was typed. */
export function usePreview({
  draft,
  programme,
  currency,
  consumption,
}: {
  draft: OrderDraft
  programme: { id: string; version: string }
  currency: string
  consumption: Consumption | undefined
}) {
  const devices = filled(draft.devices)
  const { data, isStale } = useCalculation({
    programme: programme.id,
    programmeVersion: programme.version,
    currency,
    placedOn: draft.placedOn,
    newFamily: draft.newFamily || undefined,
    consumption,
    // Counted as kept: which way they go is decided later, and the order grants the same for each.
    lines: devices.map(({ sku, quantity }) => ({ sku: sku.trim(), return: 0, destroy: 0, keep: quantity })),
  })
  const lines = new Map<string, Line>()
  for (const line of data?.lines ?? []) lines.set(line.sku, line)
  return { data, isStale, lines, ready: draft.placedOn !== '' && devices.length > 0 }
}

export function CreditPreview({
  preview: { data, isStale, ready },
  devices,
}: {
  preview: ReturnType<typeof usePreview>
  devices: readonly DeviceDraft[]
}) {
  const t = useText()
  const format = useFormat()
  const count = devices.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <div role="status" aria-busy={isStale}>
      <Text size="sm" c="dimmed">
        {t('orders.credit-of', { count })}
      </Text>
      <Text fz="xl" fw={600} style={{ fontVariantNumeric: 'tabular-nums', opacity: isStale ? 0.6 : 1 }}>
        {ready && data !== undefined ? format.money(data.totals.granted) : t('orders.credit-later')}
      </Text>
      {data?.creditSample && (
        <Text size="sm" c="dimmed">
          {t('orders.sample')}
        </Text>
      )}
    </div>
  )
}
