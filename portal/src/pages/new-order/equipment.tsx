import { ActionIcon, Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useText } from '../../app/language.tsx'
import { SkuField } from '../../subjects/order/sku-field.tsx'
import { errorAt } from '../../ui/refused.tsx'
import { type EquipmentDraft, filled, nextKey, type OrderDraft } from './draft.ts'
import classes from './rows.module.css'

/** What was ordered. Nothing is owed for it; it tells people which order this is. */
export function Equipment({
  draft: { equipment },
  set,
  programme,
  error,
}: {
  draft: OrderDraft
  set: (change: Partial<OrderDraft>) => void
  programme: { id: string; version: string }
  error: Error | null
}) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const sent = filled(equipment)
  const change = (key: number, part: Partial<EquipmentDraft>) =>
    set({ equipment: equipment.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  return (
    <Paper withBorder p="md">
      <Title order={2} ref={heading} tabIndex={-1}>
        {t('orders.new-equipment')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('orders.new-equipment-help')}
      </Text>
      <Stack gap="md" component="ol" className={classes['rows'] ?? ''}>
        {equipment.map((one, index) => {
          const at = `/body/lines/${sent.indexOf(one)}`
          return (
            <li key={one.key}>
              <Group align="start" gap="sm" className={classes['row'] ?? ''}>
                <SkuField
                  label={t('orders.new-sku-number', { number: index + 1 })}
                  programme={programme}
                  kind="new"
                  value={one.sku}
                  onChange={(sku) => change(one.key, { sku })}
                  error={errorAt(error, `${at}/sku`)}
                  className={classes['sku'] ?? ''}
                />
                <NumberInput
                  label={t('orders.quantity')}
                  value={one.quantity}
                  onChange={(value) => change(one.key, { quantity: Math.max(1, Number(value) || 1) })}
                  min={1}
                  max={10_000}
                  allowDecimal={false}
                  error={errorAt(error, `${at}/quantity`)}
                  w={96}
                />
                <ActionIcon
                  mt={25}
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('orders.remove-equipment', { number: index + 1 })}
                  onClick={() => {
                    set({ equipment: equipment.filter(({ key }) => key !== one.key) })
                    heading.current?.focus()
                  }}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          )
        })}
      </Stack>
      <Button
        mt={equipment.length > 0 ? 'md' : 0}
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => set({ equipment: [...equipment, { key: nextKey(equipment), sku: '', quantity: 1 }] })}
      >
        {t('orders.add-equipment')}
      </Button>
    </Paper>
  )
}
